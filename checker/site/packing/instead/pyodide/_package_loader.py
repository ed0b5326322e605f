"""What Pyodide installs packages with, where nothing is ever installed: the names that it asks for while it starts."""

from pyodide_js import loadedPackages  # noqa: F401 (a snapshot counts on its being held)


class _Place:
    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


DSO_DIR = SITE_PACKAGES = _Place("/lib")


def init_loaded_packages() -> None:
    """Nothing was installed before, either."""
