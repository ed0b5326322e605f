"""What Python compiles while our modules are imported and the rules are read, compiled while the site is built.

That is regular expressions, and the methods that dataclasses write for themselves: more than half of what importing takes. The module
that a worker begins with imports all others inside of `prepared`. While the site is built there is nothing prepared yet, so what is
compiled is written down, and pack.py puts it beside the modules; the Python that reads it is the one that wrote it.
"""

from __future__ import annotations

import builtins
import dataclasses
import marshal
import re
import types
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from importlib.abc import ResourceLoader
from inspect import get_annotations
from typing import Any
from zipimport import zipimporter

NAME = "prepared.bin"

# What was compiled, while the site is built: expressions as (what they are asked for by, what makes them), and methods by the hash of
# their text, which is the same in the browser, as the seed is.
_expressions: list[tuple[tuple[str, int], tuple[Any, ...]]] = []
_methods: dict[int, types.CodeType] = {}


@contextmanager
def prepared(loader: ResourceLoader) -> Iterator[None]:
    """Within, what was compiled before is not compiled again. `loader` has read the module that asks."""
    try:
        expressions, methods = marshal.loads(loader.get_data(NAME))
    except OSError:
        with _written_down():
            yield
        return
    for (pattern, flags), (final_flags, code, *rest) in expressions:
        re._cache[str, pattern, flags] = re._compiler._sre.compile(pattern, final_flags, memoryview(code).cast("I").tolist(), *rest)
    with (
        _replaced(dataclasses, exec=lambda text, *spaces: exec(methods.get(hash(text), text), *spaces), inspect=_BRIEF),
        _replaced(zipimporter, get_filename=_place),
    ):
        yield


def also(expressions: Iterable[str]) -> None:
    """Prepare expressions that are in data and not in modules."""
    with _written_down():
        for each in expressions:
            re.compile(each)


def _place(importer: zipimporter, name: str) -> str:
    """Where a module lies. Python would read it to tell that, and then read it again to run it."""
    inside = "/__init__" if importer.is_package(name) else ""
    return f"{importer.archive}/{name.replace('.', '/')}{inside}.py"


def written(shortened: Callable[[types.CodeType], types.CodeType]) -> bytes:
    """All that was compiled, as `prepared` reads it."""
    return marshal.dumps((_expressions, {text: shortened(code) for text, code in _methods.items()}))


class _BRIEF:
    """Of the module `inspect` what dataclasses need: without the words that each would have about itself."""

    get_annotations = staticmethod(get_annotations)

    @staticmethod
    def signature(_: type) -> None:
        raise ValueError


@contextmanager
def _written_down() -> Iterator[None]:
    compiler = re._compiler
    compile_, make = compiler.compile, compiler._sre.compile
    asked: list[tuple[str, int]] = []

    def compiling(pattern: str, flags: int = 0) -> re.Pattern[str]:
        asked.append((pattern, flags))
        return compile_(pattern, flags)

    def making(pattern: str, flags: int, code: list[int], groups: int, names: dict[str, int], numbers: tuple[Any, ...]) -> re.Pattern[str]:
        words = b"".join(each.to_bytes(4, "little") for each in code)
        _expressions.append((asked[-1], (int(flags), words, groups, dict(names), numbers)))
        return make(pattern, flags, code, groups, names, numbers)

    def executing(text: str, *spaces: dict[str, Any]) -> None:
        _methods[hash(text)] = compile(text, "<string>", "exec", dont_inherit=True)
        exec(text, *spaces)

    sre = types.SimpleNamespace(**{**vars(compiler._sre), "compile": making})
    with _replaced(compiler, compile=compiling, _sre=sre), _replaced(dataclasses, exec=executing):
        yield


@contextmanager
def _replaced(holder: types.ModuleType | type, **others: Any) -> Iterator[None]:
    before = {name: getattr(holder, name, getattr(builtins, name, None)) for name in others}
    for name, other in others.items():
        setattr(holder, name, other)
    try:
        yield
    finally:
        for name, other in before.items():
            setattr(holder, name, other)
