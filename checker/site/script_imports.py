"""Which scripts come along with a script, so that a page can ask for all of them at once instead of one after the other."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path

_IMPORT = re.compile(r'^(?:import|export)\s(?:[^"\';]*?\sfrom\s+)?"(\.{1,2}/[^"]+)"', re.MULTILINE)


def with_imports(docs: Path, scripts: Iterable[str]) -> list[str]:
    """These scripts, and those that they import as they begin, and so on, each once. Places are below `docs`.

    What a script imports only when it needs it (`import(…)`) stays out.
    """
    found: dict[str, None] = {}
    waiting = list(scripts)
    while waiting:
        script = waiting.pop(0)
        if script in found:
            continue
        found[script] = None
        code = (docs / script).read_text(encoding="utf-8")
        waiting += [posixpath.normpath(posixpath.join(posixpath.dirname(script), name)) for name in _IMPORT.findall(code)]
    return list(found)
