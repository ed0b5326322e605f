"""Lists, days and moments in words."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from checker.core.wording import and_join, full_date, in_words


@pytest.mark.parametrize(
    "words, said", [((), ""), (("Ann",), "Ann"), (("Ann", "Bob"), "Ann and Bob"), (("Ann", "Bob", "Cy"), "Ann, Bob and Cy")]
)
def test_a_list(words, said):
    assert and_join(words) == said


@pytest.mark.parametrize(
    "moment, said",
    [(date(2026, 3, 2), "Monday 2 March 2026"), (datetime(2026, 3, 1, 9, 5), "Sunday 1 March 2026, 9:05")],
)
def test_a_day_or_a_moment(moment, said):
    assert in_words(moment) == said
    assert full_date(moment) == said.partition(" ")[2].partition(",")[0]
