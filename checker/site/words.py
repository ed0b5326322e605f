"""The words that pages use for what rule files write in short."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from checker.core.fields import CHANNELS, STAGES

# In the order of the navigation: first what goes into a message, then when and to whom, then what surrounds it.
GROUPS = {
    "content": "What to say",
    "tone": "How to sound",
    "shape": "Form and length",
    "timing": "When to send it",
    "people": "To whom, and how",
    "before": "Before you leave",
    "waiting": "While you wait",
    "after": "Calls, visits and outcomes",
}
STAGE = {
    "thank-you": "Thank-you",
    "check-in": "Check-in",
    "withdraw": "Withdrawal",
    "after-decision": "After the decision",
    "other-offer": "Another offer",
}
IN_STAGE = {
    "thank-you": "in a thank-you",
    "check-in": "in a check-in",
    "withdraw": "in a withdrawal",
    "after-decision": "after the decision",
    "other-offer": "when you have another offer",
}
# Topics of claims, in the order of a candidate's days.
TOPICS = {
    "before-leaving": "Before you leave",
    "notes": "Notes",
    "why": "Why follow up",
    "timing": "When",
    "channel": "By which channel",
    "thank-you": "The thank-you",
    "content": "What to say",
    "tone": "How to sound",
    "length": "How long",
    "letter": "Letters and notes",
    "phone": "Phone calls",
    "in-person": "Visits",
    "recipients": "To whom",
    "panel": "Several interviewers",
    "agency": "Agencies",
    "multi-round": "Several rounds",
    "gift": "Gifts",
    "linkedin": "LinkedIn",
    "waiting": "While you wait",
    "check-in": "Checking in",
    "second-follow-up": "A second message",
    "frequency": "How often",
    "withdraw": "Withdrawing",
    "rejection": "After a no",
    "feedback": "Feedback",
    "mistakes": "Mistakes",
}
LEVEL = {"error": "Fix before sending", "warning": "Improve", "suggestion": "Consider"}
LEVEL_SHORT = {"error": "Fix", "warning": "Improve", "suggestion": "Consider"}
STANCE = {"for": "Says so", "conditional": "It depends", "against": "Says otherwise"}
CHANNEL = {
    "email": "by email",
    "online-message": "as an online message",
    "text": "as a text message",
    "letter": "as a letter",
    "note": "as a handwritten note",
    "phone": "by phone",
    "in-person": "in person",
}
CHANNEL_NAME = {
    "email": "Email",
    "online-message": "Online message",
    "text": "Text message",
    "letter": "Letter",
    "note": "Handwritten note",
    "phone": "Phone call",
    "in-person": "Visit",
}
COUNTRY = {
    "AU": "Australia",
    "CA": "Canada",
    "CH": "Switzerland",
    "DE": "Germany",
    "ES": "Spain",
    "EU": "European Union",
    "FR": "France",
    "GB": "United Kingdom",
    "HK": "Hong Kong",
    "IE": "Ireland",
    "IN": "India",
    "IT": "Italy",
    "JP": "Japan",
    "KE": "Kenya",
    "NG": "Nigeria",
    "NL": "Netherlands",
    "NO": "Norway",
    "NZ": "New Zealand",
    "PL": "Poland",
    "SE": "Sweden",
    "SG": "Singapore",
    "UK": "United Kingdom",
    "US": "United States",
    "ZA": "South Africa",
}

_BRACES = re.compile(r"\{([^{}]*)\}")
_STANDS_FOR = {
    "match": "…",
    "known": "the name that you gave",
    "count": "some number",
    "limit": "a certain number",
    "me": "your name",
    "name": "their name",
    "company": "the company",
    "position": "the position",
    "interview.at": "the day of the interview",
    "interview.decision_by": "a date",
}


def stages(rule: Mapping[str, Any]) -> str:
    """The messages that a rule is about, in words; "" for advice that is about no message in particular."""
    if set(rule["stages"]) == set(STAGES):
        return "" if rule["kind"] == "none" else "Every message"
    return ", ".join(STAGE[stage] for stage in STAGES if stage in rule["stages"])


def by_channels(among: Sequence[str]) -> str:
    """The channels that a rule is limited to, in words; "" where it holds for all."""
    if set(among) == set(CHANNELS):
        return ""
    if len(among) > len(CHANNELS) // 2:
        return f"not {_or_join([CHANNEL[each] for each in CHANNELS if each not in among])}"
    return f"only {_or_join([CHANNEL[each] for each in among])}"


def _or_join(words: Sequence[str]) -> str:
    return " or ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def countries(codes: str) -> str:
    """The countries of a source: "US/CA" → "United States and Canada"."""
    return " and ".join(COUNTRY.get(code, code) for code in codes.split("/"))


def counted(number: int, what: str) -> str:
    """ "1 rule", "no rules", "3 rules"."""
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def fill(message: str) -> str:
    """A message with plain words where a finding would have its own."""
    return _BRACES.sub(lambda found: _STANDS_FOR.get(found[1], found[1].rpartition(".")[2].replace("_", " ")), message)
