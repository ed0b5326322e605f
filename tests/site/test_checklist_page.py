"""The checklist: the rules that are more than polish, a sheet for each message, each rule once on it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from our_rules import our_library

from checker.author.load import Library
from checker.core.fields import STAGES
from checker.site.checklist_page import SHEET, checklist_page, on_sheet
from checker.site.levels import gravest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def real() -> Library:
    return our_library()


def sheets(page: str) -> dict[str, list[str]]:
    """The ids of the rules on each sheet, by the stage."""
    parts = re.split(r'<section class="aw-sheet" markdown>\n\n## .+ \{: #([\w-]+) \}', page)
    return {stage: re.findall(r"\]\(rules/([\w-]+)\.md\)", text) for stage, text in zip(parts[1::2], parts[2::2])}


def test_every_message_has_a_sheet(real: Library) -> None:
    assert set(SHEET) == set(STAGES)
    assert list(sheets(checklist_page(real))) == list(STAGES)


@pytest.mark.parametrize("stage", STAGES)
def test_a_sheet_has_every_weighty_rule_once(stage: str, real: Library) -> None:
    found = sheets(checklist_page(real))[stage]
    wanted = {each["id"] for each in real.rules if stage in each["stages"] and each["status"] == "stable" and gravest(each, stage) in ("error", "warning")}
    assert len(found) == len(set(found))
    assert set(found) == wanted
    assert 15 < len(found) < 50  # a sheet of paper has no room for more


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({"level": "error"}, "- **[Be kind](rules/be-kind.md)**"),
        ({"level": "warning"}, "- [Be kind](rules/be-kind.md)"),
        ({"level": {"thank-you": "error", "check-in": "suggestion"}}, "- **[Be kind](rules/be-kind.md)**"),
        ({"level": "warning", "title": "Use <b> & [x]"}, "- [Use &lt;b&gt; &amp; &#91;x&#93;](rules/be-kind.md)"),
        ({"level": "suggestion"}, None),
        ({"level": "error", "status": "retired"}, None),
        ({"level": "error", "status": "draft"}, None),
        ({"level": None, "kind": "none"}, None),
    ],
)
def test_a_line_is_the_rules_advice(rule: Any, library: Any, changes: dict[str, Any], line: str | None) -> None:
    page = checklist_page(library(rule(**changes)))
    assert [each for each in page.splitlines() if "rules/be-kind.md" in each][:1] == ([line] if line else [])


def test_levels_that_turn_on_the_message_count_there_alone(rule: Any) -> None:
    only = rule(level={"thank-you": "error", "check-in": "suggestion"})
    assert on_sheet([only], "thank-you") == {"tone": [only]}
    assert on_sheet([only], "check-in") == {}
    assert on_sheet([only], "withdraw") == {}


@pytest.mark.parametrize(("stage", "most"), [("thank-you", 200), ("check-in", 120), ("withdraw", 150)])
def test_how_short_is_said_in_words(stage: str, most: int, real: Library) -> None:
    page = checklist_page(real)
    sheet = page.partition(f"{{: #{stage} }}")[2].partition("</section>")[0]
    assert f"[Keep it short](rules/keep-it-short.md): {most} words at most, by email" in sheet


def test_printed_each_message_is_one_sheet_of_paper(browser: Browser, site_url: str, tmp_path: Path) -> None:
    page = browser.new_page()
    page.goto(site_url + "checklist/")
    for name in ("A4", "Letter"):
        pdf = page.pdf(format=name)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == len(STAGES), name
    page.close()
