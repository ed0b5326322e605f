"""A reviewed regular expression of a rule, which is searched for only where it can fit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from checker.core.draft import Draft


@dataclass(frozen=True)
class Expression:
    """`has`: texts of which one is in whatever fits, in small letters where case is ignored; () where that is not known."""

    pattern: re.Pattern[str]
    has: tuple[str, ...] = ()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Expression:
        return cls(re.compile(data["regex"]), tuple(data.get("has", ())))

    def find(self, draft: Draft, parts: frozenset[str]) -> Iterator[re.Match[str]]:
        """What fits in these parts of a draft."""
        text = draft.folded if self.pattern.flags & re.IGNORECASE else draft.text
        if self.has and not any(map(text.__contains__, self.has)):
            return  # nearly always
        for part in sorted(parts):
            for start, end in draft.spans[part]:
                yield from self.pattern.finditer(draft.text, start, end)
