"""Something should be said and is not: what is found is added up, and too little is one breach."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self

from checker.core.context import Context
from checker.core.evidence import Evidence
from checker.core.outcome import CLEAN, Found, Outcome
from checker.core.signs import SIGNS, Sign


@dataclass(frozen=True)
class MissingKind:
    """`enough` is the sum that satisfies: each piece of evidence that is found adds its worth, a sign its strength."""

    said: tuple[Evidence, ...]
    signs: tuple[Mapping[str, Any], ...]
    enough: int

    @classmethod
    def from_data(cls, check: Mapping[str, Any]) -> Self:
        entries = check["evidence"]
        said = tuple(Evidence.from_data(entry) for entry in entries if "sign" not in entry)
        return cls(said, tuple(entry for entry in entries if "sign" in entry), check.get("enough", 1))

    def evidence(self) -> Iterable[Evidence]:
        yield from self.said
        for sign in self.signs:
            yield from (Evidence.from_data({"any": sign[key]}) for key in ("tied_by", "of_career") if key in sign)

    def judge(self, context: Context) -> Outcome:
        total = 0
        for evidence in self.said:
            if total >= self.enough:
                break
            total += evidence.worth * len(evidence.find(context.draft, context.hits))
        place: tuple[int | None, int | None] = (None, None)
        for data in self.signs:
            if total >= self.enough:
                break
            sign: Sign = SIGNS[data["sign"]](context, data)
            total += sign.strength
            place = sign.place or place
        return CLEAN if total >= self.enough else Outcome((Found(*place),))
