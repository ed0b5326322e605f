"""Snapshots: what they hold, and what differs between two."""

from __future__ import annotations

import pytest

from checker.author.drafts import LabelledDraft
from checker.author.load import load
from checker.author.snapshot import Change, as_text, changes, snapshot
from checker.core.situation import read_situation


def test_a_snapshot_holds_every_finding_in_a_line(write_rules) -> None:
    rules = load(write_rules()).rule_set()
    drafts = [
        LabelledDraft("b", "Please reply at\nonce. Thank you.", read_situation({})),
        LabelledDraft("a", "Nothing.", read_situation({})),
    ]
    found = snapshot(drafts, rules)
    assert found == {"b": ["error no-hurry: reply at once"], "a": []}
    assert as_text(found) == '{\n "a": [],\n "b": [\n  "error no-hurry: reply at once"\n ]\n}\n'


@pytest.mark.parametrize(
    "before, after, expected",
    [
        ({"a": ["x"]}, {"a": ["x"]}, []),
        ({"a": ["x", "y"]}, {"a": ["y", "z"]}, [Change("a", ("x",), ("z",))]),
        ({"a": ["x", "x"]}, {"a": ["x"]}, [Change("a", ("x",), ())]),
        ({"a": ["x"]}, {"b": ["x"]}, [Change("a", ("x",), ()), Change("b", (), ("x",))]),
        ({"a": []}, {}, []),
    ],
)
def test_changes(before, after, expected) -> None:
    assert list(changes(before, after)) == expected
