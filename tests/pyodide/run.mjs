// Runs Python under Pyodide in Node.js: reads {wheels, from, name, given, requests} from the file named on the command line,
// makes an object of the class `name` out of the module `from`, and prints one answer a line, exactly as the browser's worker
// would get it. A request is a method and what it is given.
import { readFile } from "node:fs/promises";
import { loadPyodide } from "pyodide";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const pyodide = await loadPyodide();
for (const wheel of job.wheels) {
  pyodide.unpackArchive(new Uint8Array(await readFile(wheel)), "wheel"); // a plain array: Pyodide knows no Buffer
}
const engine = pyodide.pyimport(job.from)[job.name](...job.given);
for (const [method, ...given] of job.requests) console.log(engine[method](...given));
