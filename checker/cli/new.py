"""`afterword new`: begin a rule, by questions or by options."""

from __future__ import annotations

import argparse
import re
import sys
import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from checker.author.load import Library, default_folder, read_rule_text
from checker.author.questions import QUESTIONS, Question, asked_for
from checker.author.scaffold import scaffold
from checker.cli.inputs import InputError, add_rules_option, open_library, rules_folder
from checker.cli.outputs import near, write_file
from checker.cli.style import terminal_width, wrapped

Ask = Callable[[str], str]

_LONGEST_ID = 50
_SMALL = frozenset("a an and are as at be by for from in is it of on or that the them they this to who with you your".split())


def add_to(commands: Any) -> None:
    new: argparse.ArgumentParser = commands.add_parser(
        "new",
        help="begin a new rule",
        description="Begin a new rule. It asks for what no option gives; press Enter to leave something for later. "
        "What was left is a blank in the file, <<with what belongs there>>.",
        epilog="Exit status: 0 the file was written, 2 it was not. Each option may be left out; those for lists may be given several times.",
    )
    for question in QUESTIONS.values():
        options = f" ({', '.join(question.options)})" if question.options else ""
        action: dict[str, Any] = {"action": "append"} if question.several else {}
        name = f"--{question.name.replace('_', '-')}"
        new.add_argument(name, dest=question.name, metavar=_metavar(question), help=(question.fill + options).replace("%", "%%"), **action)
    new.add_argument("--no-questions", action="store_true", help="ask nothing; so it is where nobody sits at the terminal")
    add_rules_option(new)
    new.set_defaults(run=run_new)


def _metavar(question: Question) -> str:
    return "N" if question.name == "at_most" else "WORD" if question.options or question.name in ("id", "source") else "TEXT"


def run_new(arguments: argparse.Namespace) -> int:
    folder = rules_folder(arguments.rules)
    library = open_library(folder)
    answers = {name: value for name in QUESTIONS if (value := getattr(arguments, name)) is not None}
    for name, value in answers.items():
        _demand(QUESTIONS[name], value, library)
    if sys.stdin.isatty() and not arguments.no_questions:
        _interview(answers, library, _at_terminal)
    _settle(answers, library)
    path = folder / answers["group"] / f"{answers['id']}.yml"
    if path.exists():
        raise InputError(f"{near(path)} is there already; nothing was written.")
    text = scaffold(answers, date.today().isoformat())
    path.parent.mkdir(exist_ok=True)
    write_file(path, text)
    _say_what_is_next(text, path, folder, library)
    return 0


def _demand(question: Question, value: str | list[str], library: Library) -> None:
    for text in [value] if isinstance(value, str) else value:
        complaint = _complaint(question, text, library)
        if complaint:
            raise InputError(f"--{question.name.replace('_', '-')}: {complaint}")


def _complaint(question: Question, text: str, library: Library) -> str | None:
    if question.name == "id":
        for rule in library.rules:
            if text == rule["id"] or text in rule.get("replaces", ()):
                return f"the id `{text}` is taken by {library.files[rule['id']]}; its page keeps that address for ever"
    return question.complaint(text, library.shared)


def _settle(answers: dict[str, Any], library: Library) -> None:
    """Put in what can be told: the defaults, and an id made of the title."""
    for name in ("kind", "group"):
        answers.setdefault(name, QUESTIONS[name].default)
    if "id" not in answers:
        proposed = id_of(answers.get("title", ""))
        if not proposed:
            raise InputError("A new rule needs a --title or an --id.")
        _demand(QUESTIONS["id"], proposed, library)
        answers["id"] = proposed
    if answers["kind"] != "none":
        answers.setdefault("level", QUESTIONS["level"].default)
    answers.setdefault("stance", QUESTIONS["stance"].default)


def id_of(title: str) -> str:
    """A short id made of a title's words: "Do not hurry your reader" → "dont-hurry-reader"."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", "").replace("do not ", "dont "))
    kept = [word for word in words if word not in _SMALL] or words
    found = ""
    for word in kept:
        if len(f"{found}-{word}") > _LONGEST_ID:
            break
        found = f"{found}-{word}" if found else word
    return found if found[:1].isalpha() else ""


def _interview(answers: dict[str, Any], library: Library, ask: Ask) -> None:
    """Ask for what is not answered yet. Raises InputError where the person stops."""
    print("A new rule. Enter alone leaves a question for later; Ctrl+C stops, and nothing is written.")
    for name, question in QUESTIONS.items():
        # What is asked turns on the answers before.
        if name in answers or question not in asked_for(answers.get("kind", "phrase"), answers.get("measure", "words")):
            continue
        default = id_of(answers.get("title", "")) if name == "id" else question.default
        value = _ask_several(question, library, ask) if question.several else _ask_one(question, default, library, ask)
        if value:
            answers[name] = value


def _ask_one(question: Question, default: str, library: Library, ask: Ask) -> str:
    _pose(question, default)
    while True:
        text = _chosen(question, ask("> ").strip() or default)
        complaint = _complaint(question, text, library) if text else None
        if not complaint:
            return text
        _tell(complaint)
        default = "" if text == default else default  # what is wrong cannot be proposed again


def _ask_several(question: Question, library: Library, ask: Ask) -> list[str]:
    _pose(question, question.default)
    found: list[str] = []
    while text := ask(f"{len(found) + 1}> ").strip():
        text = _chosen(question, text)
        complaint = _complaint(question, text, library)
        if complaint:
            _tell(complaint)
        else:
            found.append(text)
    return found or ([question.default] if question.default else [])


def _pose(question: Question, default: str) -> None:
    print()
    for line in wrapped(question.ask, terminal_width()):
        print(line)
    for number, (value, words) in enumerate((question.options or {}).items(), 1):
        print(f"  {number} {value}" + (f": {words}" if words else ""))
    if question.several:
        print("  One a line; Enter alone ends them." + (f" Without any: {default}" if default else ""))
    elif default:
        print(f"  Enter alone: {default}")


def _chosen(question: Question, text: str) -> str:
    """A number stands for the option beside it."""
    values = list(question.options or ())
    return values[int(text) - 1] if values and text.isdecimal() and 0 < int(text) <= len(values) else text


def _tell(complaint: str) -> None:
    stop = "" if complaint.endswith(("?", ".")) else "."
    for line in wrapped(f"{complaint[:1].upper()}{complaint[1:]}{stop} Please try again.", terminal_width(), "  "):
        print(line)


def _at_terminal(prompt: str) -> str:
    try:
        return input(prompt)
    except EOFError:
        print()
        raise InputError("Stopped; nothing was written.") from None


def _say_what_is_next(text: str, path: Path, folder: Path, library: Library) -> None:
    print(f"wrote {near(path)}")
    problems = read_rule_text(text, near(path), library.shared)[1]
    if problems:
        print("Still to be filled in:")
        for problem in sorted(problems):
            print(f"  {problem}")
    print(f"Next: afterword prove {path.stem} --watch{'' if folder == default_folder().resolve() else f' --rules {near(folder)}'}")
    print("It reads the file each time you save it, and says what is left to do.")
