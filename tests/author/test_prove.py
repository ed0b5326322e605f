"""Proof of rules: each way in which a rule file can be wrong about itself is told, and nothing else is."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from our_rules import our_library
from rules_folder import RULE

from checker.author.load import default_folder, load
from checker.author.prove import Proof, prove
from checker.author.prove_speed import samples
from checker.core.draft import parse
from checker.core.phrasebook import Phrasebook
from checker.site.rules_feed import expressions

ROOT = default_folder().parent

MISSING = """\
id: say-thanks
title: Say thank you
group: content
kind: missing
stages: [withdraw]
level: error
status: stable
message: Say thank you.
why: It is kind.
how: Thank them.
check:
  evidence:
    - any: [thank you, "(grateful|thankful) for"]
      except_in_sentence: [no thank you]
fix: {append: "Thank you, {me}"}
examples:
  flag:
    - {text: "I withdraw.", situation: {me: Sam}, fixed: "I withdraw.\\n\\nThank you, Sam"}
    - {text: "I withdraw, and no thank you."}
  leave:
    - I withdraw. Thank you for your time.
    - I withdraw, and I am grateful for your time.
sources:
  - {source: handbook, stance: for, line: Say thank you.}
added: 2026-11-23
"""
TIMING = """\
id: wait-a-while
title: Wait a while
group: timing
kind: timing
stages: [check-in]
level: {same_day: error, next_day: warning}
status: stable
message: Wait.
why: It is kind.
how: Wait.
check:
  flag:
    same_day: days(interview.at, now) < 1
    next_day: days(interview.at, now) < 2
examples:
  flag:
    - {text: "Any news from the panel?", situation: {now: "2026-03-02", interview: {at: "2026-03-02"}}}
    - {text: "Any news from the panel?", situation: {now: "2026-03-03", interview: {at: "2026-03-02"}}}
  leave:
    - {text: "Is there news from the panel?", situation: {now: "2026-03-12", interview: {at: "2026-03-02"}}}
    - {text: "Has the panel met?", situation: {now: "2026-03-22", interview: {at: "2026-03-02"}}}
sources:
  - {source: handbook, stance: for, line: Wait.}
added: 2026-11-23
"""
GUIDANCE = """\
id: ask-first
title: Ask first
group: before
kind: none
stages: any
status: stable
why: It is kind.
how: Ask.
sources:
  - {source: handbook, stance: for, line: Ask.}
