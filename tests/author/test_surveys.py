"""Surveys and wrong figures: what the file must hold, and what is said of one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.author.load import Library, load
from checker.author.surveys import cited

SURVEYS = """\
short: Nobody knows.
parts:
  - {id: thanks, title: Thanks, about: Opinions.}
surveys:
  - id: managers
    part: thanks
    title: Managers asked
    source: handbook
    year: About 2017
    country: UK/EU
    asked: 12 managers
    questions:
      - question: Does it help?
        answers:
          - {label: It does, percent: 12.5}
          - {label: It does not, percent: 80}
    caution: Few.
    use: Little.
misquoted:
  - {claim: All of them, where: everywhere, pages: [handbook], really: Few of them., source: handbook}
cases:
  - {what: A note., outcome: Hired., source: handbook}
good_study: Chance.
"""


@pytest.fixture
def loaded(write_rules):
    def make(surveys: str = SURVEYS) -> Library:
        folder: Path = write_rules()
        (folder / "surveys.yml").write_text(surveys, encoding="utf-8")
        return load(folder)

    return make


def test_surveys_are_read(loaded) -> None:
    library = loaded()
    assert not library.problems
    assert [answer["percent"] for answer in library.surveys["surveys"][0]["questions"][0]["answers"]] == [12.5, 80]
    assert [place for place, _ in cited(library.surveys)] == [
        ("surveys", 0, "source"),
        ("misquoted", 0, "source"),
        ("misquoted", 0, "pages", 0),
        ("cases", 0, "source"),
    ]


def test_a_rules_folder_may_have_none(write_rules) -> None:
    library = load(write_rules())
    assert not library.problems
    assert library.surveys == {}


@pytest.mark.parametrize(
    "old, new, place, message",
    [
        ("    source: handbook\n", "    source: handbok\n", "8:13", "`handbok` is not in rules/sources.yml. Did you mean `handbook`?"),
        ("pages: [handbook]", "pages: [nobody]", "20:53", "`nobody` is not in rules/sources.yml"),
        ("outcome: Hired., source: handbook", "outcome: Hired., source: nobody", "22:46", "`nobody` is not in rules/sources.yml"),
        ("percent: 80", "percent: 180", "16:43", "`percent` must be a number from 0 to 100"),
        ("percent: 80", 'percent: "80"', "16:43", "`percent` must be a number from 0 to 100"),
        ("percent: 80", "percent: true", "16:43", "`percent` must be a number from 0 to 100"),
        ("part: thanks", "part: thank", "6:11", "there is no part `thank`. Did you mean `thanks`?"),
        ("country: UK/EU", "country: Britain", "10:14", "`Britain` is no country: two capitals such as US"),
        ("year: About 2017", "year: 2017", "9:11", 'write "2017" in quotes'),
        ("    asked: 12 managers\n", "", "5:5", "`asked` is missing in a survey"),
        ("    caution: Few.\n", "", "5:5", "`caution` is missing in a survey"),
        ("good_study: Chance.\n", "", "1:1", "`good_study` is missing"),
    ],
)
def test_what_is_wrong_with_surveys(loaded, old: str, new: str, place: str, message: str) -> None:
    library = loaded(SURVEYS.replace(old, new, 1))
    assert library.surveys == {}
    (problem,) = library.problems
    assert str(problem).startswith(f"rules/surveys.yml:{place}: ")
    assert message in str(problem)


def test_a_survey_has_questions_or_a_finding(loaded) -> None:
    start, end = SURVEYS.index("    questions:"), SURVEYS.index("    caution:")
    bare = SURVEYS[:start] + SURVEYS[end:]
    (problem,) = loaded(bare).problems
    assert str(problem).startswith("rules/surveys.yml:5:5: a survey shows something")
    assert not loaded(bare.replace("    caution:", "    finding: It helps.\n    caution:")).problems


def test_an_id_is_given_once(loaded) -> None:
    start, end = SURVEYS.index("  - id: managers"), SURVEYS.index("misquoted:")
    (problem,) = loaded(SURVEYS[:end] + SURVEYS[start:end] + SURVEYS[end:]).problems
    assert str(problem) == "rules/surveys.yml:19:9: the id `managers` is taken by a survey further up"
