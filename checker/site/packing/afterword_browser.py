"""Where the browser's worker begins: the engine, made from the rules that lie beside it in the library."""

from __future__ import annotations

import gc
import linecache
import sys
from collections.abc import Iterator

from prepared import prepared

with prepared(__loader__):
    from checker.core.wire import Engine

RULES = "rules.json"
# What many a note has in it.
WARM = (
    "Subject: Thank you\n\nDear Dana,\n\nThank you for talking with me on Tuesday about the analyst role. "
    "I liked hearing how your team plans its week.\n\nKind regards,\nSam"
)
_EACH = 6  # of so many rules one: what is read first saves most, and what is remembered takes memory
_SELDOM = 20_000  # objects that are made before those no longer used are looked for

_engine: Engine | None = None
_rehearsal: Iterator[str] = iter(())


def ready() -> None:
    """Make the engine, once."""
    global _engine, _rehearsal
    if _engine is not None:
        return
    gc.disable()
    engine = Engine(__loader__.get_data(RULES).decode())
    # What is built here is never let go, and there is much of it: to look through it for what is no longer used would stop
    # a check for as long as ten others take.
    gc.freeze()
    gc.set_threshold(_SELDOM)
    gc.enable()
    _engine = engine
    _rehearsal = (engine.check(text) for text in (WARM, *[rule.why for rule in engine.rules.rules[::_EACH]]))


def wire() -> Engine | None:
    """The engine, once it is ready."""
    return _engine


def rehearse() -> bool:
    """Read a few sentences that nobody waits for: a message, and our rules' reasons, which have the words of messages in them.

    What is built on first use is built then, and what phrases they begin is remembered, so the next text costs less. False once all have been read.
    """
    return next(_rehearsal, None) is not None


def proof() -> str:
    """What the engine says of a message of ours: the same wherever it runs."""
    return _engine.check(WARM) if _engine else ""


def tidy() -> None:
    """Let go of what a snapshot need not hold."""
    linecache.clearcache()
    sys.path_importer_cache.clear()
    gc.unfreeze()
    gc.collect()
    gc.freeze()
