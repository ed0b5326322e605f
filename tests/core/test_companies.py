"""Names of companies: what is the same one, what is a slip, what is another."""

from __future__ import annotations

import pytest

from checker.core.companies import Company, near, without_owner
from checker.core.tokens import runs

ENDINGS = frozenset("foods group systems hospital care homes construction company rail".split())

SAME = [
    ("Northwind Foods Ltd", "Northwind Foods"),
    ("Northwind Foods", "northwind"),
    ("Northwind Foods", "North Wind Foods"),
    ("Northwind Foods", "North-Wind"),
    ("Hollis & Vane LLP", "Hollis and Vane"),
    ("Hollis & Vane LLP", "Vane"),
    ("Alpenbank AG", "Alpenbank"),
    ("Müller Systems GmbH", "Mueller Systems"),
    ("British Broadcasting Corporation", "BBC"),
    ("BBC", "British Broadcasting Corporation"),
    ("The Ridgeway Plumbing Company", "Ridgeway"),
    ("Okoro Construction Company Limited", "Okoro Construction"),
    ("Sainsbury's", "Sainsbury"),
    ("Northwind Foods", "Foods"),
]


@pytest.mark.parametrize("known, written", SAME)
def test_the_same_company(known, written):
    assert Company(known, ENDINGS).is_named_by(runs(written))


@pytest.mark.parametrize(
    "known, written",
    [
        ("Northwind Foods", "Southwind Foods"),
        ("Northwind Foods", "Meridian Foods"),
        ("Alpenbank AG", "Rheinbank"),
        ("St Brannoc's Hospital", "Mount Carmel Hospital"),
        ("BBC", "ITV"),
    ],
)
def test_another_company(known, written):
    assert not Company(known, ENDINGS).is_named_by(runs(written))


@pytest.mark.parametrize(
    "known, written, beside, slip",
    [
        ("Northwind Foods", "nortwind", ("", ""), "Northwind"),
        ("Northwind Foods", "northwind", ("", ""), ""),
        ("Northwind Foods", "southwind", ("", ""), ""),  # another beginning is another name
        ("Northwind Foods", "southwind", ("", "foods"), "Northwind"),
        ("Northwind Foods", "food", ("northwind", ""), ""),
        ("Northwind Foods", "goods", ("", ""), ""),  # a common word, by itself
        ("Northwind Foods", "fodds", ("northwind", ""), "Foods"),
        ("Saffron & Rye", "safron", ("", "rye"), "Saffron"),
        ("Castleton Rail", "castelton", ("", "rail"), "Castleton"),
        ("Müller Systems", "muller", ("", ""), ""),
        ("Kone", "kane", ("", ""), ""),  # too short to tell
    ],
)
def test_a_slip_in_the_name(known, written, beside, slip):
    assert Company(known, ENDINGS).slip(written, beside) == slip


@pytest.mark.parametrize("one, two, close", [("okoro", "okorro", True), ("oak", "oat", True), ("oak", "elm", False), ("ag", "ab", False)])
def test_near(one, two, close):
    assert near(one, two) is close


@pytest.mark.parametrize("written, bare", [("Northwind's", "Northwind"), ("Foods’", "Foods"), ("Foods", "Foods"), ("'s", "'s")])
def test_without_owner(written, bare):
    assert without_owner(written) == bare
