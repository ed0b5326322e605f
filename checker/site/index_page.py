"""The list of all rules: by moment, by subject, by level. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from checker.core.fields import STAGES
from checker.core.report import LEVELS
from checker.site.rule_page import badge, front_matter
from checker.site.text import inline
from checker.site.words import GROUPS, LEVEL, LEVEL_SHORT, levels, stages

Rule = Mapping[str, Any]

_ALSO = "On top of what holds [in every message](#every-message):"

# In the order in which they come in a search for work.
MOMENTS = {
    "before": ("Before you leave the interview", ""),
    "every-message": ("In every message", ""),
    "thank-you": ("A thank-you", _ALSO),
    "waiting": ("While you wait", ""),
    "check-in": ("A check-in", _ALSO),
    "withdraw": ("A withdrawal", _ALSO),
    "after-decision": ("After the decision", _ALSO),
    "other-offer": ("When you have another offer", _ALSO),
}


def index_page(rules: Sequence[Rule]) -> str:
    """The page at rules/. `rules` are those to be listed."""
    checked = sum(rule["kind"] != "none" for rule in rules)
    parts = [
        front_matter(
            title="Rules",
            description="All rules for what to send after an interview: by moment, by subject, by weight.",
            search={"exclude": True},
        ),
        "# Rules",
        f"{len(rules)} pieces of advice, each with its reasons, examples and sources. "
        f"The [checker](../check.md) applies {checked} of them to your draft.",
        _jump("By moment", [(name, title) for name, (title, _) in MOMENTS.items() if of_moment(rules, name)])
        + _jump("By subject", [(f"group-{name}", title) for name, title in GROUPS.items() if of_group(rules, name)])
        + _jump("By weight", [(name, title) for name, title, _ in _weights(rules)]),
        "## By moment",
    ]
    for name, (title, also) in MOMENTS.items():
        parts += _section(title, name, of_moment(rules, name), "level", partial(_with_level, moment=name), also)
    parts.append("## By subject")
    for name, title in GROUPS.items():
        parts += _section(title, f"group-{name}", of_group(rules, name), "columns", _with_stages)
    parts.append("## By weight")
    for name, title, among in _weights(rules):
        parts += _section(title, name, among, "columns", _link)
    return "\n\n".join(filter(None, parts)) + "\n"


def of_moment(rules: Iterable[Rule], moment: str) -> list[Rule]:
    """The rules of one moment, the weightiest first."""
    return ordered((rule for rule in rules if moment in _moments(rule)), moment)


def of_group(rules: Iterable[Rule], group: str) -> list[Rule]:
    """The rules of one subject, the weightiest first."""
    return ordered(rule for rule in rules if rule["group"] == group)


def ordered(rules: Iterable[Rule], stage: str = "") -> list[Rule]:
    """The weightiest first, advice last, then by title."""
    weights = (*LEVELS, "")
    return sorted(rules, key=lambda rule: (weights.index(gravest(rule, stage)), rule["title"]))


def gravest(rule: Rule, stage: str = "") -> str:
    """The highest level that a rule can have, in that stage where it depends on the stage; "" for advice."""
    level = rule.get("level")
    if isinstance(level, Mapping) and stage in level:
        return level[stage]
    return next((each for each, _ in levels(rule)), "")


def _moments(rule: Rule) -> list[str]:
    if rule["group"] in ("before", "waiting"):
        return [rule["group"]]
    return ["every-message"] if set(rule["stages"]) == set(STAGES) else list(rule["stages"])


def _weights(rules: Sequence[Rule]) -> list[tuple[str, str, list[Rule]]]:
    found = [(f"level-{level}", LEVEL[level], [rule for rule in rules if gravest(rule) == level]) for level in LEVELS]
    found.append(("level-advice", "Advice, not checked", [rule for rule in rules if not gravest(rule)]))
    return [(name, title, ordered(among)) for name, title, among in found if among]


def _jump(label: str, targets: list[tuple[str, str]]) -> str:
    links = " · ".join(f"[{title}](#{name})" for name, title in targets)
    return f"**{label}:** {links}\n{{: .aw-jump }}\n\n"


def _section(
    title: str, name: str, rules: list[Rule], look: str, line: Callable[[Rule], str], also: str = ""
) -> list[str]:
    if not rules:
        return []
    items = "\n".join(f"- {line(rule)}" for rule in rules)
    return [
        f"### {title} {{: #{name} }}",
        also,
        f'<div class="aw-rules aw-rules--{look}" markdown>\n\n{items}\n\n</div>',
    ]


def _link(rule: Rule) -> str:
    return f"[{inline(rule['title'])}]({rule['id']}.md)"


def _with_level(rule: Rule, moment: str) -> str:
    level = gravest(rule, moment)
    return f"{badge(level, LEVEL_SHORT[level]) if level else badge('advice', 'Advice')} {_link(rule)}"


def _with_stages(rule: Rule) -> str:
    of = stages(rule)
    return f'{_link(rule)} <span class="aw-from">{of}</span>' if of else _link(rule)
