"""What is said to somebody whose file the YAML parser cannot read: where to look, and what to do there."""

from __future__ import annotations

import pytest

from checker.author.problems import Problems
from checker.author.yaml_nodes import compose

SLIPS = {
    "a tab": ("a:\n\tb: c\n", "2:1: a tab stands here; YAML wants spaces"),
    "a second colon": ("title: Thanks: the note\n", '1:14: a second ": " stands in this line'),
    "a key without a colon": ("part: moments\norder 3\ntitle: x\n", "2:1: this is no `key: text`: put a colon and a space behind a key"),
    "a text that is indented less": ("- a: |\n      One.\n    Two.\n  b: x\n", "3:5: the indentation does not fit"),
    "a key that is indented more": ("- do: x\n   how: y\n", '2:7: a second ": " stands in this line'),
    "a key that is indented less": ("  do: x\n how: y\n", "2:2: the indentation does not fit"),
    "a quotation mark that stays open": ('title: "The note\n', "1:8: the quotation mark that opens here is never closed"),
    "words behind a quotation": ('title: "The" note\n', '1:14: words stand behind a closing ": put the whole text in quotes'),
    "an apostrophe inside its own quotes": ("title: 'The employer's note'\n", "1:22: words stand behind a closing '"),
    "a bracket that stays open": ("rules: [one, two\nsee: x\n", "1:8: the `[` that opens here is not closed"),
    "a bracket that is never closed": ("rules: [one, two\n", "1:8: the `[` that opens here is not closed"),
    "a brace that stays open": ("- {a: b, c: d\n- {a: b}\n", "1:3: the `{` that opens here is not closed: a `}` or a quotation mark is missing"),
    "a quotation that ends lines below": ('- {a: "b, c}\n- {a: "b"}\n', "1:3: the `{` that opens here is not closed"),
    "a colon within braces": ("- {a: b: c}\n", "1:8: a `,` is missing here, or a text inside { } or [ ] needs quotes"),
    "a text that begins with @": ("title: @home\n", "1:8: a text cannot begin with @ here; put it in quotes"),
    "a text that begins with *": ("title: *really* now\n", "1:8: a text cannot begin with * here; put it in quotes"),
    "a backslash": ('title: "a\\d"\n', '1:11: a backslash inside "double quotes" starts an escape'),
    "a second document": ("title: x\n---\npart: y\n", "2:1: `---` begins a second document here"),
}  # fmt: skip


@pytest.mark.parametrize("case", SLIPS)
def test_a_slip_is_told_where_it_was_made(case: str) -> None:
    text, said = SLIPS[case]
    problems = Problems("x.yml")
    assert compose(text, problems) is None
    assert [str(problem) for problem in problems.found][0].startswith(f"x.yml:{said}")
