// Packs Python for the browser: node pack.mjs PYODIDE OUT PROGRAMS WHEEL…
// PYODIDE is the folder of its npm package, PROGRAMS are names with commas between them. What is done is in pack.py.
import { readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [folder, out, programs, ...wheels] = process.argv.slice(2);
// The message alone: with it Node.js would print the line that failed, which is all of Pyodide.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`));
const env = { PYTHONHASHSEED: "0" }; // the order of what is in a set is part of what is compiled
const pyodide = await loadPyodide({ indexURL: folder, env });
const places = [];
for (const [number, wheel] of wheels.entries()) {
  const place = `/tmp/${number}.whl`;
  pyodide.FS.writeFile(place, await readFile(wheel));
  places.push(place);
}
pyodide.FS.writeFile("/tmp/pack.py", await readFile(new URL("pack.py", import.meta.url)));
pyodide.runPython("import sys; sys.path.insert(0, '/tmp')");
const [major, minor] = pyodide.runPython("import sys; sys.version_info[:2]").toJs();
const packed = pyodide.pyimport("pack").pack(`/lib/python${major}${minor}.zip`, places, programs.split(","));
await writeFile(out, packed.toJs());
