"""`afterword diff`: what a change of the rules does."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from checker.author.changed_findings import FindingChange
from checker.author.corpus import Specimen, read_corpus
from checker.author.difference import Difference, Version, difference
from checker.author.reload import contents_of
from checker.cli.diff_markdown import as_markdown
from checker.cli.diff_text import as_text
from checker.cli.inputs import InputError, add_rules_option, rules_folder, write_utf8
from checker.cli.revisions import version_folder
from checker.cli.style import terminal_style, terminal_width
from checker.core.report import Finding

_MOST = 20


def add_to(commands: Any) -> None:
    diff: argparse.ArgumentParser = commands.add_parser(
        "diff",
        help="say what a change of the rules does",
        description="Say what a change of the rules does: which rules are new, which of their parts differ, and which findings appear "
        "or vanish over the good letters, the labelled drafts and sentences, and the examples of all other rules. "
        "Both versions are judged by the engine that is installed.",
        epilog="Exit status: 0, whatever changed; 1 where a file of HEAD cannot be read: the rest is compared; 2 an input that cannot be used.",
    )
    diff.add_argument("base", metavar="BASE", help="the older version: a revision of git such as main or HEAD~1, or a folder")
    diff.add_argument("head", metavar="HEAD", nargs="?", help="the newer version; the rules as they lie on the disk if left out")
    form = diff.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="write Markdown, for the summary of a job on GitHub")
    form.add_argument("--json", action="store_true", help="write everything as JSON")
    diff.add_argument("--most", metavar="N", type=_number, default=_MOST, help=f"list at most so many findings of a rule; 0 lists all ({_MOST} if left out)")
    diff.add_argument("--tests", metavar="DIR", type=Path, help="the folder that holds letters/good, drafts and sentences; tests/ beside the rules if left out")
    add_rules_option(diff)
    diff.set_defaults(run=run_diff)


def run_diff(arguments: argparse.Namespace) -> int:
    if arguments.tests and not arguments.tests.is_dir():
        raise InputError(f"{arguments.tests}: there is no such folder of texts")
    rules = rules_folder(arguments.rules)
    with ExitStack() as open_folders:
        head = open_folders.enter_context(version_folder(arguments.head, rules)) if arguments.head else rules
        base = open_folders.enter_context(version_folder(arguments.base, rules))
        found = _difference(base, head, arguments.tests or rules.parent / "tests")
    if arguments.json:
        write_utf8(sys.stdout)
        print(json.dumps(as_data(found), ensure_ascii=False, indent=1, default=str))
    else:
        if arguments.markdown:
            write_utf8(sys.stdout)
        lines = as_markdown(found, arguments.most) if arguments.markdown else as_text(found, arguments.most, terminal_style(sys.stdout), terminal_width())
        for line in lines:
            print(line)
    return 1 if found.unread else 0


def _difference(base: Path, head: Path, tests: Path) -> Difference:
    if contents_of(base) == contents_of(head):
        return Difference()
    after = Version.read(head)
    return difference(Version.read(base, after), after, _specimens(tests))


def _specimens(tests: Path) -> list[Specimen]:
    found, problems = read_corpus(tests)
    for problem in problems:
        print(problem, file=sys.stderr)
    return found


def as_data(found: Difference) -> dict[str, Any]:
    """The difference as plain data; a finding's `better` and `alarm` say what the labels of its text ask for."""
    return {
        "rules": [
            {
                "id": rule.id,
                "title": rule.title,
                "what": rule.what,
                "former": rule.former or None,
                "draft": rule.draft,
                "fields": [asdict(field) for field in rule.fields],
                "findings": [_finding(finding) for finding in rule.findings],
            }
            for rule in found.rules
        ],
        "words": [asdict(words) for words in found.words],
        "others": [{"file": file, "what": what} for file, what in found.others],
        "texts": found.specimens,
        "unread": [asdict(problem) for problem in found.unread],
        "unread_before": [asdict(problem) for problem in found.unread_before],
    }


def _finding(finding: FindingChange) -> dict[str, Any]:
    return {
        "kind": finding.specimen.kind,
        "text": finding.specimen.name,
        "excerpt": finding.excerpt,
        "before": _seen(finding.before),
        "after": _seen(finding.after),
        "better": finding.better,
        "alarm": finding.alarm,
    }


def _seen(finding: Finding | None) -> dict[str, Any] | None:
    return finding and {"level": finding.level, "start": finding.start, "end": finding.end, "text": finding.text, "message": finding.message}


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"expected a whole number, found `{text}`")
    return int(text)
