"""The slips of a rule of the kind phrase: what is looked for beside its phrases."""

from __future__ import annotations

from checker.author.shapes import List, Map, OneOf, Record, Shape, Text
from checker.core.slips import SLIPS

_LIST = Text("a word list", "The name of a list in rules/words/")

SLIPS_SHAPE: Shape = List(
    "`slips`",
    Record(
        "a slip",
        {
            "slip": OneOf("slip", tuple(SLIPS), "A slip of the pen that no list of phrases can tell"),
            "corrections": Map("`corrections`", Text("the right spelling"), "Misspelt words, and what is meant"),
            "ordinary": List("`ordinary`", _LIST, "Word lists of ordinary words, for which capitals are emphasis", least=1),
            "acronyms": Text("`acronyms`", "Word list of abbreviations that are spelt like words"),
        },
        ("slip",),
    ),
    "Slips of the pen, beside or instead of `any`",
    least=1,
)
