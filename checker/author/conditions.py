"""Conditions in rule files: parsed, type-checked, and compiled to the JSON that `checker.core.facts` evaluates.

    channel == 'text'                                           the message goes out as a text; facts are named as in the situation
    channel in ['letter', 'note']                               one of several; `not in` for none of them
    'answer' in asked_for                                       an entry of a list
    stage == 'check-in' and not process_closed                  `and`, `or`, `not`, and brackets around what belongs together
    known(interview.decision_by)                                whether a fact was given at all
    working_days(interview.at, now) < 5                         working days between two dates, public holidays left out
    days(interview.at, now) > 10                                days between two dates
    hours(interview.at, now) < 24                               hours between two moments
    hour(now) >= 20                                             the hour of a moment, from 0 to 23.99
    date(now) == date(interview.at)                             the day of a moment
    date(now) > next_working_day(interview.at)                  the first working day after a date
    not is_working_day(now)                                     a weekend or a public holiday
    any(sent, it.stage == 'check-in' and not it.answered)       an entry for which something holds; `it` is the entry
    any(sent, known(it.round))                                  whether an entry has that key
    count(sent, it.stage == 'check-in') >= 2                    how many entries
    days(latest(sent, it.stage == 'check-in', it.at), now) < 7  the newest of these dates
    draft.has_greeting and draft.words > 200                    of the draft itself; also draft.has_subject

Facts that nobody gave are unknown; a condition that turns on one is unknown too, and an unknown never fires.
"""

from __future__ import annotations

import ast
from typing import Any

from checker.core.fields import (
    FIELDS,
    Choice,
    Country,
    Flag,
    Kind,
    ListOf,
    Moment,
    Number,
    Record,
    Text,
    did_you_mean,
    kind_of,
)

_OPERATORS = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Eq: "==", ast.NotEq: "!=", ast.In: "in", ast.NotIn: "not in"}
_FUNCTIONS: dict[str, tuple[tuple[str, ...], str]] = {
    "working_days": (("moment", "moment"), "number"),
    "days": (("moment", "moment"), "number"),
    "hours": (("moment", "moment"), "number"),
    "hour": (("moment",), "number"),
    "date": (("moment",), "moment"),
    "next_working_day": (("moment",), "moment"),
    "is_working_day": (("moment",), "truth"),
}
_DRAFT = {"draft.has_subject": "truth", "draft.has_greeting": "truth", "draft.words": "number"}
_TYPES: dict[type, str] = {Moment: "moment", Number: "number", Flag: "truth", Text: "text", Country: "text", Choice: "text", ListOf: "list"}


class ConditionError(ValueError):
    """A condition that cannot be compiled; `at` is the character in its text."""

    def __init__(self, message: str, at: int = 0) -> None:
        super().__init__(message)
        self.at = at


def compile_condition(text: str) -> list[Any]:
    """Compile a condition; it must come out as true or false. Raises ConditionError."""
    try:
        tree = ast.parse(text.strip(), mode="eval").body
        compiled, kind = _Compiler().node(tree)
    except SyntaxError as error:
        raise ConditionError(f"the condition cannot be read: {error.msg}", (error.offset or 1) - 1) from None
    except (RecursionError, MemoryError, ValueError) as error:
        if isinstance(error, ConditionError):
            raise
        raise ConditionError("the condition is too long or too deeply nested") from None
    if kind != "truth":
        raise ConditionError(f"the condition is {_article(kind)}, not true or false; compare it with something")
    return compiled


