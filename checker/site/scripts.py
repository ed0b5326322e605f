"""The pages' scripts and styles, each with all that it imports in one file, or in a few that are shared.

Under docs/assets/ they are small modules, one idea each. A browser fetches a hundred of them one by one, which takes longer
than all else on the checker's page together; so the site gets them bundled, by esbuild. Nothing is renamed: who looks at what runs
in the browser finds it again in the source.

What nothing imports is what pages name, and keeps its place. What several of these share is put into `assets/checker/part-….js`.
So a module may run from another folder than its own, and an address that it makes from `import.meta.url` begins with "../".
`assets/checker/modules.js` holds every module by its place, for who looks into a page from outside: a test, or a console.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.site.node import NodeError, run_node

ESBUILD = Path("node_modules", "esbuild", "bin", "esbuild")
BY_NAME = "assets/checker/modules"
INDEX = Path(".cache", "scripts", "modules.js")
WORKER = "worker.js"  # the name of what runs beside a page, in whichever folder
_SCRIPT = re.compile(r'^(?:import|export)\s(?:[^"\';]*?\sfrom\s+)?"(\.{1,2}/[^"]+)"|\bimport\("(\.{1,2}/[^"]+)"\)', re.MULTILINE)
_STYLE = re.compile(r'^@import "([^"]+)"', re.MULTILINE)
_OPTIONS = (
    *("--bundle", "--format=esm", "--minify-whitespace", "--minify-syntax", "--outbase=.", "--log-level=warning"),
    *("--chunk-names=assets/checker/part-[hash]", "--external:*/postal-mime.js", "--external:*.woff2"),
)


class ScriptsError(Exception):
    """The scripts or styles cannot be bundled; the message says why."""


@dataclass(frozen=True)
class Scripts:
    """`files` by their places below the site, `sources` that are in them, and of each file what it imports as it begins."""

    files: Mapping[str, bytes]
    sources: frozenset[str]
    imports: Mapping[str, tuple[str, ...]]

    def with_imports(self, scripts: Iterable[str]) -> list[str]:
        """These scripts and what comes along with them, each once, so that a page can ask for all of it at once."""
        return _closure(scripts, self.imports)


def bundled(root: Path) -> Scripts:
    """Bundle what is under docs/assets/ in `root`. A file that imports nothing, and that nothing imports, is left as it is."""
    docs = root.resolve() / "docs"
    imported = {place: _imported(docs, place) for place in _places(docs)}
    below = {each for names in imported.values() for each in names}
    begin = [place for place, names in imported.items() if names and place not in below]
    if not begin:
        return Scripts({}, frozenset(), {})
    if not (docs.parent / ESBUILD).is_file():
        raise ScriptsError("node_modules/esbuild is not there. Run `make build`, which installs it, or `npm ci`.")
    workers = [place for place in begin if posixpath.basename(place) == WORKER]
    others = [place for place in begin if place not in workers]
    by_name = _index(docs, sorted(_closure((place for place in others if place.endswith(".js")), imported)))
    # A worker has nothing in common with a page but a few lines, and would have to wait for another file because of them.
    parts = [_bundle(docs, "--splitting", *others, f"{BY_NAME}={by_name}"), *[_bundle(docs, worker) for worker in workers]]
    files = {place: content for made, _ in parts for place, content in made.items()}
    return Scripts(files, frozenset({*below, *begin}), {place: names for _, imports in parts for place, names in imports.items()})


def _bundle(docs: Path, *begin: str) -> tuple[dict[str, bytes], dict[str, tuple[str, ...]]]:
    """What becomes of some files, by its places, and what each of these imports as it begins."""
    with tempfile.TemporaryDirectory() as aside:
        told, out = Path(aside, "told.json"), Path(aside, "out")
        try:
            run_node(docs.parent / ESBUILD, *begin, *_OPTIONS, f"--outdir={out}", f"--metafile={told}", folder=docs)
        except NodeError as error:
            raise ScriptsError(f"The scripts could not be bundled:\n{error}") from error
        files = {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}
        made = json.loads(told.read_text(encoding="utf-8"))["outputs"]
    # esbuild names what it has made from where it ran: "../../tmp/…/out/assets/…".
    place = {name: name.rpartition("/out/")[2] for name in made}
    imports = {place[name]: tuple(place[each["path"]] for each in found["imports"] if each["kind"] == "import-statement") for name, found in made.items()}
    return files, imports


def _places(docs: Path) -> list[str]:
    return [path.relative_to(docs).as_posix() for path in sorted((docs / "assets").rglob("*")) if path.suffix in (".js", ".css")]


def _imported(docs: Path, place: str) -> list[str]:
    """What a file imports, at once or when it needs it, as long as it lies under docs/ and is named in so many words."""
    code = (docs / place).read_text(encoding="utf-8")
    names = _STYLE.findall(code) if place.endswith(".css") else [one or other for one, other in _SCRIPT.findall(code)]
    found = [posixpath.normpath(posixpath.join(posixpath.dirname(place), name)) for name in names]
    return [each for each in found if (docs / each).is_file()]  # what is missing is esbuild's to tell of


def _closure(begin: Iterable[str], imported: Mapping[str, Iterable[str]]) -> list[str]:
    """These places and all that they import, and so on, each once."""
    found: dict[str, None] = {}
    waiting = list(begin)
    while waiting:
        place = waiting.pop(0)
        if place not in found:
            found[place] = None
            waiting += imported.get(place, ())
    return list(found)


def _index(docs: Path, places: Iterable[str]) -> Path:
    """A script that exports every module by its place. It always lies at the same place, as the names of the parts depend on that."""
    index = docs.parent / INDEX
    index.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'export * as {json.dumps(place.removeprefix("assets/"))} from "../../docs/{place}";\n' for place in places]
    fresh = index.with_suffix(f".{os.getpid()}")  # made aside, as another build may be reading it
    fresh.write_text("".join(lines), encoding="utf-8")
    os.replace(fresh, index)
    return index
