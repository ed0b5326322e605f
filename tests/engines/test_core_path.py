"""From an empty page to a message without a fault, in Firefox and in WebKit; then again without a network."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from browser.builds import Builds
from browser.page import GOOD

from checker.core.wire import Engine

from .desk import Desk

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SHOUTED = GOOD.replace("the next step.", "the next step!!!")
FAULTY = "🎈👩‍👩‍👧‍👦 " + SHOUTED.replace("on Tuesday. You", "on [day]. You")
# Both in one script: what one script defines in Firefox, the next one does not see.
VIOLATIONS = """
%s
const { violations } = await axe.run(document);
return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
"""


@pytest.fixture
def without_network(desk: Desk, host: Builds) -> Iterator[Desk]:
    """The checker, loaded again while nobody answers."""
    desk.open("check/")
    desk.reset()  # a draft would make the browser ask before it leaves
    desk.driver.wait("document.querySelector('.ck-offline strong')")
    host.stop()
    try:
        desk.driver.reload()
        desk.open("check/")
        yield desk
    finally:
        host.start_again()


def test_a_pasted_draft_gets_the_findings_of_the_engine(checker: Desk, site_folder: Path) -> None:
    checker.paste(FAULTY)
    assert checker.draft == FAULTY
    checker.check()
    engine = Engine((site_folder / "rules.json").read_text(encoding="utf-8"))
    found = json.loads(engine.check(FAULTY, json.dumps(checker.situation)))["findings"]
    assert {"fill-every-blank", "few-exclamation-marks"} <= set(checker.rules)
    assert set(checker.rules) == {each["rule"] for each in found}
    assert checker.underlined == [each["text"] for each in found if each["start"] is not None]
    assert checker.words("#ck-results-title") == "Fix this first"


def test_each_level_is_underlined_in_a_way_of_its_own(checker: Desk) -> None:
    looks = checker.run(
        """const mirror = document.querySelector(".ck-draft__mirror");
        return ["error", "warning", "suggestion"].map((level) => {
            const { textDecorationLine, textDecorationStyle } = getComputedStyle(mirror, `::highlight(afterword-${level})`);
            return [textDecorationLine, textDecorationStyle];
        });"""
    )
    assert looks == [["underline", "wavy"], ["underline", "dashed"], ["underline", "dotted"]]


def test_the_box_grows_with_its_text_and_the_underlines_lie_under_it(checker: Desk) -> None:
    checker.paste(f"{FAULTY}\n\n{'long' * 80} {'漢字' * 60} {'🎈👩‍👩‍👧‍👦 ' * 30}\n")
    area, inside, mirror = checker.run(
        """const area = document.getElementById("ck-draft");
        return [area.clientHeight, area.scrollHeight, document.querySelector(".ck-draft__mirror").scrollHeight];"""
    )
    assert area == inside == mirror


def test_a_fix_takes_its_finding_away_and_the_browsers_undo_brings_it_back(checker: Desk) -> None:
    checker.paste(SHOUTED)
    checker.check()
    checker.apply("few-exclamation-marks")
    assert checker.draft == GOOD
    assert "few-exclamation-marks" not in checker.rules
    checker.take_back()
    assert checker.draft == SHOUTED
    assert "few-exclamation-marks" in checker.rules


def test_the_button_undoes_a_fix(checker: Desk) -> None:
    checker.paste(SHOUTED)
    checker.check()
    checker.apply("few-exclamation-marks")
    count = checker.checked
    checker.press_button("Undo")
    checker.wait_for_report(count)
    assert checker.draft == SHOUTED


def test_axe_finds_nothing_with_the_findings_shown(checker: Desk) -> None:
    checker.paste(FAULTY)
    checker.check()
    checker.run("for (const each of document.querySelectorAll('.afterword details')) each.open = true")
    checker.driver.wait("document.getAnimations().length === 0")  # half faded in, words have less contrast
    assert checker.run(VIOLATIONS % AXE.read_text(encoding="utf-8")) == []


def test_the_site_brings_its_own_typeface(checker: Desk) -> None:
    assert checker.run("return getComputedStyle(document.querySelector('h1')).fontFamily").startswith("Newsreader")
    assert checker.run("return [...document.fonts].some((each) => each.family.includes('Newsreader') && each.status === 'loaded')")


def test_without_a_network_the_page_loads_again_and_checks(without_network: Desk) -> None:
    without_network.paste(FAULTY)
    without_network.check()
    assert "fill-every-blank" in without_network.rules


def test_the_planner_makes_a_plan(planner: Desk) -> None:
    planner.run(
        """const field = document.getElementById("pl-interview-at");
        field.value = args[0];
        for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));""",
        (date.today() + timedelta(days=10)).isoformat(),
    )
    planner.press_button("Make my plan")
    planner.driver.wait("document.querySelector('.aw-planner').dataset.planned", seconds=30)
    assert planner.words("#pl-result-title").startswith("Next: send your thank-you, on ")
    steps = planner.run("return [...document.querySelectorAll('.aw-todo[data-step]')].map((each) => each.dataset.step)")
    assert steps == ["notes", "thank-you", "their-date", "check-in", "rest"]