added: 2026-11-23
"""


@pytest.fixture
def proof_of(write_rules):
    def proof_of(*rules: str, wanted: list[str] | None = None) -> Proof:
        folder = write_rules(*rules)
        library = load(folder)
        assert [str(problem) for problem in library.problems] == []
        return prove(library, folder, wanted)

    return proof_of


def told(proof: Proof) -> list[str]:
    return [str(problem) for problem in proof.problems]


def test_sound_rules_are_proved(proof_of) -> None:
    proof = proof_of(RULE, MISSING, TIMING, GUIDANCE)
    assert told(proof) == []
    assert (proof.rules, proof.examples) == (4, 13)


@pytest.mark.parametrize(
    "rule, old, new, said",
    [
        # 1: flag examples
        (RULE, "Call me **asap**", "Call me **soon**", "25:7: this `flag` example is not found"),
        (RULE, "Call me **asap**.", "Call **asap**, urgently.", "25:7: this is found 2 times, at “asap”, “urgently”"),
        (RULE, "Call me **asap**", "Call **me asap**", "25:7: the mark stands at “me asap”, the finding at “asap”"),
        (RULE, '"Call me **asap**."', "'She \"said **asap** now\" asap.'", "the finding at “asap” (character 21, not 11)"),
        (RULE, "Call me **asap**", "Call me asap", "25:7: the finding stands at “asap”: put ** before and after it"),
        (MISSING, "I withdraw, and no", "I **withdraw**, and no", "19:7: the finding belongs to no place: take the ** out"),
        (TIMING, 'now: "2026-03-03", ', "", "18:7: this cannot be judged without now: put it into the example's `situation`"),
        (TIMING, '{now: "2026-03-03"', '{stage: withdraw, now: "2026-03-03"', "does not serve the stage withdraw"),
        (TIMING, "  flag:\n    same", "  when: channel == 'text'\n  flag:\n    same", "18:7: this is never looked at: `when` or `unless`"),
        (TIMING, "examples:\n", "  unless_said: {any: [much obliged]}\nexamples:\n", "no example is found by `much obliged`: add a `leave`"),
        # 2: leave examples
        (RULE, "hearing how ASAP Labs", "hearing how, asap, you", "27:7: this should be left alone, and is found, at “asap”"),
        (MISSING, "Thank you for your time.", "Goodbye.", "21:7: this should be left alone, and is found, at no place"),
        # 3: fixes
        (RULE, 'fixed: "Please."', 'fixed: "Please?"', "24:14: the fix gives “Please.”, `fixed` says “Please?”"),
        (RULE, "fix: {delete: match}", 'fix: {replace: "asap"}', "24:14: the text is still found after the fix, at “asap”"),
        (RULE, 'fixed: "Please."', "because: it hurries", "20:6: no `flag` example shows this fix"),
        (RULE, "fix: {delete: match}\n", "", "23:14: `fixed` is given, but the rule offers no fix here"),
        (MISSING, "situation: {me: Sam}, ", "", "`fixed` is given, but the rule offers no fix here"),
        # 4: coverage
        (RULE, "    - (asap", "    - right away\n    - (asap", "17:7: no example is found by `right away`: add an example, or delete it"),
        (RULE, "    - (asap", "    - {all: [right away, soon]}\n    - (asap", "no example is found by `right away` + `soon` together in one sentence (nowhere at all: `right away`, `soon`)"),
        (RULE, "    - (asap", "    - {regex: 'NOW+'}\n    - (asap", "no example is found by the regular expression `NOW+`"),
        (RULE, "    - asap labs", "    - asap labs\n    - asap ltd", "20:7: no example holds the exception `asap ltd`: add a `leave` example"),
        (RULE, "  except_in", "  except_in_message: [joking]\n  except_in", "18:23: no example holds the exception `joking`"),
        (MISSING, "thank you, \"", "thank you, much obliged, \"", "13:24: no example is found by `much obliged`: add a `leave` example"),
        (TIMING, '"2026-03-02", interview', '"2026-03-03", interview', "13:15: no `flag` example shows the case `same_day`"),
        # 5: twins
        (RULE, 'reply once the panel', 'write once the panel', "27:5: 1 of these shares a word with what is looked for: add near misses"),
        # 6: misses
        (RULE, "The sooner the better.", "Do reply at once.", "30:7: this miss is found now, at “reply at once”: move it to `flag`"),
    ],
)  # fmt: skip
def test_each_fault_is_told_at_its_line(proof_of, rule: str, old: str, new: str, said: str) -> None:
    assert old in rule
    found = told(proof_of(rule.replace(old, new, 1)))
    assert any(said in line for line in found), "\n".join(found)


def test_leave_examples_are_left_alone_by_every_rule_that_points_at_a_place(proof_of) -> None:
    other = (
        RULE.replace("id: no-hurry", "id: no-labs").replace("(asap|urgently)", "labs").replace("- asap labs", "- 'no'")
    )
    proof = proof_of(RULE, other, wanted=["no-hurry"])
    assert [line for line in told(proof) if "the rule no-labs finds something here, at “Labs”" in line]


def test_rules_that_point_at_no_place_do_not_disturb_other_rules_examples(proof_of) -> None:
    # No leave example of the first rule says thanks; the second rule misses that, at no place.
    assert told(proof_of(RULE, MISSING.replace("[withdraw]", "any"), wanted=["no-hurry"])) == []


def test_a_rule_without_examples_proves_nothing(proof_of) -> None:
    bare = RULE[: RULE.index("examples:")] + "examples: {}\n" + RULE[RULE.index("sources:") :]
    found = told(proof_of(bare))
    assert any("21:11: there are no `flag` examples" in line for line in found)
    assert any("none of these shares a word" in line for line in found)


def test_only_the_wanted_rules_are_proved(proof_of) -> None:
    spoilt = RULE.replace("Call me **asap**", "Call me **soon**")
    assert told(proof_of(spoilt, MISSING, wanted=["say-thanks"])) == []
    assert proof_of(spoilt, MISSING, wanted=["no-hurry"]).rules == 1


def test_a_draft_of_a_rule_is_proved_as_if_it_counted_and_a_retired_one_rests(proof_of) -> None:
    spoilt = RULE.replace("Call me **asap**", "Call me **soon**")
    assert told(proof_of(spoilt.replace("status: stable", "status: draft")))
    assert proof_of(spoilt.replace("status: stable", "status: retired")) == Proof(0, 0, [])


@pytest.mark.parametrize("pattern", ["(a+)+b", "(?:a|a)*b", r"\s+$", "a*a*a*a*b", r"(\w+\s?)*!"])
def test_regular_expressions_that_explode_are_told(proof_of, pattern: str) -> None:
    rule = RULE.replace("    - (asap", f"    - {{regex: '{pattern}'}}\n    - (asap")
    assert any("17:15: this regular expression takes too long on" in line for line in told(proof_of(rule)))


@pytest.mark.parametrize("pattern", [r"\[[^\[\]\n]{1,40}\]", "X{2,6}", r"\b(?:[A-Z]{2,} ){1,5}HERE\b"])
def test_regular_expressions_that_are_bounded_are_not(proof_of, pattern: str) -> None:
    rule = RULE.replace("    - (asap", f"    - {{regex: '{pattern}'}}\n    - (asap")
    assert not any("too long" in line for line in told(proof_of(rule)))


@pytest.mark.parametrize(
    "phrase",
    [
        "please confirm by return",
        "[very] (soon|by * morning)",
        "need *3 (an answer|[a] reply|(news|word))",
        "^ sorry <soon>",
        "expect~ {company} *",
        "#",
    ],
)
def test_samples_fit_their_phrase(phrase: str) -> None:
    phrase = phrase.removesuffix(" *") if phrase != "#" else "<number>"
    lists = {"soon": ["soon", "in (a|the) jiffy"]}
    book = Phrasebook([phrase], lists)
    for sample in samples(phrase, lists):
        (hit,) = book.find(parse(sample), {"company": [("northwind",)]})[phrase]
        assert (hit.first, hit.last) == (0, len(sample.split()))


def test_the_rules_of_this_project_are_proved() -> None:
    library = our_library()
    proof = prove(library, default_folder())
    assert not library.problems and told(proof) == []
    assert proof.rules == len(library.rules)


def test_an_independent_judge_finds_no_regular_expression_that_explodes(node: str) -> None:
    """recheck decides by theory what our own clock can only sample.

    Where theory does not reach, it tries texts of hundreds of thousands of characters. A cost that grows with the square is bearable, as
    a draft has 20,000 at the most; `prove` looks at that. Whether it comes upon one is chance, and a matter of time.
    """
    patterns = expressions(our_library().as_data())
    script = """
        const {checkSync} = require('recheck');
        const told = ({status, complexity}) => complexity?.degree === 2 ? 'a square' : status;
        const found = JSON.parse(require('fs').readFileSync(0)).map(
          ([source, flags]) => told(checkSync(source, flags, {timeout: 20000})));
        process.stdout.write(JSON.stringify(found));"""
    asked = [_as_javascript(pattern) for pattern in patterns]
    run = subprocess.run(
        [node, "-e", script], input=json.dumps(asked), capture_output=True, text=True, cwd=ROOT, check=True
    )
    found = dict(zip(patterns, json.loads(run.stdout)))
    assert {pattern: status for pattern, status in found.items() if status not in ("safe", "a square")} == {}


def _as_javascript(pattern: str) -> tuple[str, str]:
    """The same regular expression for JavaScript: flags stand outside, and signs beyond U+FFFF stand for themselves."""
    found = re.match(r"\(\?([ims]+)\)", pattern)
    flags = found[1] if found else ""
    source = pattern[found.end() if found else 0 :]
    plain = re.sub(r"\\U([0-9A-Fa-f]{8})", lambda code: chr(int(code[1], 16)), source)
    return plain, flags + ("u" if plain != source else "")
