"""What the workshop's page is told: as JSON, with the published rule as the measure, and texts that stay texts."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from our_rules import our_library

from checker.author.load import default_folder
from checker.author.scaffold import scaffold
from checker.site.rules_feed import feed_text
from checker.site.workshop_data import TEMPLATES, shelf_text
from checker.site.workshop_wire import Wire

ROOT = default_folder().parent
RULE = "skip-the-empty-opener"
HOSTILE = """<img src=x onerror='a()'> [x](javascript:a()) **b** <script> `c`"""


@pytest.fixture(scope="module")
def wire() -> Wire:
    library = our_library()
    return Wire(feed_text(library), shelf_text(ROOT, library))


@pytest.fixture(scope="module")
def text(wire: Wire) -> str:
    return wire.bench.texts[RULE]


def asked(wire: Wire, what: str, *given: Any) -> Any:
    return json.loads(getattr(wire, what)(*given))


def test_every_published_rule_is_on_the_shelf_and_in_order(wire: Wire) -> None:
    library = our_library()
    assert wire.bench.texts.keys() == {rule["id"] for rule in library.rules}
    for name, published in wire.bench.texts.items():
        told = asked(wire, "read", published, name)
        assert (told["problems"], told["blanks"], told["changes"]["same"]) == ([], [], True), name
        assert told["path"] == library.files[name].as_posix()


def changes(wire: Wire, text: str) -> tuple[str, list[list[str]], list[tuple[str, str]]]:
    told = asked(wire, "read", text, RULE)["changes"]
    assert told["same"] is False
    lines = text.splitlines()
    assert all(lines[line["line"] - 1] == line["text"] for line in told["lines"] if line["sign"] in "+ ")
    return told["what"], told["words"], [(line["sign"], line["text"]) for line in told["lines"] if line["sign"] in "+-"]


def test_what_changes_is_told_in_words(wire: Wire, text: str) -> None:
    words = [
        ["@", "the title (title)"], ["-", "Skip the opener that says nothing"], ["+", "Leave out the opener that says nothing"],
        ["@", "its weight (level)"], ["-", "suggestion"], ["+", "warning"],
    ]  # fmt: skip
    changed = text.replace("level: suggestion", "level: warning").replace("title: Skip", "title: Leave out")
    assert changes(wire, changed) == ("changed", words, [])


def test_where_there_are_no_words_the_lines_are_told(wire: Wire, text: str) -> None:
    assert changes(wire, text.replace("level: suggestion", "level: sugestion")) == ("", [], [("-", "level: suggestion"), ("+", "level: sugestion")])
    assert changes(wire, text.replace("group: ", "group:  ")) == ("", [], [("-", "group: content"), ("+", "group:  content")])


def test_the_page_is_the_one_that_the_site_shows(wire: Wire, text: str) -> None:
    page = asked(wire, "page", text, RULE)
    assert page.startswith("<h1>Skip the opener that says nothing</h1>")
    assert 'class="aw-says"' in page and 'class="aw-example aw-example--flag"' in page
    assert "{:" not in page and "](" not in page  # all Markdown has been read
    assert asked(wire, "page", text.replace("kind:", "knid:"), RULE) is None


# Each text of a rule, as it stands in the file.
TEXTS = {
    "title": r"title: .*",
    "message": r"message: .*",
    "why": r"why: \|\n(  .*\n|\n)+",
    "how": r"how: \|\n(  .*\n|\n)+",
    "an example": r"(?<=    - text: )\"I \*\*hope.*",
    "because": r"(?<=      because: ).*",
    "what a source says": r"(?<=    line: ).*",
}


@pytest.mark.parametrize("place", TEXTS.values(), ids=TEXTS)
def test_no_text_becomes_markup(wire: Wire, text: str, place: str) -> None:
    def written(found: re.Match[str]) -> str:
        key = re.match(r"\w+: ", found[0])
        return f"{key[0] if key else ''}{json.dumps(HOSTILE)}" + ("\n" if found[0].endswith("\n") else "")

    page, plain = asked(wire, "page", re.sub(place, written, text, count=1), RULE), asked(wire, "page", text, RULE)
    assert "onerror" in page and "onerror" not in plain
    assert "onerror" not in re.sub(r"&lt;img .*?&gt;", "", page)  # it stands there as text
    for markup in ("<img", "<script", "<strong", "<code", "javascript:a()\""):
        assert page.count(markup) == plain.count(markup), markup


def test_an_example_that_fails_says_so_at_its_line(wire: Wire, text: str) -> None:
    wrong = text.replace("I **hope this email finds you well**.", "I **was** there.")
    (failed,) = (each for each in asked(wire, "prove", wrong, RULE)["examples"] if each["complaints"])
    assert wrong.splitlines()[failed["line"] - 1].lstrip().startswith('- text: "I **was** there.')
    assert failed["group"] == "flag" and "is not found" in failed["complaints"][0]


def test_a_draft_is_told_with_the_words_around_each_finding(wire: Wire, text: str) -> None:
    draft = "Dear Dana,\n\nI hope this email finds you well.\n\nSam"
    told = asked(wire, "draft", text, RULE, draft, "stage: check-in")
    assert [each["quote"] for each in told["ours"]] == [["Dear Dana,\n\nI ", "hope this email finds you well", ".\n\nSam"]]
    assert [each["sentence"] for each in told["ours"]] == ["I hope this email finds you well."]
    assert all(each["rule"] != RULE for each in told["others"])


FACTS = {
    "no fact": ("stage: no-such-stage", "Facts, line 1: stage: "),
    "no YAML": ("stage: [", "Facts, line 1: "),
    "nothing": ("", None),
}


@pytest.mark.parametrize("facts, error", FACTS.values(), ids=FACTS)
def test_facts_that_cannot_be_read_are_told(wire: Wire, text: str, facts: str, error: str | None) -> None:
    told = asked(wire, "draft", text, RULE, "Hello", facts)
    assert told.get("error", "").startswith(error) if error else "error" not in told


def test_a_draft_that_is_too_long_is_told(wire: Wire, text: str) -> None:
    assert "20,000" in asked(wire, "draft", text, RULE, "x" * 20_001, "")["error"]


def test_slices_of_messages_add_up(wire: Wire, text: str) -> None:
    changed = text.replace("- <empty-opener>", "- <empty-opener>\n    - thank you for")
    whole = asked(wire, "sweep", changed, RULE, 0, 1000)
    first, second = asked(wire, "sweep", changed, RULE, 0, 150), asked(wire, "sweep", changed, RULE, 150, 1000)
    assert first["effects"] + second["effects"] == whole["effects"] != []
    assert (first["next"], whole["next"]) == (150, whole["total"])
    assert first["good"] + second["good"] == whole["good"] >= 150
    new = {effect["name"] for effect in whole["effects"] if effect["new"]}
    assert new and all(found["quote"][1].lower().startswith("thank you for") for each in whole["effects"] for found in each["new"])
    assert not any(effect["gone"] for effect in whole["effects"])


@pytest.mark.parametrize("kind", TEMPLATES)
def test_a_template_has_blanks_and_no_other_fault(wire: Wire, kind: str) -> None:
    told = asked(wire, "read", scaffold({"kind": kind}, "2026-11-28"))
    assert told["problems"] == []
    assert len(told["blanks"]) >= 7


FILLED = {
    "phrase": {
        "id": "no-rock-star", "group": "tone", "**the words": "I am a **rock star**.", "words to be found": "rock star",
        "looks alike": "The rock at the gate is a landmark.", "Another one": "You have a star on your door.",
    },
    "missing": {
        "id": "name-the-weather", "group": "content", "words that say it": "sunny", "lacks it": "Thank you for the tour.",
        "that says it": "Thank you for the sunny tour.", "Another one": "It was a sunny day.",
    },
    "none": {"id": "drink-water", "group": "before"},
}  # fmt: skip


@pytest.mark.parametrize("kind", FILLED)
def test_a_template_that_is_filled_in_is_a_rule(wire: Wire, kind: str) -> None:
    filled = FILLED[kind]

    def fill(found: re.Match[str]) -> str:
        return next((words for sign, words in filled.items() if sign in found[1]), "Plain words")

    text = scaffold({"kind": kind}, "2026-11-28")
    text = text.replace("<<short-name-with-hyphens>>", filled["id"])
    text = re.sub(r"(?m)^group: .*", f"group: {filled['group']}", text).replace("<<the id of a source>>", "purdue")
    text = re.sub(r"<<([^<>\n]+)>>", fill, text)
    told = asked(wire, "read", text)
    assert (told["problems"], told["blanks"], told["path"]) == ([], [], f"rules/{filled['group']}/{filled['id']}.yml")
    proved = asked(wire, "prove", text)
    assert ([each["complaints"] for each in proved["examples"]], proved["complaints"]) == ([[]] * len(proved["examples"]), [])
    assert asked(wire, "page", text).startswith("<h1>Plain words</h1>")
