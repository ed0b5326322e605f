"""Where the browser's worker begins: the engine, made from the rules that lie beside it in the library."""

from __future__ import annotations

import gc
import linecache
import sys
from collections.abc import Iterator
from itertools import chain

from prepared import prepared

with prepared(__loader__):
    from checker.core.wire import Engine

RULES = "rules.json"
# A note like many.
WARM = (
    "Subject: Thank you\n\nDear Dana,\n\nThank you for talking with me on Tuesday about the analyst role. "
    "I liked hearing how your team plans its week.\n\nKind regards,\nSam"
)
# The same note in the three widths that Python keeps letters in, each of which has machine code of its own.
_WIDTHS = (WARM, WARM.replace("I liked", "I\u2019ve liked"), WARM + " \U0001f642")
_PRACTICE = 40  # times
_SELDOM = 20_000  # objects that are made before those no longer used are looked for

_DONE = object()

_engine: Engine | None = None
_rehearsal: Iterator[object] = iter(())


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
    _rehearsal = chain(map(engine.check, (WARM,)), engine.rules.phrasebook.put_together())


def wire() -> Engine | None:
    """The engine, once it is ready."""
    return _engine


def rehearse() -> bool:
    """Do something that a check would have to do on first use: check a note that nobody waits for, then put some phrases together.

    False once all is done.
    """
    return next(_rehearsal, _DONE) is not _DONE


def proof() -> str:
    """What the engine says of a message of ours: the same wherever it runs."""
    return _engine.check(WARM) if _engine else ""


def practise() -> None:
    """Check notes until the browser has compiled for good what checks use most.

    Chromium keeps what it has compiled for the next visit once that is a megabyte, and without this it may fall short of that by a little.
    """
    for note in _WIDTHS * _PRACTICE:
        _engine.check(note)


def tidy() -> None:
    """Let go of what a snapshot need not hold."""
    linecache.clearcache()
    sys.path_importer_cache.clear()
    gc.unfreeze()
    gc.collect()
    gc.freeze()
