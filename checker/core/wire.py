"""The engine as text in, text out: what the browser's worker and the batch mode call."""

from __future__ import annotations

import json
from typing import Any

from checker.core.calendar_file import calendar_of
from checker.core.check import check
from checker.core.draft import DraftTooLong
from checker.core.plan import plan
from checker.core.rules import RuleSet
from checker.core.situation import SituationError, read_situation


class Engine:
    """Rules loaded once; every check is independent of the ones before it."""

    def __init__(self, rules_json: str) -> None:
        self.rules = RuleSet.from_data(json.loads(rules_json))

    def check(self, draft: str, situation_json: str = "{}") -> str:
        """The report as JSON text; `{"error": {"where", "message"}}` where draft or situation cannot be read."""
        return dumps(self.report(draft, json.loads(situation_json)))

    def plan(self, situation_json: str = "{}", address: str = "") -> str:
        """`{"plan", "calendar"}` as JSON text, or `{"problems": [{"where", "message"}]}` where the situation cannot be read.

        `address` is the site's, with a slash at its end; the calendar file points to the page there.
        """
        try:
            situation = read_situation(json.loads(situation_json))
        except SituationError as error:
            return dumps({"problems": [{"where": _in_situation(error.where), "message": error.message}]})
        found = plan(situation, self.rules).to_data()
        return dumps({"plan": found, "calendar": calendar_of(found, situation, address)})

    def report(self, draft: str, situation: Any) -> dict[str, Any]:
        """The same on plain data."""
        try:
            return check(draft, read_situation(situation), self.rules).as_dict()
        except SituationError as error:
            return {"error": {"where": _in_situation(error.where), "message": error.message}}
        except DraftTooLong as error:
            return {"error": {"where": "draft", "message": str(error)}}


def _in_situation(where: str) -> str:
    return f"situation.{where}".replace("situation.situation", "situation")


def dumps(data: Any) -> str:
    """JSON in one line, the same bytes everywhere."""
    return json.dumps(data, ensure_ascii=False, separators=(", ", ": "))
