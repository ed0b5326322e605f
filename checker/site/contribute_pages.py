"""The contributors' reference: what a rule file holds, and its two small languages by example. Pure.

All of it comes from the code that reads rule files: from the descriptions of its keys, and from `checker.author.manual`.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from checker.author.check_shapes import CHECKS, EVIDENCE, KIND
from checker.author.load import Library
from checker.author.manual import LISTS, condition_rows, evidence_snippet, facts, phrase_rows
from checker.author.rule_shape import rule_schema
from checker.core.wording import and_join
from checker.site.front_matter import front_matter
from checker.site.text import escaped, prose, typographic

RULE_FILE = "contribute/rule-file.md"
PHRASES = "contribute/phrases.md"
CONDITIONS = "contribute/conditions.md"
_NEEDED = '<span class="aw-needed">needed</span>'
_IF_CHECKED = '<span class="aw-needed aw-needed--if">needed if checked</span>'


def contribute_pages(library: Library) -> dict[str, tuple[str, str]]:
    """Each page by its place among the documents: its Markdown, and the project's file that says what it says."""
    if not LISTS <= library.words.keys():
        return {}  # a rules folder of somebody's own, without what the examples speak of
    return {
        RULE_FILE: (_page(_rule_file()), "checker/author/rule_shape.py"),
        PHRASES: (_page(_phrases(library)), "checker/core/phrases.py"),
        CONDITIONS: (_page(_conditions(library)), "checker/author/conditions.py"),
    }


def _page(parts: Iterator[str]) -> str:
    return "\n\n".join(parts) + "\n"


def _rule_file() -> Iterator[str]:
    schema = rule_schema()
    yield _head("What a rule file holds", "Every key of a rule file, what it is for, and what it may be.")
    yield "# What a rule file holds"
    yield (
        "A rule is one text file. Each line in it begins with a name, such as `title`, and a colon; we call the name a *key*. What belongs "
        "to a key stands behind the colon, or in the lines below, two spaces further in. Nearly everything else can be seen in "
        "[any rule that exists](../rules/index.md): open one with “Edit this page” at its foot, and do as it does."
    )
    yield f"These are all keys. Those with {_NEEDED} stand in every rule, those with {_IF_CHECKED} in every rule that the checker applies."
    properties = schema["properties"]
    properties["kind"] |= {"description": "How a breach is found; each kind is explained below"}
    yield _keys(properties, schema["required"], [*schema["allOf"][0]["then"]["required"], "message"])
    for key, words in (("fix", "A fix"), ("examples", "Examples"), ("sources", "Sources")):
        yield f"## {words} {{: #{key} }}"
        inner = schema["properties"][key]
        yield prose(inner["description"] + ". Each has:")
        yield _keys(*_merged(inner))
    example = schema["properties"]["examples"]["properties"]["flag"]
    yield "An example is a sentence or a message alone, or has keys of its own:"
    yield _keys(*_merged(example))
    yield "## How a breach is found, kind by kind {: #kinds }"
    yield (
        "`kind` says how the checker looks, and decides what `check` may hold. All of them also know " + _also() + ". The "
        "kind `none` is for advice that no program can check: it has no `check`, and needs no `level`, `message` and `examples`."
    )
    for kind, shape in CHECKS.items():
        yield f"### {kind} {{: #kind-{kind} }}\n\nFor {escaped(KIND[kind])}."
        properties, needed = _merged(shape.schema())
        own = {key: value for key, value in properties.items() if key not in EVIDENCE and key not in ("when", "unless")}
        if set(EVIDENCE) & set(properties):
            yield "Holds a list of [what to look for](phrases.md#where)" + (", and:" if own else ".")
        if own:
            yield _keys(own, needed)
        for key in ("evidence", "slips"):
            below = {name: value for name, value in _merged(own.get(key, {}))[0].items() if name not in EVIDENCE}
            if below:
                yield f"An entry of `{key}` holds, besides [what to look for](phrases.md#where):"
                yield _keys(below)


def _head(title: str, description: str) -> str:
    # Whoever searches has an interview behind them: a reference full of example sentences would only be in their way.
    return front_matter(title=title, description=description, search={"exclude": True})


def _also() -> str:
    return and_join([f"[`{key}`](conditions.md)" for key in ("when", "unless")])


