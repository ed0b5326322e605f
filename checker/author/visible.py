"""Texts of anybody, shown where characters can steer what shows them."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text without what would steer a terminal: control characters become visible, one for one."""
    text = text.replace("\t", " ")
    return _STEERING.sub(lambda found: chr(0x2400 + ord(found[0])) if ord(found[0]) < 0x20 else "\ufffd", text)
