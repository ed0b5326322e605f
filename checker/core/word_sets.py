"""The word lists of the rules, to look words up in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


class WordSets(Mapping[str, frozenset[str]]):
    """Word lists as sets. Each is made when it is first asked for and kept, as every check asks for the same ones."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._lists = lists
        self._sets: dict[str, frozenset[str]] = {}

    def __getitem__(self, name: str) -> frozenset[str]:
        found = self._sets.get(name)
        if found is None:
            found = self._sets[name] = frozenset(self._lists[name])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)
