"""The whole site as plain Markdown and a configuration without hooks, so that another generator can build it.

What the hook tells MkDocs while it builds stands here in files: pages with all their metadata, the filled-in navigation,
and everything that is fetched by a page.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from checker.author.load import Library
from checker.site.assembly import Assembly, assemble
from checker.site.bundle import build_bundle
from checker.site.front_matter import with_meta
from checker.site.pages import with_nav
from checker.site.taste import with_taste

CONFIG = "mkdocs.yml"
_HOOKED = ("hooks", "watch")  # keys that mean something to MkDocs with our hook alone
_OF_THE_THEME = "search.html"  # an override that fits Material's own script; other generators have another search


def export(root: Path, library: Library, target: Path) -> int:
    """Write the configuration and the documents of the project at `root` into `target`; gives the number of pages.

    `target` is made where it is missing; files in it that have the same names are written anew. Raises BundleError where
    the browser's Python is not installed, OSError where something cannot be read or written.
    """
    text = (root / CONFIG).read_text(encoding="utf-8")
    config = read_config(text)
    docs = root / "docs"
    by_hand = {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in sorted(docs.rglob("*.md"))}
    assembly = assemble(root, library, by_hand, str(config.get("site_url") or ""))
    shutil.copytree(docs, target / "docs", dirs_exist_ok=True, ignore=shutil.ignore_patterns(_OF_THE_THEME))
    for uri, page in _texts(assembly, by_hand, library).items():
        _write(target / "docs" / uri, with_meta(page, assembly.meta.get(uri, {})))
    for uri, content in assembly.files.items():
        _write(target / "docs" / uri, content.read_bytes() if isinstance(content, Path) else content)
    build_bundle(target / "docs", str(assembly.files["rules.json"]), root)
    _write(target / CONFIG, plain_config(text, with_nav(config.get("nav") or [], library)))
    return len(by_hand) + len(assembly.pages)


def read_config(text: str) -> dict[str, Any]:
    """The configuration as data. `!ENV [NAME, default]` gives its default, as an export is for no machine in particular."""
    return yaml.load(text, Loader=_Reader) or {}


def plain_config(text: str, nav: list[Any]) -> str:
    """The configuration with this navigation and without what calls our hook; all other keys to the letter."""
    lines = text.splitlines(keepends=True)
    for key, value in reversed(yaml.compose(text, Loader=_Reader).value):  # from below, so that places above stay true
        if key.value in ("nav", *_HOOKED):
            # A block ends at the start of the line that is next, a value in brackets within its own.
            end = value.end_mark.line + (value.end_mark.column > 0)
            filled = yaml.safe_dump({"nav": nav}, allow_unicode=True, sort_keys=False) + "\n"
            lines[key.start_mark.line : end] = [filled] if key.value == "nav" else []
    return "".join(lines)


def _texts(assembly: Assembly, by_hand: Mapping[str, str], library: Library) -> dict[str, str]:
    generated = {uri: page.markdown for uri, page in assembly.pages.items()}
    return {uri: with_taste(text, library) for uri, text in {**by_hand, **generated}.items()}


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


class _Reader(yaml.SafeLoader):
    """Knows the tag with which MkDocs reads the environment."""


_Reader.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])