def _phrases(library: Library) -> Iterator[str]:
    yield _head("What to look for: phrases", "How to write what the checker looks for, each way with a sentence that it finds and one that it leaves.")
    yield "# What to look for: phrases"
    yield "Write words as people write them. These signs make one phrase do for many. Each sentence below was just tried on the checker."
    yield _list(
        (
            row.phrase,
            _sentence(row.means),
            [
                ("Finds", f"{escaped(row.found[: row.start])}<mark>{escaped(row.found[row.start : row.end])}</mark>{escaped(row.found[row.end :])}"),
                ("Leaves", escaped(row.left)),
            ],
        )
        for row in phrase_rows(library.as_data())
    )
    yield (
        "A phrase stays within one sentence. One that begins with `(`, `[`, `{`, `*`, `!`, `&`, `#` or `<` is safest in quotes: "
        "YAML, the language of these files, has uses of its own for some of these."
    )
    yield "## Where to look, and what to spare {: #where }"
    yield "The phrases of a rule stand in `any`. The other keys say where they count and what takes them back:"
    yield f"```yaml\n{evidence_snippet()}\n```"
    yield "## Word lists {: #lists }"
    yield (
        f"A list in `rules/words/` gives many phrases one name; there are {len(library.words)}. Look there before you write a long list of "
        "your own: a word that you add to one helps all rules that use it."
    )


def _conditions(library: Library) -> Iterator[str]:
    yield _head("When a rule applies: conditions", "The short questions to the situation in `when`, `unless` and `flag`, each with facts for which it holds and facts for which it does not.")
    yield "# When a rule applies: conditions"
    yield (
        "`when`, `unless` and `flag` are short questions to the situation: what kind of message it is, how it goes out, what happened so "
        "far. What nobody told is unknown and never guessed; a question that turns on something unknown makes no rule fire, and the page "
        "says which fact is needed."
    )
    yield _list(
        (
            row.condition,
            _sentence(row.means),
            [("Holds", _facts(row.holds)), ("Does not", _facts(row.fails)), *([("Unknown", _unknown(row.asks))] if row.asks else [])],
        )
        for row in condition_rows(library.as_data())
    )
    yield "## All facts {: #facts }"
    yield "A rule may ask for these. In an example they stand below `situation`, where the dots become lines further in."
    yield _list(
        (name, _sentence(kind), [(f"<code>{escaped(inner)}</code>", escaped(each)) for inner, each in entry]) for name, kind, entry in facts()
    )


def _facts(given: Mapping[str, Any]) -> str:
    return f"<code>{escaped(', '.join(f'{key}: {_flow(value)}' for key, value in given.items()))}</code>"


def _flow(value: Any) -> str:
    """A value as it may stand in one line of YAML."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_flow(inner)}" for key, inner in value.items()) + "}"
        case list():
            return "[" + ", ".join(_flow(inner) for inner in value) + "]"
        case str():
            return value
    return json.dumps(value)


def _unknown(asks: tuple[str, ...]) -> str:
    return "while nobody says " + and_join([f"<code>{escaped(fact)}</code>" for fact in asks])


def _merged(schema: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The keys that a value may have, in any of its forms or in an entry of its list, and those that are always needed."""
    forms = [_merged(form) for form in (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ()))]
    forms = [form for form in forms if form[0]]
    properties = dict(schema.get("properties", {}))
    for inner, _ in forms:
        properties |= inner
    always = [key for key in properties if forms and all(key in needed for _, needed in forms)]
    return properties, [*schema.get("required", []), *always]


def _keys(properties: Mapping[str, Any], needed: Collection[str] = (), if_checked: Collection[str] = ()) -> str:
    marks = {**dict.fromkeys(if_checked, _IF_CHECKED), **dict.fromkeys(needed, _NEEDED)}
    return _list((key, _sentence(value["description"]), _options(value), marks.get(key, "")) for key, value in properties.items())


def _options(schema: Mapping[str, Any]) -> list[tuple[str, str]]:
    options = list(dict.fromkeys(_enumerated(schema)))
    limit = schema.get("maxLength")
    return [
        *([("One of", ", ".join(f"<code>{escaped(option)}</code>" for option in options))] if options else []),
        *([("At most", f"{limit} characters")] if limit else []),
    ]


def _enumerated(schema: Mapping[str, Any]) -> Iterator[str]:
    yield from schema.get("enum", ())
    for inner in (*schema.get("anyOf", ()), schema.get("items"), schema.get("additionalProperties")):
        if isinstance(inner, Mapping):
            yield from _enumerated(inner)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:] + ("" if text.endswith(".") else ".")


def _list(entries: Iterable[tuple[Any, ...]]) -> str:
    """What one writes, what it means, and labelled lines below, as one description list."""
    lines = []
    for written, means, more, *mark in entries:
        lines.append(f"<dt><code>{escaped(written)}</code> {''.join(mark)}</dt>")
        lines.append(f"<dd>{_quoted(means)}</dd>")
        lines += [f'<dd class="aw-manual__more"><span class="aw-manual__label">{label}</span> <span>{inside}</span></dd>' for label, inside in more]
    return '<dl class="aw-manual">\n' + "\n".join(lines) + "\n</dl>"


def _quoted(text: str) -> str:
    """Words of a docstring: what stands between back-ticks is code."""
    pieces = text.split("`")
    return "".join(f"<code>{escaped(piece)}</code>" if place % 2 else escaped(typographic(piece)) for place, piece in enumerate(pieces))
