// Packs Python for the browser: node pack.mjs PYODIDE LIBRARY WHEELS MODULES EXPRESSIONS OUT
// PYODIDE is the folder of its npm package, LIBRARY its standard library and WHEELS our code, as zip files; MODULES are names
// with commas between them, EXPRESSIONS a file with a JSON list of regular ones. Whatever is there once the modules are imported is
// what it takes; pack.py compiles it.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, library, wheels, modules, expressions, out] = process.argv.slice(2);
// The message alone: with it Node.js would print the line that failed, which is all of Pyodide.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const env = { PYTHONHASHSEED: "0" }; // the order of what is in a set is part of what is compiled
const pyodide = await loadPyodide({ indexURL: folder, stdLibURL: library, env });
pyodide.FS.writeFile("/tmp/wheels.zip", await readFile(wheels));
pyodide.FS.writeFile("/tmp/pack.py", await readFile(new URL("pack.py", import.meta.url)));
pyodide.runPython("import sys; sys.path += ['/tmp/wheels.zip', '/tmp']");
for (const name of modules.split(",")) pyodide.pyimport(name);
const loaded = pyodide.runPython("list(sys.modules)");
const given = JSON.parse(await readFile(expressions, "utf8"));
if (given.length) pyodide.pyimport("prepared").also(given);
const [major, minor] = pyodide.runPython("sys.version_info[:2]").toJs();
const packed = pyodide.pyimport("pack").pack([`/lib/python${major}${minor}.zip`, "/tmp/wheels.zip"], loaded);
await writeFile(out, packed.toJs());
