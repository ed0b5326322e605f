"""First part of a proof: examples are found, left alone, fixed and missed as their rule file says."""

from __future__ import annotations

from checker.author.trial import Shown, Trial, quoted
from checker.core.check import check
from checker.core.report import Finding


def examine(trial: Trial) -> None:
    """Complain of every example that the engine judges otherwise than the rule file."""
    if not trial.shown("flag"):
        trial.complain(("examples",), "there are no `flag` examples: show what this rule finds")
    for shown in trial.shown("flag"):
        _flagged(shown, trial)
    for shown in trial.shown("leave"):
        _left(shown, trial)
    for shown in trial.shown("misses"):
        for finding in shown.findings(trial.rule.id)[:1]:
            trial.complain(shown.path, f"this miss is found now, {_where(finding)}: move it to `flag`")
    if trial.rule.fix and not any(shown.example.fixed for shown in trial.shown("flag")):
        trial.complain(("fix",), "no `flag` example shows this fix: give one of them a `fixed` text")


def _flagged(shown: Shown, trial: Trial) -> None:
    findings = shown.findings(trial.rule.id)
    if not findings:
        trial.complain(shown.path, _why_not(shown, trial))
    elif len(findings) > 1:
        places = ", ".join(quoted(finding.text, 30) for finding in findings)
        trial.complain(
            shown.path, f"this is found {len(findings)} times, at {places}: an example shows one breach alone"
        )
    else:
        _at_its_mark(findings[0], shown, trial)
        if shown.example.fixed is not None:
            _fixed(findings[0], shown.example.fixed, shown, trial)


def _why_not(shown: Shown, trial: Trial) -> str:
    needs = [", ".join(entry.needs) for entry in shown.report.not_checked if entry.rule == trial.rule.id]
    if needs:
        return f"this cannot be judged without {needs[0]}: put it into the example's `situation`"
    stage = shown.situation.text("stage")
    if stage not in trial.rule.stages:
        return f"this is never looked at: the rule does not serve the stage {stage}; correct the example's `situation`"
    if trial.rule.id not in shown.report.passed:
        return "this is never looked at: `when` or `unless` keeps the rule silent in the example's `situation`"
    return "this `flag` example is not found: widen the check, or move the example to `misses`"


def _at_its_mark(finding: Finding, shown: Shown, trial: Trial) -> None:
    marked = shown.example.span
    if finding.start is None or finding.end is None:
        if marked:
            trial.complain(shown.path, "the finding belongs to no place: take the ** out of this example")
    elif marked is None:
        trial.complain(shown.path, f"the finding stands at {quoted(finding.text)}: put ** before and after it")
    elif marked != (finding.start, finding.end):
        start, end = marked
        ours = shown.example.text[start:end]
        also = f" (character {finding.start + 1}, not {start + 1})" if ours == finding.text else ""
        trial.complain(
            shown.path,
            f"the mark stands at {quoted(ours)}, the finding at {quoted(finding.text)}{also}: mend one of the two",
        )


def _fixed(finding: Finding, wanted: str, shown: Shown, trial: Trial) -> None:
    path = (*shown.path, "fixed")
    if not finding.fixes:
        trial.complain(
            path, "`fixed` is given, but the rule offers no fix here: add a `fix`, its facts, or take `fixed` out"
        )
        return
    got = finding.fixes[0].apply(shown.example.text)
    if got != wanted:
        place = next((n for n, (one, other) in enumerate(zip(got, wanted)) if one != other), min(len(got), len(wanted)))
        start = max(0, place - 15)
        trial.complain(
            path, f"the fix gives {quoted(got[start : place + 40])}, `fixed` says {quoted(wanted[start : place + 40])}"
        )
    again = [other for other in check(got, shown.situation, trial.rules).findings if other.rule == trial.rule.id]
    if again:
        trial.complain(path, f"the text is still found after the fix, {_where(again[0])}")


def _left(shown: Shown, trial: Trial) -> None:
    for finding in shown.report.findings:
        if finding.rule == trial.rule.id:
            trial.complain(
                shown.path,
                f"this should be left alone, and is found, {_where(finding)}: narrow the check, or name in `except` what makes it fine",
            )
        elif finding.start is not None:
            trial.complain(
                shown.path,
                f"the rule {finding.rule} finds something here, {_where(finding)}: mend that rule, or reword the example",
            )


def _where(finding: Finding) -> str:
    return f"at {quoted(finding.text)}" if finding.start is not None else "at no place"
