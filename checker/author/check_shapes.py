"""The `check` of a rule file: for each kind of rule, how a breach is found."""

from __future__ import annotations

from checker.author.look_shapes import OneByKey, look_keys
from checker.author.name_shapes import names_shape
from checker.author.shapes import Either, List, Map, OneOf, Plain, Record, Shape, Text
from checker.author.slip_shapes import SLIPS_SHAPE
from checker.core.draft import PART_NAMES
from checker.core.evidence import WRITTEN
from checker.core.kinds.count import MEASURES
from checker.core.rules import KINDS
from checker.core.signs import SIGNS

_WRITTEN_PARTS = tuple(name for name in PART_NAMES if name in (*WRITTEN, "letterhead", "signature"))

_CONDITION = Text("a condition", "What must hold in the situation, for example: channel == 'text'")
_PHRASE = Text("a phrase", "Words as the writer would put them; see the phrase language")


def _phrases(about: str) -> Shape:
    return List("a list of phrases", _PHRASE, about)


_ITEMS = List(
    "`any`",
    Either(
        "an entry",
        scalar=_PHRASE,
        mapping=Record(
            "an entry",
            {
                "all": List("`all`", _PHRASE, "Phrases that stand together in one sentence, in any order", least=2),
                "regex": Text("`regex`", "A reviewed regular expression, in single quotes; the exception"),
            },
        ),
    ),
    "Any one of these is a find",
    least=1,
)
_IN = List("`in`", OneOf("part of a message", _WRITTEN_PARTS), "The parts that are looked at", least=1)
EVIDENCE: dict[str, Shape] = {
    "in": _IN,
    "opening": Plain("`opening`", int, "Of the body only so many sentences from its start"),
    "any": _ITEMS,
    "except": _phrases("What touches one of these is no find"),
    "except_in_sentence": _phrases("Nothing is a find in a sentence that holds one of these"),
    "except_in_message": _phrases("Nothing is a find in a message that holds one of these"),
    "mark": OneOf("value of `mark`", ("sentence",), "Point at the whole sentence of a find"),
    "quoted": OneOf("value of `quoted`", ("look",), "Look between quotation marks too"),
}
_WHEN: dict[str, Shape] = {
    "when": Text("a condition", "The rule is asked only where this holds, for example: channel == 'text'"),
    "unless": Text("a condition", "The rule is not asked where this holds"),
}
_WORTH = Plain("`worth`", int, "How much each find adds; 1 if left out")
_SIGN: dict[str, Shape] = {
    "sign": OneOf("sign", tuple(SIGNS), "Something that no list of phrases can tell"),
    "stock": Text("`stock`", "Word list of words that are no detail"),
    "tied_by": List("`tied_by`", _PHRASE, "Words after which a detail belongs to the conversation"),
    "of_career": List("`of_career`", _PHRASE, "Words that tell of the writer's own career"),
    "empty": Text("`empty`", "Word list of words that say nothing in a subject line"),
    "longest": Plain("`longest`", int, "Words in the longest subject line that will do"),
    "to_several": List("`to_several`", Text("a word"), "Words that greet several people at once"),
}
_LIMIT = Record("a limit", {"when": _CONDITION, "is": Plain("`is`", int, "So many are allowed")}, ("is",))

_OVERLAP: dict[str, Shape] = {
    "with": OneOf("text", ("application", "other_notes"), "Which of the writer's other texts this one must not repeat"),
    "in_a_row": Plain("`in_a_row`", int, "So many words in a row are too many, whatever the share"),
}

# What each kind of rule is for, in a line.
KIND: dict[str, str] = {
    "phrase": "words that should not be there",
    "missing": "something that should be said and is not",
    "count": "too much of something: words, questions, exclamation marks",
    "names": "names of people and companies: the wrong one, or in the wrong form",
    "overlap": "words repeated from another text: an application, a note to somebody else",
    "timing": "when the message goes out",
    "situation": "what is known around the message, and whom it reaches",
}
CHECKS: dict[str, Shape] = {
    "phrase": OneByKey(
        "slips",
        there=Record("`check`", _WHEN | {"slips": SLIPS_SHAPE} | EVIDENCE),
        absent=Record("`check`", _WHEN | EVIDENCE, ("any",)),
    ),
    "missing": Record(
        "`check`",
        _WHEN
        | {
            "evidence": List(
                "`evidence`",
                Record("a piece of evidence", {"worth": _WORTH} | EVIDENCE | _SIGN),
                "What shows that the message says it; what is found is added up",
                least=1,
            ),
            "enough": Plain("`enough`", int, "The sum that satisfies; 1 if left out"),
        },
        ("evidence",),
    ),
    "count": Record(
        "`check`",
        _WHEN
        | {
            "of": OneOf("measure", MEASURES, "What is counted"),
            "at_most": Either(
                "`at_most`",
                Plain("`at_most`", int, "So many are allowed"),
                List("`at_most`", _LIMIT, "Limits, each with `when` it holds; the first that holds counts", least=1),
                about="How many are allowed: a number, or limits of which the first that holds counts",
            ),
            "each": OneOf("value of `each`", ("find",), "Every find counts, not one a sentence"),
            "never_together": Plain("`never_together`", bool, "Marks that touch are too many however few"),
            "evidence": List(
                "`evidence`", Record("a piece of evidence", {"worth": _WORTH} | EVIDENCE, ("any",)), "What is counted, where words are"
            ),
        },
        ("of", "at_most"),
    ),
    "names": names_shape(_WHEN, EVIDENCE),
    "overlap": OneByKey(
        "above",
        there=Record("`check`", _WHEN | _OVERLAP | {"above": Plain("`above`", int, "More than so many percent")}, ("with", "above")),
        absent=Record("`check`", _WHEN | _OVERLAP | {"share": Plain("`share`", int, "Percent, or more")}, ("with", "share")),
    ),
}
_FLAG: dict[str, Shape] = {
    "flag": Either(
        "`flag`",
        _CONDITION,
        mapping=Map("`flag`", _CONDITION, "Cases by name, the first that holds counts; `level` gives each its weight"),
        about="The rule is broken where this holds: one condition, or several cases by name",
    ),
    "unless_said": Record(
        "`unless_said`", {"when": _CONDITION} | EVIDENCE, ("any",), "What clears the breach if the draft says it"
    ),
}
CHECKS["timing"] = Record("`check`", _WHEN | _FLAG, ("flag",))
CHECKS["situation"] = OneByKey(
    "look",
    there=Record("`check`", _WHEN | look_keys(EVIDENCE), ("look",)),
    absent=Record("`check`", _WHEN | _FLAG, ("flag",)),
)
for _kind, _shape in CHECKS.items():
    _shape.about = f"How a breach is found. The kind `{_kind}` is for {KIND[_kind]}"
assert CHECKS.keys() == KINDS.keys() == KIND.keys()
