"""What GOVERNANCE.md asks of a rule's sources holds for every rule."""

from __future__ import annotations

from typing import Any

import pytest
from our_rules import our_library

from checker.site.levels import gravest

# As GOVERNANCE.md has it: publishers of any stance, and those that say so.
LEAST = {"draft": (1, 0), "stable": (3, 1), "error": (5, 5), "retired": (0, 0)}


@pytest.mark.parametrize("rule", our_library().rules, ids=lambda rule: rule["id"])
def test_a_rule_has_its_sources(rule: dict[str, Any]) -> None:
    publishers = {source: our_library().sources[source]["publisher"] for source in (entry["source"] for entry in rule["sources"])}
    everybody = set(publishers.values())
    saying_so = {publishers[entry["source"]] for entry in rule["sources"] if entry["stance"] == "for"}
    needed = LEAST["error" if gravest(rule) == "error" and rule["status"] == "stable" else rule["status"]]
    assert len(everybody) >= needed[0]
    assert len(saying_so) >= needed[1]
