"""One line of a batch: a draft in JSON in, its report in JSON out, whatever the line.

Pure, and nothing is kept between lines, so the lines of a batch may be judged in any order, by any number of machines.
"""

from __future__ import annotations

import json
from typing import Any

from checker.core.fields import did_you_mean
from checker.core.wire import Engine, dumps

_KEYS = ("id", "draft", "situation")


def answer_line(line: bytes, engine: Engine) -> str:
    """`{"id": …, "report": …}` for `{"id": …, "draft": …, "situation": …}`; `{"id": …, "error": …}` for a line that is none. Never raises."""
    answer: dict[str, Any] = {"id": None}
    try:
        data = _read(line)
        answer["id"] = data.get("id")
        answer |= _answer(data, engine)
    except _BadLine as error:
        answer["error"] = str(error)
    except Exception as error:  # a fault of ours in one line must not cost the others
        answer["error"] = f"the checker itself failed on this line ({type(error).__name__}: {error}); please report it"
    return dumps(answer)


def id_of_line(line: bytes) -> Any:
    """The id that the answer to a line carries; None where the line has none, or is none."""
    try:
        return _read(line).get("id")
    except _BadLine:
        return None


class _BadLine(ValueError):
    """A line that cannot be read."""


def _read(line: bytes) -> dict[str, Any]:
    try:
        data = json.loads(line.decode(), parse_constant=_no_constant)
    except _BadLine:
        raise
    except UnicodeDecodeError:
        raise _BadLine("this line is not UTF-8 text") from None
    except json.JSONDecodeError as error:
        where = f" at character {error.pos + 1}" if line.strip() else ""
        said = f"{error.msg}{where}" if line.strip() else "it is empty"
        raise _BadLine(f"this line is not JSON: {said}") from None
    except (ValueError, RecursionError) as error:
        raise _BadLine(f"this line cannot be read: {error}") from None
    if not isinstance(data, dict):
        raise _BadLine('expected an object like {"id": "a1", "draft": "...", "situation": {...}}')
    return data


def _no_constant(name: str) -> None:
    raise _BadLine(f"this line is not JSON: {name} is no JSON value")


def _answer(data: dict[str, Any], engine: Engine) -> dict[str, Any]:
    for key in data:
        if key not in _KEYS and (guess := did_you_mean(key, _KEYS)):  # other keys are the sender's own business
            raise _BadLine(f"unknown key `{key}`{guess}")
    if "draft" not in data:
        raise _BadLine("`draft` is missing")
    if not isinstance(data["draft"], str):
        raise _BadLine("`draft` must be a text")
    report = engine.report(data["draft"], data.get("situation"))
    if "error" in report:
        raise _BadLine(f"{report['error']['where']}: {report['error']['message']}")
    return {"report": report}
