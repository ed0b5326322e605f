"""Messages to start from: what the file must hold, and what is said of one that does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.author.load import Library, load

SKELETONS = """\
facts: {name: "[Name]", me: "[Your name]", company: "[Company]", position: "[Position]", day: "[Day]"}
questions:
  - {id: thing, label: One thing, reason: To remind you.}
skeletons:
  - id: thanks
    stage: thank-you
    group: written
    text: |
      Dear {name},
      Thank you. [Something they said{thing}]
    tried: [You showed me the mill.]
"""


@pytest.fixture
def loaded(write_rules):
    def make(skeletons: str = SKELETONS) -> Library:
        folder: Path = write_rules()
        (folder / "skeletons.yml").write_text(skeletons, encoding="utf-8")
        return load(folder)

    return make


def test_skeletons_are_read(loaded) -> None:
    library = loaded()
    assert not library.problems
    assert library.skeletons["skeletons"][0]["tried"] == ["You showed me the mill."]


def test_a_rules_folder_may_have_none(write_rules) -> None:
    library = load(write_rules())
    assert not library.problems
    assert library.skeletons == {}


@pytest.mark.parametrize(
    "old, new, place, message",
    [
        ("stage: thank-you", "stage: thankyou", "6:12", "`thankyou` is no stage"),
        ("group: written", "group: email", "7:12", "`email` is no group"),
        ("Dear {name}", "Dear {nam}", "8:11", "`{nam}` is neither a fact nor a question. Did you mean `name`?"),
        ("Dear {name}", "Dear {name} {thing}", "8:11", "the answer `{thing}` stands outside of a blank"),
        ("said{thing}]", "said{thing} then]", "8:11", "one answer may stand, at its end"),
        ("said{thing}]", "said{thing}{thing}]", "8:11", "one answer may stand, at its end"),
        ("[Something they", "[Something {name}", "8:11", "a blank in a blank"),
        ("said{thing}]", "said{thing}", "8:11", "a blank begins with `[`, ends with `]`"),
        ("[Something", "[[Something", "8:11", "holds no other"),
        ("[You showed me the mill.]", "[One., Two.]", "8:11", "there are 1 blanks, and words for 2 in `tried`"),
        ('day: "[Day]"', "days: x", "1:90", "unknown key `days`"),
        ("id: thing,", "id: Thing,", "3:10", "`Thing` is no id"),
    ],
)
def test_what_is_wrong_with_skeletons(loaded, old: str, new: str, place: str, message: str) -> None:
    library = loaded(SKELETONS.replace(old, new, 1))
    assert library.skeletons == {}
    told = [str(problem) for problem in library.problems]
    assert any(each.startswith(f"rules/skeletons.yml:{place}: ") and message in each for each in told), told


def test_an_answer_that_nothing_uses_is_not_asked_for(loaded) -> None:
    (problem,) = loaded(SKELETONS.replace("{thing}", "")).problems
    assert str(problem) == "rules/skeletons.yml:3:5: no skeleton uses the answer: `{thing}` stands in none"


def test_one_skeleton_stands_for_one_occasion(loaded) -> None:
    second = SKELETONS[SKELETONS.index("  - id: thanks") :]
    (problem,) = loaded(SKELETONS + second).problems
    assert "the id `thanks` is taken" in str(problem)
    (problem,) = loaded(SKELETONS + second.replace("id: thanks", "id: more")).problems
    assert str(problem).startswith("rules/skeletons.yml:13:12: `thanks` is for the same stage and group")
