"""What differs between two versions of a rule file, key by key, down to the single phrase, example or source."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

Key = tuple[str, ...]  # ("check", "any"); the entries of a list go by the key of the list
_ALIKE = 0.6  # entries that share more than this are one entry that was reworded
_LIKE_SETS = ("stages", "disagreements", "asked", "replaces", "any", "except", "except_in_sentence", "except_in_message", "sources", "flag", "leave", "misses")


@dataclass(frozen=True)
class FieldChange:
    """One difference: `old` is None for what is new, `new` for what is gone. `moved`: the same entries in another order.

    `of` names the entry of a list in which it lies, such as a source or an example; "" where it lies in none.
    """

    key: Key
    old: Any
    new: Any
    of: str = ""
    moved: bool = False


def changed_fields(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[FieldChange]:
    """All differences between two rule files, as the safe loader reads them, in the order of the newer file's keys."""
    return list(_of_records(old, new, (), ""))


def _of_values(old: Any, new: Any, key: Key, of: str) -> Iterator[FieldChange]:
    if old == new:
        return
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _of_records(old, new, key, of)
    elif isinstance(old, list) and isinstance(new, list):
        yield from _of_lists(old, new, key, of)
    else:
        yield FieldChange(key, old, new, of)


def _of_records(old: Mapping[str, Any], new: Mapping[str, Any], key: Key, of: str) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*new, *old)):
        ours, theirs = old.get(name), new.get(name)
        if isinstance(ours or theirs, list):  # of a list that comes or goes, each entry is told
            ours, theirs = ours if name in old else [], theirs if name in new else []
        yield from _of_values(ours, theirs, (*key, str(name)), of)


def _of_lists(old: Sequence[Any], new: Sequence[Any], key: Key, of: str) -> Iterator[FieldChange]:
    gone, come = without(old, new), without(new, old)
    if not gone and not come:
        if key[-1] not in _LIKE_SETS:
            yield FieldChange(key, old, new, of, moved=True)
        return
    for entry in gone:
        twin = _twin(entry, come)
        if twin is None:
            yield FieldChange(key, entry, None, of)
            continue
        come.remove(twin)
        if isinstance(entry, Mapping) or isinstance(twin, Mapping):
            yield from _of_records(_as_record(entry), _as_record(twin), key, _name(twin) or of)
        else:
            yield FieldChange(key, entry, twin, of)
    for entry in come:
        yield FieldChange(key, None, entry, of)


def without(entries: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    """What is left of the entries when each of the others has taken away its equal, as often as it is there."""
    left = list(others)
    kept = []
    for entry in entries:
        if entry in left:
            left.remove(entry)
        else:
            kept.append(entry)
    return kept


def _twin(entry: Any, others: Sequence[Any]) -> Any:
    """The entry that this one has become; None where there is none."""
    same = [other for other in others if _identity(other) == _identity(entry) is not None]
    if same:
        return same[0]
    text = _text(entry)
    likely = max(others, key=lambda other: _likeness(text, _text(other)), default=None)
    return likely if likely is not None and _likeness(text, _text(likely)) > _ALIKE else None


def _identity(entry: Any) -> Hashable:
    if isinstance(entry, Mapping):
        return next(((key, entry[key]) for key in ("source", "text", "sign") if isinstance(entry.get(key), str)), None)
    return ("text", entry) if isinstance(entry, str) else None


def _name(entry: Any) -> str:
    identity = _identity(entry)
    return str(identity[1]) if isinstance(identity, tuple) else ""


def _text(entry: Any) -> str:
    return entry if isinstance(entry, str) else str(entry.get("text", "")) if isinstance(entry, Mapping) else ""


def _likeness(one: str, other: str) -> float:
    ours, theirs = one.split(), other.split()
    if min(len(ours), len(theirs)) < 4:  # of so few words, one more or less is another phrase
        return 0.0
    return SequenceMatcher(None, ours, theirs, autojunk=False).ratio()


def _as_record(entry: Any) -> Mapping[str, Any]:
    """An example may be a bare text."""
    return entry if isinstance(entry, Mapping) else {"text": entry}
