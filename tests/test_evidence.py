"""The evidence that the pages show, held together: nothing is forgotten, nothing stands alone."""

from __future__ import annotations

import pytest
from our_rules import our_library

from checker.author.load import Library


@pytest.fixture(scope="module")
def library() -> Library:
    return our_library()


def test_our_default_goes_along_with_somebody_on_each_question(library: Library) -> None:
    alone = [name for name, each in library.disagreements.items() if not any(side.get("followed") for side in each["sides"])]
    assert alone == []


def test_every_country_of_a_source_has_its_place(library: Library) -> None:
    placed = {code for country in library.countries["countries"] for code in country["codes"]}
    found = {code for source in library.sources.values() for code in source.get("country", "").split("/") if code}
    assert sorted(found - placed) == []


def test_every_part_has_a_survey(library: Library) -> None:
    used = {survey["part"] for survey in library.surveys["surveys"]}
    assert [part["id"] for part in library.surveys["parts"] if part["id"] not in used] == []


def test_answers_that_exclude_each_other_add_up(library: Library) -> None:
    """A slip of the pen in a four-way answer shows here; rounding may cost or add one."""
    sums = {
        survey["id"]: sum(answer["percent"] for answer in survey["questions"][0]["answers"])
        for survey in library.surveys["surveys"]
        if len(survey.get("questions", [{}])[0].get("answers", ())) >= 3 and survey["part"] in ("thanks", "applications")
    }
    assert len(sums) >= 4
    assert {name: total for name, total in sums.items() if abs(total - 100) > 1} == {}
