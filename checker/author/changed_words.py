"""What differs between two versions of a running text, as the few words that went and came."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_AROUND = 5  # words shown before and after what differs
_CUT = "…"


@dataclass(frozen=True)
class Hunk:
    """One place where the texts differ, between words that both have. Any of the four may be empty."""

    before: str
    gone: str
    new: str
    after: str


def changed_words(old: str, new: str) -> Iterator[Hunk]:
    """The places where two texts differ, in order. Line ends and other spaces do not count."""
    ours, theirs = old.split(), new.split()
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for place, (what, i1, i2, j1, j2) in enumerate(blocks):
        if what == "equal":
            continue
        before = ours[blocks[place - 1][1] : i1] if place else []
        after = ours[i2 : blocks[place + 1][2]] if place + 1 < len(blocks) else []
        lead = [_CUT, *before[-_AROUND:]] if len(before) > _AROUND or (before and place > 1) else before
        tail = [*after[:_AROUND], _CUT] if len(after) > _AROUND or (after and place + 2 < len(blocks)) else after
        yield Hunk(" ".join(lead), " ".join(ours[i1:i2]), " ".join(theirs[j1:j2]), " ".join(tail))
