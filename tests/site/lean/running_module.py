"""The small module, started in Node.js as a browser would start it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from small_module import SIZE

from checker.site.lean.glue import Placed
from checker.site.lean.relocations import APPLY
from checker.site.lean.wasm import Module, written_module

PLACES = Placed(memory=4096, table=1)
# Puts a module where `PLACES` has it, and tells the words of its data once it has started.
RUN = f"""
const number = (value, mutable) => new WebAssembly.Global({{value: "i32", mutable}}, value);
const memory = new WebAssembly.Memory({{initial: 1, maximum: 2}});
const env = {{
  memory, __indirect_function_table: new WebAssembly.Table({{initial: 16, element: "anyfunc"}}), helper() {{}},
  __memory_base: number({PLACES.memory}, false), __table_base: number({PLACES.table}, false), __stack_pointer: number(60000, true),
  __cpp_exception: new WebAssembly.Tag({{parameters: ["i32"]}}),
}};
const given = {{env, "GOT.mem": {{__heap_base: number(50000, true)}}, "GOT.func": {{live: number(7, true), dead: number(8, true)}}}};
const {{exports}} = new WebAssembly.Instance(new WebAssembly.Module(require("fs").readFileSync(process.argv[1])), given);
exports.{APPLY}();
exports.main();
console.log(JSON.stringify([...new Uint32Array(memory.buffer, {PLACES.memory}, {SIZE // 4 + 8})]));
"""


def started(node: str, folder: Path, module: Module) -> list[int]:
    """The words of its data once its function `main` has run."""
    (folder / "module.wasm").write_bytes(written_module(module))
    command = [node, "-e", RUN, str(folder / "module.wasm")]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
