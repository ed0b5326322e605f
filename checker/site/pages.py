"""A library of rules → the generated pages of the site, and their place in the navigation. Pure."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.author.guide import PARTS
from checker.author.load import Library
from checker.site.article_names import article_uri, founding_articles
from checker.site.article_page import article_page, articles_list
from checker.site.changes_page import changes_page
from checker.site.checklist_page import checklist_page
from checker.site.contribute_pages import contribute_pages
from checker.site.countries_page import countries_page
from checker.site.disagreement_page import disagreement_page, in_order
from checker.site.guide_page import PART, guide_list, guide_page, guide_uri
from checker.site.index_page import index_page, of_group
from checker.site.known_page import known_page
from checker.site.matrix_page import matrix_page
from checker.site.rule_changes import Change
from checker.site.rule_page import moved_page, rule_page
from checker.site.sources_page import sources_page
from checker.site.words import GROUPS

GUIDE = "guide/index.md"
INDEX = "rules/index.md"
SOURCES = "sources.md"
DISAGREEMENTS = "disagreements/index.md"
ARTICLES = "articles/index.md"
KNOWN = "known.md"
COUNTRIES = "countries.md"
CHANGES = "changes.md"
CHECKLIST = "checklist.md"
_RULES = tuple(f"rules/{group}/" for group in GROUPS)


@dataclass(frozen=True)
class Page:
    """A page in Markdown. `file` is the project's file that an edit goes to, "" where there is none."""

    markdown: str
    file: str = ""
    in_nav: bool = True
    made_from: tuple[str, ...] = ()  # where there is no such file: the files and folders whose newest date is the page's
    added: datetime.date | None = None


def pages(library: Library, changes: Sequence[Change] | None = None) -> dict[str, Page]:
    """Every generated page, by its place among the documents. `changes` are the last ones, None where they are not known."""
    made = {
        INDEX: Page(index_page(listed(library)), made_from=_RULES),
        SOURCES: Page(sources_page(library), "rules/sources.yml"),
        CHECKLIST: Page(checklist_page(library), made_from=_RULES),
        CHANGES: Page(changes_page(changes, library), made_from=_RULES),
    }
    for rule in library.rules:
        file = library.files[rule["id"]].as_posix()
        made[_uri(rule["id"])] = Page(rule_page(rule, library), file, rule["status"] != "retired", added=rule["added"])
    for rule in library.rules:
        for former in rule.get("replaces") or []:
            made.setdefault(_uri(former), Page(moved_page(rule), in_nav=False))
    if library.disagreements:
        made[DISAGREEMENTS] = Page(matrix_page(library), made_from=("rules/disagreements/",))
    for name, disagreement in library.disagreements.items():
        made[f"disagreements/{name}.md"] = Page(disagreement_page(disagreement, library), f"rules/disagreements/{name}.yml")
    if library.surveys:
        made[KNOWN] = Page(known_page(library), "rules/surveys.yml")
    if library.countries:
        made[COUNTRIES] = Page(countries_page(library), "rules/countries.yml")
    if library.guide:
        made[GUIDE] = Page(guide_list(library), made_from=("rules/guide/",))
    for name, page in library.guide.items():
        made[guide_uri(name)] = Page(guide_page(page, library), f"rules/guide/{name}.yml")
    if library.claims:
        made[ARTICLES] = Page(articles_list(library), "rules/claims.yml")
    for source in founding_articles(library):
        made[article_uri(source)] = Page(article_page(source, library), "rules/claims.yml")
    for uri, (markdown, file) in contribute_pages(library).items():
        made[uri] = Page(markdown, file)
    return made


def listed(library: Library) -> list[dict[str, Any]]:
    """The rules that lists and the navigation show."""
    return [rule for rule in library.rules if rule["status"] != "retired"]


def nav(library: Library) -> list[Any]:
    """What stands under "Rules": the list of all, then a section for each group."""
    rules = listed(library)
    entries: list[Any] = [{"All rules": INDEX}]
    for name, title in GROUPS.items():
        among = of_group(rules, name)
        if among:
            entries.append({title: [_uri(rule["id"]) for rule in among]})
    return entries


def guide_nav(library: Library) -> list[Any]:
    """What stands under "Guide": the moments in their order, then the channels."""
    of_part = {part: [guide_uri(name) for name, page in library.guide.items() if page["part"] == part] for part in PARTS}
    return [GUIDE, *({PART[part]: pages} for part, pages in of_part.items() if pages)] if library.guide else []


def with_nav(config_nav: list[Any], library: Library) -> list[Any]:
    """The site's navigation with the entries for generated pages filled in."""
    made = {
        "Guide": guide_nav(library),
        "Rules": nav(library),
        "Where sources disagree": [DISAGREEMENTS, *(f"disagreements/{each['id']}.md" for each in in_order(library))],
        "The founding articles": [ARTICLES, *(article_uri(source) for source in founding_articles(library))],
    }

    def filled(item: Any) -> Any:
        if not isinstance(item, Mapping):
            return item
        return {title: made.get(title, [filled(each) for each in below] if isinstance(below, list) else below) for title, below in item.items()}

    return [filled(item) for item in config_nav]


def _uri(rule_id: str) -> str:
    return f"rules/{rule_id}.md"
