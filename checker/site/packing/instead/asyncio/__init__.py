"""asyncio where nothing waits: the name that Pyodide asks for when it starts. With it go sockets, programs and logs."""


def get_event_loop() -> None:
    """Say that there is none, to a promise that wants to be awaited."""
    raise RuntimeError("Python is only called here, and never waits: there is no event loop.")
