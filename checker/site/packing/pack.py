"""Runs inside Pyodide while the site is built: a library with what our programs use of Python, and nothing else.

Sources are compiled here, by the very Python that will read them, so a reader's browser need not do it. The files are
"unchecked": Python takes them as they are, and does not look for a source beside them.
"""

from __future__ import annotations

import _imp
import dis
import importlib.util
import io
import marshal
import sys
import zipfile
from collections.abc import Iterable, Iterator
from importlib._bootstrap_external import _code_to_hash_pyc
from types import CodeType

# What is imported only when it is needed, to tell of an error or to read bytes, and so is not seen by importing our programs.
LATER = {"linecache", "traceback", "tokenize", "token", "encodings.latin_1"}
# Which of Python's built-in modules a library may ask for, one a line: the others need not be there.
BUILT_IN = "built-in-modules.txt"
_HEAD = 16  # bytes of a compiled file before its code


def pack(archives: Iterable[str], loaded: Iterable[str]) -> bytes:
    """The bytes of a zip file, not compressed, with these modules of some zip files and the licences that are in there.

    The same files give the same bytes. Of the modules that are `loaded` some are part of Python itself, unless there is a file that takes
    the place of one.
    """
    named = set(loaded)
    built_in = set(sys.builtin_module_names) - {_module(name) for path in archives for name in zipfile.ZipFile(path).namelist()}
    wanted = LATER | {name for name in named - built_in if getattr(sys.modules[name].__spec__, "origin", "") != "frozen"}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as target:
        for name, content in sorted(entry for path in archives for entry in _entries(path, wanted)):
            target.writestr(zipfile.ZipInfo(name), content)  # of the year 1980, whenever it is made
            if name.endswith(".pyc"):
                named |= _imported(marshal.loads(content[_HEAD:]))
        for frozen in _imp._frozen_module_names():
            named |= _imported(_imp.get_frozen_object(frozen))
        if "prepared" in named:
            prepared = sys.modules["prepared"]
            target.writestr(zipfile.ZipInfo(prepared.NAME), prepared.written(_without_lines))
        target.writestr(zipfile.ZipInfo(BUILT_IN), "\n".join(sorted(named & built_in)))
    return packed.getvalue()


def _entries(path: str, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".py") and _module(name) in wanted:
                yield f"{name}c", _compiled(name, archive.read(name))
            elif ".dist-info/" in name and not name.endswith("/RECORD"):
                yield name, archive.read(name)  # the licence goes with what it is for


def _compiled(name: str, source: bytes) -> bytes:
    # Without docstrings and assertions, as `python -OO` has them.
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    return bytes(_code_to_hash_pyc(_without_lines(code), importlib.util.source_hash(source), False))


def _imported(code: CodeType) -> set[str]:
    """All that a module's code may import, at once or later."""
    found = {each.argval for each in dis.get_instructions(code) if each.opname == "IMPORT_NAME"}
    for each in code.co_consts:
        if isinstance(each, CodeType):
            found |= _imported(each)
    return found


def _without_lines(code: CodeType) -> CodeType:
    # Line numbers are of use to nobody there: they are a fifth of what travels, and the sources stay behind. The table says
    # of every eight instructions at once that they have none; without any table Python cannot even tell of an error.
    eights, rest = divmod(len(code.co_code) // 2, 8)
    table = b"\xff" * eights + (bytes([0xF8 | rest - 1]) if rest else b"")
    inner = tuple(_without_lines(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_linetable=table, co_consts=inner)


def _module(name: str) -> str:
    return name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
