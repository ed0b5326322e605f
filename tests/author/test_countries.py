"""Country by country: what the file must hold, and what is said of one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.author.load import Library, load

COUNTRIES = """\
short: It differs.
countries:
  - {id: north, title: The North, codes: [FI, SE], about: Cold.}
  - {id: south, title: The South, codes: [IT], about: Warm.}
elsewhere: Ask.
planner: Holidays are known.
"""


@pytest.fixture
def loaded(write_rules):
    def make(countries: str = COUNTRIES) -> Library:
        folder: Path = write_rules()
        (folder / "countries.yml").write_text(countries, encoding="utf-8")
        return load(folder)

    return make


def test_countries_are_read(loaded) -> None:
    library = loaded()
    assert not library.problems
    assert [country["codes"] for country in library.countries["countries"]] == [["FI", "SE"], ["IT"]]


def test_a_rules_folder_may_have_none(write_rules) -> None:
    assert load(write_rules()).countries == {}


@pytest.mark.parametrize(
    "old, new, problem",
    [
        ("codes: [IT]", "codes: [IT, SE]", "4:47: `SE` stands under The North already"),
        ("codes: [IT]", "codes: []", "4:42: `codes` needs at least 1, found 0"),
        ("id: south", "id: South", "4:10: `South` is no id: lower-case letters, digits and hyphens"),
        ("codes: [FI, SE]", "codes: [SE, NO]", '3:47: YAML reads a bare NO as true or false; write "NO" in quotes'),
        (", about: Warm.", "", "4:5: `about` is missing in a country"),
        ("elsewhere: Ask.\n", "", "1:1: `elsewhere` is missing in rules/countries.yml"),
    ],
)
def test_what_is_wrong_with_countries(loaded, old: str, new: str, problem: str) -> None:
    library = loaded(COUNTRIES.replace(old, new, 1))
    assert library.countries == {}
    assert [str(each) for each in library.problems] == [f"rules/countries.yml:{problem}"]
