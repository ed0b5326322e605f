"""Annotations for GitHub: whatever stands in a file's name or in a message, one line stays one command."""

from __future__ import annotations

import pytest

from checker.author.problems import Problem
from checker.author.workflow_commands import workflow_command


@pytest.mark.parametrize(
    ("file", "message", "line"),
    [
        ("rules/tone/a.yml", "`x` is empty", "::error file=rules/tone/a.yml,line=3,col=7::`x` is empty"),
        ("a,line=9::b.yml", "x", "::error file=a%2Cline=9%3A%3Ab.yml,line=3,col=7::x"),
        ("a\n::error::b.yml", "x", "::error file=a%0A%3A%3Aerror%3A%3Ab.yml,line=3,col=7::x"),
        ("a.yml", "100%\r\n::set-output name=a::b", "::error file=a.yml,line=3,col=7::100%25%0D%0A::set-output name=a::b"),
        ("100%0A.yml", "%0A", "::error file=100%250A.yml,line=3,col=7::%250A"),
    ],
)
def test_a_problem_as_an_annotation(file: str, message: str, line: str) -> None:
    assert Problem(file, 3, 7, message).as_annotation() == line


def test_properties_keep_their_order() -> None:
    assert workflow_command("notice", {"file": "a", "line": 1, "title": "b: c"}, "d") == "::notice file=a,line=1,title=b%3A c::d"
