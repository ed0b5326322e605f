"""Word lists as sets."""

from __future__ import annotations

import pytest

from checker.core.word_sets import WordSets


def test_a_list_is_a_set_and_made_once() -> None:
    sets = WordSets({"colours": ["red", "blue", "red"], "none": []})
    assert sets["colours"] == {"red", "blue"}
    assert sets["colours"] is sets["colours"]
    assert (list(sets), len(sets), sets["none"]) == (["colours", "none"], 2, frozenset())


def test_a_list_that_is_not_there() -> None:
    sets = WordSets({})
    assert sets.get("colours", frozenset()) == frozenset()
    with pytest.raises(KeyError, match="colours"):
        sets["colours"]
