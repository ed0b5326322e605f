"""The list of all rules, each once, under its subject; and the form that narrows it down. Pure.

The form works twice. Where scripts run, docs/assets/rule-filter.js does it, and keeps the choice in the address:
rules/?stage=check-in&level=error. Where they do not, finding.css hides what does not fit a choice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from checker.core.fields import STAGES
from checker.site.channels import channels
from checker.site.front_matter import front_matter
from checker.site.levels import ADVICE, Rule, badge, levels, ordered, short_badge
from checker.site.text import escaped, inline
from checker.site.words import CHANNEL_NAME, GROUPS, LEVEL, LEVEL_SHORT, STAGE, by_channels, stages

EVERY = "every"  # stands for a stage where a rule holds in every message


def index_page(rules: Sequence[Rule]) -> str:
    """The page at rules/. `rules` are those to be listed."""
    checked = sum(rule["kind"] != "none" for rule in rules)
    groups = [(name, title, of_group(rules, name)) for name, title in GROUPS.items()]
    groups = [(name, title, among) for name, title, among in groups if among]
    jumps = "\n".join(f"- [{title}](#group-{name})" for name, title, _ in groups)
    parts = [
        front_matter(
            title="Rules",
            description="All rules for what to send after an interview: by message, by channel, by weight.",
            search={"exclude": True},
            hide=["toc"],
        ),
        "# Rules",
        f"{len(rules)} pieces of advice, each with its reasons, examples and sources. "
        f"The [checker](../check.md) applies {checked} of them to your draft. "
        "Where no message and no channel is named, a rule holds in all of them.",
        _form(),
        f'<div class="aw-jumps" markdown>\n\n{jumps}\n\n</div>',
    ]
    for name, title, among in groups:
        items = "\n".join(f"- {_line(rule)}" for rule in among)
        parts += [f"## {title} {{: #group-{name} }}", f'<div class="aw-rules aw-rules--level aw-rules--all" markdown>\n\n{items}\n\n</div>']
    return "\n\n".join(parts) + "\n"


def of_group(rules: Iterable[Rule], group: str) -> list[Rule]:
    """The rules of one subject, the weightiest first."""
    return ordered(rule for rule in rules if rule["group"] == group)


def facets(rule: Rule) -> dict[str, list[str]]:
    """What the list can be narrowed down by: the stages, levels and channels of a rule, and whether sources differ.

    A level that holds in one stage alone stands as "check-in:error"; `every` is a stage, `advice` a level.
    """
    every = [EVERY] if set(rule["stages"]) == set(STAGES) else []
    # Advice that is about no message in particular is no rule for a message.
    stages = [] if every and rule["kind"] == "none" else [*every, *rule["stages"]]
    of_level = [f"{stage}:{level}" for stage, level in rule["level"].items()] if _by_stage(rule) else [level for level, _ in levels(rule)]
    return {
        "stage": stages,
        "level": of_level or [ADVICE],
        "channel": channels(rule),
        "disputed": ["1"] if rule.get("disagreements") or rule.get("disputed") else [],
    }


def _line(rule: Rule) -> str:
    held = ", ".join(filter(None, [stages(rule) if set(rule["stages"]) != set(STAGES) else "", by_channels(channels(rule))]))
    only = f' <span class="aw-from">{escaped(held[:1].upper() + held[1:])}</span>' if held else ""
    # Marks and words are a span each, so that both stand in columns of their own.
    words = f'<span>[{inline(rule["title"])}]({rule["id"]}.md){only}</span>'
    data = facets(rule) | {"asked": rule.get("asked", [])}
    given = " ".join(f'data-{name}="{escaped((", " if name == "asked" else " ").join(values))}"' for name, values in data.items() if values)
    return f"{_marks(rule)} {words}\n{{: {given} }}"


def _marks(rule: Rule) -> str:
    """The gravest level; of a rule whose level turns on the message every one, with the messages it is for."""
    if not _by_stage(rule):
        return short_badge(rule)
    each = {level: " ".join(stage for stage, of in rule["level"].items() if of == level) for level, _ in levels(rule)}
    return "<span>" + "".join(f'<span data-in="{among}">{badge(level, LEVEL_SHORT[level])}</span>' for level, among in each.items()) + "</span>"


def _by_stage(rule: Rule) -> bool:
    return isinstance(rule.get("level"), Mapping) and set(rule["level"]) <= set(STAGES)


def _form() -> str:
    """The choices. One piece of HTML, so without a blank line."""
    options = {
        "stage": ("Message", {**STAGE, EVERY: "Common to all"}),
        "level": ("Weight", {**LEVEL, ADVICE: "Advice, not checked"}),
        "channel": ("Channel", CHANNEL_NAME),
    }
    lines = ['<form class="aw-filter" aria-label="Narrow the list down">']
    lines.append('<label class="aw-filter__words">Words<input type="search" name="words" autocomplete="off" spellcheck="false"></label>')
    for name, (label, words) in options.items():
        choices = "".join(f'<option value="{value}">{escaped(text)}</option>' for value, text in words.items())
        lines.append(f'<label>{label}<select name="{name}"><option value="">Any</option>{choices}</select></label>')
    lines.append('<label class="aw-filter__tick"><input type="checkbox" name="disputed" value="1"> Only where sources differ</label>')
    lines.append('<p class="aw-filter__count"><span role="status"></span> <button type="reset">Clear</button></p>')
    lines.append("</form>")
    return "\n".join(lines)
