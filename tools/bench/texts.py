"""The messages of the benchmark: made of the good letters, in the lengths that are asked for, no two alike."""

from __future__ import annotations

import re
from pathlib import Path

from checker.author.drafts import read_drafts
from checker.core.draft import MAX_CHARACTERS

LETTERS = Path(__file__).resolve().parents[2] / "tests" / "letters" / "good"
START = "Hi there,\n\n"
# Something for each contestant to find: a blank that was left, and a word that stands twice.
END = "\n\nI want to join [Company Name] and and hear from you ASAP!!!\n\nKind regards,\nSam Reyes"
SENTENCES = 4  # in a paragraph
EMAIL = 250  # words of an ordinary message
ONE_NEW = "one new"  # what checks are called whose messages have one word more than the one before


def sentences() -> list[str]:
    """Those of all good letters, in order, without greetings and sign-offs."""
    found: list[str] = []
    for path in sorted(LETTERS.glob("*.yml")):
        for letter in read_drafts(path.read_text(encoding="utf-8"), path.name)[0]:
            for paragraph in letter.text.split("\n\n"):
                if paragraph.rstrip().endswith((".", "?", "!")):
                    found += re.split(r"(?<=[a-z][.?!]) (?=[A-Z])", " ".join(paragraph.split()))
    return found


def message(words: int, number: int, of: list[str]) -> str:
    """A message of so many words: the `number`-th, which begins elsewhere than the others.

    One that would be too long for the checker ends at the last sentence that it may have.
    """
    left = words - len((START + END).split())
    body: list[str] = []
    size = len(START + END)
    for place in range(len(of)):
        sentence = of[(number * 7919 + place) % len(of)]  # a prime: neighbours in number begin far from each other
        taken = sentence.split()[:left]
        size += len(" ".join(taken)) + 2
        if not taken or size > MAX_CHARACTERS:
            break
        body.append(" ".join(taken))
        left -= len(taken)
    paragraphs = [" ".join(body[start : start + SENTENCES]) for start in range(0, len(body), SENTENCES)]
    return START + "\n\n".join(paragraphs) + END
