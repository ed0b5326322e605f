"""Other projects' pure Python for the browser, packed from what is installed here: PyYAML and Markdown.

PyYAML is published with a part in C, and so for each kind of machine apart; it works without that part. `make` installs both in the
versions that the lock file names, checked against their hashes, so a wheel of their Python files needs nothing but these.
"""

from __future__ import annotations

import base64
import hashlib
import zipfile
from importlib.metadata import Distribution, distribution
from pathlib import Path

CARRIED = {"PyYAML": "yaml", "Markdown": "markdown"}  # the distribution's name, and its package
_LICENCE = ("licen", "copying", "authors")


def pure_wheel(name: str, package: str, folder: Path) -> Path:
    """Write a wheel of the installed distribution `name` into `folder`: the Python of `package`, metadata and licence.

    The same installation gives the same bytes. Raises FileNotFoundError where there is no licence to hand on.
    """
    found = distribution(name)
    record = f"{name.lower()}-{found.version}.dist-info"
    files = {path: _content(found, path) for path in _wanted(found, package)}
    if not any(map(_is_licence, files)):
        raise FileNotFoundError(f"{name} {found.version} is installed without its licence")
    files[f"{record}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: afterword\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    lines = [f"{path},sha256={_digest(content)},{len(content)}" for path, content in sorted(files.items())]
    files[f"{record}/RECORD"] = "\n".join([*lines, f"{record}/RECORD,,", ""]).encode()
    wheel = folder / f"{name.lower()}-{found.version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in files.items():
            packed.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)  # of the year 1980, whenever it is made
    return wheel


def _wanted(found: Distribution, package: str) -> list[str]:
    """The files to carry, by their names in the wheel."""
    paths = sorted(path.as_posix() for path in found.files or ())
    code = [path for path in paths if path.startswith(f"{package}/") and path.endswith(".py")]
    about = [path for path in paths if ".dist-info/" in path and (path.endswith("/METADATA") or _is_licence(path))]
    return [*code, *about]


def _is_licence(path: str) -> bool:
    return path.rpartition("/")[2].lower().startswith(_LICENCE)


def _content(found: Distribution, path: str) -> bytes:
    return Path(str(found.locate_file(path))).read_bytes()


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