class _Compiler:
    """Walks the syntax tree; gives (compiled, type) with the types truth, number, text, moment, list."""

    def __init__(self) -> None:
        self.item: dict[str, Kind] | None = None

    def node(self, tree: ast.expr) -> tuple[list[Any], str]:
        match tree:
            case ast.BoolOp(op, values):
                return ["or" if isinstance(op, ast.Or) else "and", *(self.truth(value) for value in values)], "truth"
            case ast.UnaryOp(ast.Not(), operand):
                return ["not", self.truth(operand)], "truth"
            case ast.Compare(left, [operator], [right]):
                return self.comparison(tree, left, type(operator), right)
            case ast.Compare():
                raise ConditionError("compare two things at a time, joined by `and`", tree.col_offset)
            case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as value)) if not isinstance(value, bool):
                return ["is", -value], "number"
            case ast.Constant(value) if isinstance(value, (bool, int, float, str)):
                return ["is", value], "truth" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"
            case ast.List(elements) | ast.Tuple(elements):
                values = [self.node(element) for element in elements]
                if any(compiled[0] != "is" for compiled, _ in values):
                    raise ConditionError("a list may hold texts and numbers only", tree.col_offset)
                return ["is", [compiled[1] for compiled, _ in values]], "list"
            case ast.Name() | ast.Attribute():
                return self.fact(tree)
            case ast.Call(ast.Name(name), arguments, []):
                return self.call(tree, name, arguments)
        raise ConditionError("this is not part of the condition language", tree.col_offset)

    def truth(self, tree: ast.expr) -> list[Any]:
        compiled, kind = self.node(tree)
        if kind != "truth":
            raise ConditionError(f"{_article(kind)} stands where true or false is needed", tree.col_offset)
        return compiled

    def comparison(self, tree: ast.expr, left: ast.expr, operator: type, right: ast.expr) -> tuple[list[Any], str]:
        if operator not in _OPERATORS:
            raise ConditionError("expected < <= > >= == != in or not in", tree.col_offset)
        (one, kind), (other, other_kind) = self.node(left), self.node(right)
        if operator in (ast.In, ast.NotIn):
            if other_kind != "list":
                raise ConditionError("`in` needs a list on its right", right.col_offset)
            self.check_option(right, one, left)
            if other[0] == "is" and any(_type_of(value) != kind for value in other[1]):
                raise ConditionError(f"{_article(kind)} is looked for in a list of something else", right.col_offset)
        elif kind != other_kind:
            raise ConditionError(f"{_article(kind)} is compared with {_article(other_kind)}", tree.col_offset)
        self.check_option(left, other, right)
        return [_OPERATORS[operator], one, other], "truth"

    def check_option(self, fact: ast.expr, value: list[Any], place: ast.expr) -> None:
        """A text that is compared with a choice must be one of its options."""
        kind = self.kind(fact) if isinstance(fact, (ast.Name, ast.Attribute)) else None
        if isinstance(kind, ListOf):
            kind = kind.of
        if isinstance(kind, Choice) and value[0] == "is":
            for text in value[1] if isinstance(value[1], list) else [value[1]]:
                if text not in kind.options:
                    known = ", ".join(kind.options)
                    raise ConditionError(f"`{text}` is never a value here; known are {known}{did_you_mean(str(text), kind.options)}", place.col_offset)

    def path(self, tree: ast.expr) -> str:
        match tree:
            case ast.Name(name):
                return name
            case ast.Attribute(inner, name):
                return f"{self.path(inner)}.{name}"
        raise ConditionError("expected the name of a fact", tree.col_offset)

    def kind(self, tree: ast.expr) -> Kind | None:
        path = self.path(tree)
        if path.startswith("it."):
            return (self.item or {}).get(path[3:])
        return kind_of(path)

    def fact(self, tree: ast.expr) -> tuple[list[Any], str]:
        path = self.path(tree)
        if path in _DRAFT:
            return ["fact", path], _DRAFT[path]
        if path.startswith("it.") and self.item is None:
            raise ConditionError("`it` has a meaning only inside any(), count() and latest()", tree.col_offset)
        kind = self.kind(tree)
        if kind is None or isinstance(kind, Record):
            known = [f"it.{key}" for key in self.item or {}] if path.startswith("it.") else [*_paths(), *_DRAFT]
            raise ConditionError(f"there is no fact `{path}`{did_you_mean(path, known)}", tree.col_offset)
        return ["item", path[3:]] if path.startswith("it.") else ["fact", path], _TYPES[type(kind)]

    def call(self, tree: ast.Call, name: str, arguments: list[ast.expr]) -> tuple[list[Any], str]:
        if name == "known" and len(arguments) == 1:
            fact = self.fact(arguments[0])[0]
            return ["has" if fact[0] == "item" else "known", fact[1]], "truth"
        if name in ("any", "count", "latest"):
            return self.over_list(tree, name, arguments)
        if name not in _FUNCTIONS:
            known = [*_FUNCTIONS, "known", "any", "count", "latest"]
            raise ConditionError(f"there is no function `{name}`{did_you_mean(name, known)}", tree.col_offset)
        wanted, result = _FUNCTIONS[name]
        if len(arguments) != len(wanted):
            raise ConditionError(f"`{name}` takes {len(wanted)} values, found {len(arguments)}", tree.col_offset)
        compiled = []
        for argument, expected in zip(arguments, wanted):
            value, kind = self.node(argument)
            if kind != expected:
                raise ConditionError(f"`{name}` needs {_article(expected)}, found {_article(kind)}", argument.col_offset)
            compiled.append(value)
        return [name, *compiled], result

    def over_list(self, tree: ast.Call, name: str, arguments: list[ast.expr]) -> tuple[list[Any], str]:
        if len(arguments) != (3 if name == "latest" else 2):
            raise ConditionError(f"`{name}` is written {name}(sent, it.stage == 'check-in'{', it.at' if name == 'latest' else ''})", tree.col_offset)
        kind = self.kind(arguments[0])
        if not (isinstance(kind, ListOf) and isinstance(kind.of, Record)):
            raise ConditionError(f"`{name}` goes over a list of entries, such as sent or interview.interviewers", tree.col_offset)
        outer, self.item = self.item, kind.of.fields
        compiled: list[Any] = [name, self.path(arguments[0]), self.truth(arguments[1])]
        if name == "latest":
            compiled.append(self.fact(arguments[2])[0][1])
        self.item = outer
        return compiled, {"any": "truth", "count": "number", "latest": "moment"}[name]


def _type_of(value: Any) -> str:
    return "truth" if isinstance(value, bool) else "text" if isinstance(value, str) else "number"


def _article(kind: str) -> str:
    return {"truth": "true or false", "number": "a number", "text": "a text", "moment": "a date", "list": "a list"}[kind]


def _paths(fields: dict[str, Kind] = FIELDS, prefix: str = "") -> list[str]:
    found = []
    for key, kind in fields.items():
        found += _paths(kind.fields, f"{prefix}{key}.") if isinstance(kind, Record) else [f"{prefix}{key}"]
    return found
