"""A score against an earlier one."""

from __future__ import annotations

import pytest

from checker.author.compare import NoScore, RuleChange, compare
from checker.author.score import Score, Slip, Tally

THEN = Score(
    rules={"a": Tally(2, 1, 0), "b": Tally(1, 0, 0), "gone": Tally(1, 0, 0)},
    clean_drafts=4,
    clean_alarms=1,
    slips=[Slip("d1", ("a",), ()), Slip("d2", (), ("b",))],
)
NOW = Score(
    rules={"a": Tally(3, 0, 0), "b": Tally(1, 0, 0), "new": Tally(1, 0, 1)},
    clean_drafts=4,
    clean_alarms=0,
    slips=[Slip("d1", ("a", "new"), ())],
)


def test_what_changed() -> None:
    found = compare(THEN.as_dict(), NOW)
    assert found.rules == (
        RuleChange("a", (2, 1, 0), (3, 0, 0)),
        RuleChange("gone", (1, 0, 0), (0, 0, 0)),
        RuleChange("new", (0, 0, 0), (1, 0, 1)),
    )
    assert found.worse == (Slip("d1", ("new",), ()),)
    assert found.better == (Slip("d2", (), ("b",)),)
    assert found.totals[0] == ("precision", 0.8, 1.0)
    assert found.totals[-1] == ("alarms a clean draft", 0.25, 0.0)


def test_nothing_changed() -> None:
    found = compare(NOW.as_dict(), NOW)
    assert (found.rules, found.worse, found.better) == ((), (), ())


@pytest.mark.parametrize("then", [{}, [], None, {"rules": 3}, THEN.as_dict() | {"clean": {}}])
def test_what_is_no_score(then) -> None:
    with pytest.raises(NoScore, match="afterword score --json"):
        compare(then, NOW)
