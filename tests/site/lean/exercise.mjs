// node exercise.mjs PYTHON LIBRARY LOCK: runs exercise.py in the Python of the folder PYTHON and prints what it says.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

// The message alone: with it Node.js would print the line that failed, which is all of Pyodide.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});
const [python, library, lock] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(`${python}/pyodide.mjs`));
const pyodide = await loadPyodide({
  indexURL: python,
  stdLibURL: library,
  lockFileContents: JSON.parse(lock),
  packageBaseUrl: "/",
  env: { PYTHONHASHSEED: "0" },
});
pyodide.FS.writeFile("/tmp/exercise.py", await readFile(new URL("exercise.py", import.meta.url)));
pyodide.runPython("import sys; sys.path.append('/tmp')");
console.log(pyodide.pyimport("exercise").lines());
