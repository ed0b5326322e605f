"""`afterword plan`: a situation in, what to send when out. The four small rules hold one about the time."""

from __future__ import annotations

import json
from pathlib import Path

from icalendar import Calendar
from rules_folder import WAIT, write_rules

MONDAY = "now: 2026-03-02T16:00\ninterview: {at: 2026-03-02T14:00}\n"


def test_the_plan_in_words(run, file) -> None:
    status, out, err = run("plan", file(MONDAY, "situation.yml"))
    assert (status, err) == (0, "")
    assert out.splitlines()[:8] == [
        "Now: Write down your notes",
        "  From: Monday 2 March 2026, 15:00",
        "Now: Send your thank-you",
        "  Best: Tuesday 3 March 2026, 8:00",
        "  From Monday 2 March 2026, 15:00 on",
        "  Not earlier: Wait a day (wait-a-day)",
        "Later: Check in",
        "  Best: Wednesday 4 March 2026, 8:00",
    ]
    assert out.endswith("\nMore can be said if the situation holds interview.decision_by.\n")


def test_a_situation_from_standard_input(run, piped) -> None:
    piped(MONDAY.encode())
    assert "Now: Send your thank-you\n" in run("plan")[1]


def test_their_date_and_what_is_not_known(run, file) -> None:
    out = run("plan", file("interview: {decision_by: 2026-03-13}\n", "situation.yml"))[1]
    assert "The date that they gave you\n  On: Friday 13 March 2026\n" in out
    assert out.endswith("\nMore can be said if the situation holds interview.at and now.\n")


def test_the_plan_as_json(run, file) -> None:
    status, out, _ = run("plan", file(MONDAY, "situation.yml"), "--format", "json")
    assert status == 0
    assert [step["id"] for step in json.loads(out)["steps"]][:2] == ["notes", "thank-you"]


def test_the_calendar_file(run, file, tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    status, out, err = run("plan", file(MONDAY, "situation.yml"), "--ics", str(path))
    assert status == 0 and err == f"wrote {path}\n" and "Send your thank-you" in out
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert str(Calendar.from_ical(path.read_bytes()).events[0]["SUMMARY"]) == "Send your thank-you"


def test_no_calendar_file_where_nothing_lies_ahead(run, file, tmp_path: Path) -> None:
    status, _, err = run("plan", file("process_closed: true\n", "situation.yml"), "--ics", str(tmp_path / "plan.ics"))
    assert (status, err) == (0, "Nothing lies ahead, so no calendar file was written.\n")
    assert not (tmp_path / "plan.ics").exists()


def test_a_rule_that_changes_changes_the_plan(run, file, rules: Path) -> None:
    write_rules(rules, WAIT.replace("< 1", "< 3"))
    assert "Best: Thursday 5 March 2026, 8:00" in run("plan", file(MONDAY, "situation.yml"))[1]


def test_what_cannot_be_read_or_written(run, file, tmp_path: Path) -> None:
    status, out, err = run("plan", file("interview: {att: 2026-03-02}\n", "situation.yml"))
    assert (status, out) == (2, "") and "situation.yml:1:13: unknown key `att`" in err
    assert run("plan", str(tmp_path / "none.yml"))[2].endswith("none.yml: there is no such file\n")
    status, _, err = run("plan", file(MONDAY, "situation.yml"), "--ics", str(tmp_path / "no" / "plan.ics"))
    assert status == 2 and "cannot be written" in err
