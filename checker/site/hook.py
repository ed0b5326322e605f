"""MkDocs calls this while it builds the site; everything it knows is in the modules beside it."""

from __future__ import annotations

import datetime
import logging
import posixpath
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from checker.author.load import Library, load
from checker.site.bundle import BundleError, build_bundle
from checker.site.feed import feed_text
from checker.site.history import changed_dates
from checker.site.pages import pages, with_nav
from checker.site.rule_page import Links

log = logging.getLogger("mkdocs.afterword")  # below "mkdocs", so that --strict counts its warnings

_serving = False
_changed: Mapping[str, datetime.date] = {}  # page → day, of the build that is under way
_rules_json = ""


def on_startup(*, command: str, **_: Any) -> None:
    """Remember what MkDocs was asked to do."""
    global _serving
    _serving = command == "serve"


@event_priority(100)  # before plugins that look at the files, such as search
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages and rules.json, and fill in the navigation."""
    global _changed, _rules_json
    root = _root(config)
    library = load(root / "rules")
    _report(library)
    dates = changed_dates(root)
    made = pages(library, _links(config, dates))
    for uri, page in made.items():
        inclusion = InclusionLevel.INCLUDED if page.in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, uri, content=page.markdown, inclusion=inclusion)
        if page.file:
            file.edit_uri = posixpath.join("..", page.file)  # relative to docs/, as edit_uri in mkdocs.yml is
        files.append(file)
    _rules_json = feed_text(library)
    files.append(File.generated(config, "rules.json", content=_rules_json))
    _changed = {uri: dates[page.file] for uri, page in made.items() if page.file in dates}
    # Now, and not in on_nav, which comes after MkDocs has looked for pages that the navigation leaves out.
    config.nav = with_nav(config.nav or [], library)
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Give the sitemap the date of the rule, which for a generated page would be today's."""
    if page.file.src_uri in _changed:
        page.update_date = _changed[page.file.src_uri].isoformat()
    return markdown


def on_post_build(config: MkDocsConfig) -> None:
    """Put the engine next to the pages."""
    try:
        build_bundle(Path(config.site_dir), _rules_json, _root(config))
    except BundleError as error:
        raise PluginError(str(error)) from error


def _report(library: Library) -> None:
    """A broken rule stops a build. A server goes on without it, as it would hang until the file is mended."""
    if not library.problems:
        return
    lines = "\n".join(str(problem) for problem in library.problems)
    if not _serving:
        raise PluginError(f"The rules have problems:\n{lines}")
    log.error("The rules have problems; the site is shown without them:\n%s", lines)


def _links(config: MkDocsConfig, dates: Mapping[str, datetime.date]) -> Links:
    if not config.repo_url:
        return Links(changed=dates)
    repository = config.repo_url.rstrip("/") + "/"
    edit = urljoin(urljoin(repository, config.edit_uri), "../") if config.edit_uri else ""
    return Links(edit, urljoin(repository, "issues/new"), dates)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent
