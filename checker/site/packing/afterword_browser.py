"""Where the browser's worker begins: the engine, made from the rules that lie beside it in the library."""

from __future__ import annotations

import bz2
import gc
import linecache
import sys

from checker.core.wire import Engine

RULES = "rules.json.bz2"
# What many a note has in it, so that what is built on first use is built before somebody waits.
WARM = (
    "Subject: Thank you\n\nDear Dana,\n\nThank you for talking with me on Tuesday about the analyst role. "
    "I liked hearing how your team plans its week.\n\nKind regards,\nSam"
)

_engine: Engine | None = None


def ready() -> None:
    """Make the engine, and warm it up; once."""
    global _engine
    if _engine is not None:
        return
    gc.disable()  # what is built here is never let go, so looking for it would only cost time
    engine = Engine(bz2.decompress(__loader__.get_data(RULES)).decode())
    engine.check(WARM)
    gc.enable()
    _engine = engine


def wire() -> Engine | None:
    """The engine, once it is ready."""
    return _engine


def proof() -> str:
    """What the engine says of a message of ours: the same wherever it runs."""
    return _engine.check(WARM) if _engine else ""


def tidy() -> None:
    """Let go of what a snapshot need not hold."""
    linecache.clearcache()
    sys.path_importer_cache.clear()
    gc.collect()
