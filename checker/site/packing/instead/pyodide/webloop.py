"""Pyodide's event loop, where nothing waits (see asyncio)."""

from pyodide_js._api import scheduleCallback  # noqa: F401 (a snapshot counts on its being held)


def _initialize_event_loop() -> None:
    """Nothing to begin."""
