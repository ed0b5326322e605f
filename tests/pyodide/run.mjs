// Runs the engine under Pyodide in Node.js: reads {wheel, rules, requests} from the file named on the command line
// and prints one answer a line, exactly as the browser's worker would get it. A request is a method and what it is given.
import { readFile } from "node:fs/promises";
import { loadPyodide } from "pyodide";

const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const pyodide = await loadPyodide();
pyodide.unpackArchive(new Uint8Array(await readFile(job.wheel)), "wheel"); // a plain array: Pyodide knows no Buffer
const Engine = pyodide.runPython("from checker.core.wire import Engine; Engine");
const engine = Engine(job.rules);
for (const [method, ...given] of job.requests) console.log(engine[method](...given));
