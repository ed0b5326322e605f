"""The script around the module, without what only the rest of Pyodide would use: screens, sounds, files of other kinds.

It hands hundreds of functions to the module, which has lost what calls them, and offers all of its own by name to libraries that might be
loaded later. Without these tables hardly anything uses them, which terser finds out, and leaves them out.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Collection
from pathlib import Path

from checker.site.lean.wasm import LeanError
from checker.site.node import NodeError, run_node

TERSER = Path("terser", "bin", "terser")  # in npm's folder
_GIVEN = re.compile(r"(?<=var wasmImports=\{)[^{}]*(?=\};)")
_ENTRY = re.compile(r'(?:"?(?P<theirs>[\w$]+)"?:)?(?P<ours>[\w$]+)')
_OFFERED = re.compile(r'(?<=[;}])Module\["(?P<name>\w+)"\]=[\w$]+;')
_SIGNATURE = re.compile(r'(?<=[;}])(?P<ours>[\w$]+)\.sig="\w*";')
_ASKED_FOR = re.compile(r"""(?:\.|["'`])(\w+)""")
_EVAL = re.compile(r"(?<![\w$.])eval\(")
# Nothing is renamed or written in another way.
_OPTIONS = ("--compress", "defaults=false,unused,dead_code,side_effects,pure_getters,keep_fnames,keep_classnames,passes=6")


def without_tables(script: str, imports: Collection[str], *others: str) -> str:
    """The script that hands out only what the module imports, and offers what it or `others` ask for. Raises LeanError."""
    found = _GIVEN.search(script)
    entries = [_ENTRY.fullmatch(entry) for entry in found[0].split(",")] if found else []
    if not entries or not all(entries):
        raise LeanError("Pyodide's script does not say what it gives the module.")
    given = {each["theirs"] or each["ours"]: each for each in entries if each}
    kept = [each for name, each in given.items() if name in imports]
    ours = {each["ours"] for each in kept}
    script = _GIVEN.sub(lambda _: ",".join(each[0] for each in kept), script, count=1)
    script = _SIGNATURE.sub(lambda each: each[0] if each["ours"] in ours else "", script)
    asked_for = {*_ASKED_FOR.findall(_OFFERED.sub("", script)), *re.findall(r"\w+", " ".join(others))}
    script = _OFFERED.sub(lambda each: each[0] if each["name"] in asked_for else "", script)
    # What is evaluated where it stands may use anything around it. Here only libraries bring such code, and we load none.
    return _EVAL.sub("(0,eval)(", script)


def without_unused(script: str, modules: Path) -> str:
    """The script without functions and variables that it does not use itself; `modules` is npm's folder. Raises LeanError."""
    if not (modules / TERSER).is_file():
        raise LeanError("terser, which shortens its script, is not there. Run `make build`, which installs it, or `npm ci`.")
    with tempfile.TemporaryDirectory() as aside:
        before, after = Path(aside, "before.js"), Path(aside, "after.js")
        before.write_text(script, encoding="utf-8")
        try:
            run_node(modules / TERSER, str(before), *_OPTIONS, "--output", str(after))
        except NodeError as error:
            raise LeanError(f"terser could not read its script:\n{error}") from error
        return after.read_text(encoding="utf-8")
