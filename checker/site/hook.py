"""MkDocs calls this while it builds the site; everything it knows is in the modules beside it."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from checker.author.load import Library, load
from checker.site.assembly import Assembly, assemble
from checker.site.bundle import BundleError, build_bundle
from checker.site.content_policy import tightened
from checker.site.offline import write_service_worker
from checker.site.pages import with_nav
from checker.site.scripts import ScriptsError
from checker.site.search_index import tidied
from checker.site.search_theme import UnknownTheme, is_of_search, with_ours
from checker.site.taste import with_taste

log = logging.getLogger("mkdocs.afterword")  # below "mkdocs", so that --strict counts its warnings

_PRUNED = "navigation.prune"  # the theme's name for it

_serving = False
_assembly = Assembly({}, {}, {"rules.json": ""}, frozenset())  # of the build that is under way
_library: Library


def on_startup(*, command: str, **_: Any) -> None:
    """Remember what MkDocs was asked to do."""
    global _serving
    _serving = command == "serve"


@event_priority(100)  # before plugins that look at the files, such as search
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and files, and fill in the navigation."""
    global _assembly, _library
    root = _root(config)
    _library = library = load(root / "rules")
    _report(library)
    by_hand = {file.src_uri: file.content_string for file in files.documentation_pages()}
    try:
        _assembly = assemble(root, library, by_hand, config.site_url or "")
    except ScriptsError as error:
        raise PluginError(str(error)) from error
    for file in [each for each in files if each.src_uri in _assembly.replaced]:
        files.remove(file)
    for uri, page in _assembly.pages.items():
        inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, uri, content=page.markdown, inclusion=inclusion))
    for uri, content in _assembly.files.items():
        where: dict[str, Any] = {"abs_src_path": str(content)} if isinstance(content, Path) else {"content": content}
        files.append(File.generated(config, uri, **where))
    _search_later(files, config)
    # Now, and not in on_nav, which comes after MkDocs has looked for pages that the navigation leaves out.
    config.nav = with_nav(config.nav or [], library)
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Put a taste of the checker where a page asks for one, and tell the templates of the page."""
    page.meta.update(_assembly.meta.get(page.file.src_uri, {}))
    return with_taste(markdown, _library)


def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, **_: Any) -> TemplateContext:
    """Let pages with a form of their own have only the beginnings of the navigation, which they hide.

    Of all that such a page is made of, two thirds would be links to other pages, and the form would wait for them.
    """
    features = [each for each in config.theme["features"] if each != _PRUNED]
    brief = "modules" in page.meta and "navigation" in page.meta.get("hide", [])
    config.theme["features"] = [*features, _PRUNED] if brief else features
    return context


@event_priority(-100)  # after whatever else changes a page
def on_post_page(output: str, **_: Any) -> str:
    """Allow the page's own inline scripts, and no others. MkDocs' server adds one of its own, later."""
    return output if _serving else tightened(output)


@event_priority(-100)
def on_post_template(output_content: str, **_: Any) -> str:
    """The same for the page that says that there is none."""
    return output_content if _serving else tightened(output_content)


@event_priority(-100)  # after the theme has written its search index
def on_post_build(config: MkDocsConfig) -> None:
    """Put the engine next to the pages, tidy what the search looks through, and list what is kept for use without a network."""
    _tidy_search(Path(config.site_dir))
    try:
        build_bundle(Path(config.site_dir), str(_assembly.files["rules.json"]), _root(config))
    except BundleError as error:
        raise PluginError(str(error)) from error
    if not _serving:  # what is edited must not come from a copy
        write_service_worker(Path(config.site_dir))


def _search_later(files: Files, config: MkDocsConfig) -> None:
    """Put scripts for the search in the place of the theme's own, which fetch its index with every page."""
    for script in [each for each in files if is_of_search(each.src_uri)]:
        try:
            content = with_ours(script.src_uri, script.content_string)
        except UnknownTheme as error:
            raise PluginError(str(error)) from error
        files.remove(script)
        files.append(File.generated(config, script.src_uri, content=content))


def _tidy_search(site: Path) -> None:
    index = site / "search" / "search_index.json"
    if index.is_file():
        tidy = tidied(json.loads(index.read_text(encoding="utf-8")))
        index.write_text(json.dumps(tidy, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _report(library: Library) -> None:
    """A broken rule stops a build. A server goes on without it, as it would hang until the file is mended."""
    if not library.problems:
        return
    lines = "\n".join(str(problem) for problem in library.problems)
    if not _serving:
        raise PluginError(f"The rules have problems:\n{lines}")
    log.error("The rules have problems; the site is shown without them:\n%s", lines)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
