"""The head of a page: written, read again, added to."""

from __future__ import annotations

from typing import Any

import pytest

from checker.site.front_matter import front_matter, parted, title_of, with_meta


@pytest.mark.parametrize(
    ("page", "meta", "below"),
    [
        ("---\ntitle: A\nhide:\n  - toc\n---\n\n# A\n", {"title": "A", "hide": ["toc"]}, "\n# A\n"),
        ("# A\n\n---\n\nBelow a rule.\n", {}, "# A\n\n---\n\nBelow a rule.\n"),
        ("---\n\nA rule first.\n\n---\n", {}, "---\n\nA rule first.\n\n---\n"),
        ("---\ntitle: A\n---", {"title": "A"}, ""),
        ("", {}, ""),
    ],
)
def test_metadata_and_text_are_parted(page: str, meta: dict[str, Any], below: str) -> None:
    assert parted(page) == (meta, below)


@pytest.mark.parametrize("value", ["a: b", "#1", "---", "{}", "two\nlines", "“curly”", ["<b>", {"a": None}], {"x": 1}])
def test_what_is_added_is_read_again_to_the_letter(value: Any) -> None:
    page = with_meta(front_matter(title="A & B", search={"exclude": True}) + "\n\n# A\n", {"more": value})
    assert parted(page) == ({"title": "A &amp; B", "search": {"exclude": True}, "more": value}, "\n# A\n")


def test_texts_are_safe_where_templates_put_them_in_as_they_are() -> None:
    assert front_matter(title='"><script>') == '---\ntitle: "&quot;&gt;&lt;script&gt;"\n---'


@pytest.mark.parametrize(
    ("page", "title"),
    [("---\ntitle: A\n---\n\n# B\n", "A"), ("Text.\n\n# B \n\n# C\n", "B"), ("## Below\n", ""), ("---\nhide: [toc]\n---\n# B\n", "B")],
)
def test_a_page_has_a_title(page: str, title: str) -> None:
    assert title_of(*parted(page)) == title
