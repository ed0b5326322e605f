"""Rules about the time, with numbers of the tests' own choice, and plans made by them."""

from __future__ import annotations

import functools
import json
from typing import Any

from small_rules import rule

from checker.author.conditions import compile_condition
from checker.author.load import default_folder
from checker.core.plan import Plan, plan
from checker.core.plan_step import Step
from checker.core.rules import RuleSet
from checker.core.situation import read_situation

TABLE = json.loads((default_folder() / "tables" / "holidays.json").read_text(encoding="utf-8"))
THANKED = "it.stage == 'thank-you'"
ASKED = "it.stage == 'check-in' and not it.answered"


def timed(id: str, flag: str | dict[str, str], stages: str, level: Any, **more: Any) -> dict[str, Any]:
    compiled = compile_condition(flag) if isinstance(flag, str) else {name: compile_condition(text) for name, text in flag.items()}
    check = {"flag": compiled, **{key: value for key, value in more.items() if key in ("when", "unless", "unless_said")}}
    return rule(id, "timing", check, stages=stages.split(), level=level, title=f"Title of {id}", message=f"Message of {id}.")


@functools.cache
def rules(
    hours: int = 24, fewest: int = 5, enough: int = 10, between: int = 5, check_ins: int = 1, after: int = 0
) -> RuleSet:
    """One day for thanks, one week or two until the check-in, and one check-in; or other numbers."""
    week = {"early": f"working_days(interview.at, now) < {fewest}", "soon": f"working_days(interview.at, now) < {enough}"}
    stop = {"enough": f"count(sent, {ASKED}) >= {check_ins}", "thanked": f"any(sent, {THANKED} and not it.answered)"}
    sent = f"latest(sent, not it.answered and not ({THANKED} and known(interview.decision_by) and date(now) > date(interview.decision_by)), it.at)"
    limit = "known(employer_limit.messages) and count(sent, True) >= employer_limit.messages or known(employer_limit.not_before) and now < employer_limit.not_before"
    entries = [
        timed("a-day", f"hours(interview.at, now) > {hours} and date(now) > next_working_day(interview.at)", "thank-you", "warning"),
        timed("overnight", "date(now) == date(interview.at)", "thank-you", "suggestion", unless="days(now, interview.decision_by) <= 1"),
        timed("a-week", week, "check-in", {"early": "warning", "soon": "suggestion"}, when="not known(interview.decision_by)"),
        timed("their-date", f"days(interview.decision_by, now) <= {after}", "check-in", "error", when="known(interview.decision_by)"),
        timed("space", f"working_days({sent}, now) < {between}", "check-in", "warning"),
        timed("stop", stop, "check-in", {"enough": "warning", "thanked": "suggestion"}),
        timed("limit", limit, "thank-you check-in", "error"),
        timed("by-day", "not is_working_day(now)", "thank-you check-in after-decision", "suggestion", unless="channel == 'phone'"),
        timed("office", "not is_working_day(now) or hour(now) < 9 or hour(now) > 17", "thank-you check-in", "warning", when="channel == 'phone'"),
        timed(
            "request",
            "now > reply_needed_by or hours(now, reply_needed_by) < 24",
            "thank-you check-in after-decision",
            "error",
            unless_said={"any": ["i accept"], "when": compile_condition("now <= reply_needed_by")},
        ),
    ]
    return RuleSet.from_data({"version": "0.0.1", "rules": entries, "holidays": TABLE})


def planned(situation: dict[str, Any], known: RuleSet | None = None) -> Plan:
    return plan(read_situation(situation), known or rules())


def step(id: str, situation: dict[str, Any], known: RuleSet | None = None) -> Step:
    (found,) = (step for step in planned(situation, known).steps if step.id == id)
    return found


def about(at: str, now: str | None = None, **more: Any) -> dict[str, Any]:
    """A situation; `by` is the date they gave."""
    interview = {"at": at} | ({"decision_by": more.pop("by")} if "by" in more else {})
    return {"interview": interview, **({"now": now} if now else {}), **more}


def short(moment: Any) -> str:
    """ "03-02 14:00", without an hour "03-02", and "-" for none."""
    return "-" if moment is None else moment.isoformat().replace("T", " ")[5:16]


def window(found: Step) -> tuple[str, str, str]:
    return short(found.earliest), short(found.best), short(found.latest)


def why(reasons: Any) -> str:
    return " ".join(f"{reason.rule}:{reason.level}" for reason in reasons)
