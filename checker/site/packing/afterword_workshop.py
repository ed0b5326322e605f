"""Where the worker of the rule workshop begins: what reads and proves rules, over the published ones."""

from __future__ import annotations

from checker.site.workshop_wire import Wire

_wire: Wire | None = None


def ready(rules_json: str, shelf_json: str) -> None:
    """Make the workshop, and warm it up."""
    global _wire
    _wire = Wire(rules_json, shelf_json)
    _wire.warm()


def wire() -> Wire | None:
    """The workshop, once it is ready."""
    return _wire
