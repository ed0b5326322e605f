// Runs the browser's Python under Node.js: reads {python, library, lock, program, given, requests, snapshot} from the file named on the
// command line, makes the module `program` ready with what is given, and prints one answer a line, exactly as the browser's
// worker would get it. A request is a method and what it is given. With `snapshot` the answers come from a Python that is made
// from the memory of one that was ready, and that has no library: nothing may be imported any more.
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

// The message alone: with it Node.js would print the line that failed, which is all of Pyodide.
process.on("uncaughtException", (error) => {
  console.error(error.message);
  process.exit(1);
});
const job = JSON.parse(await readFile(process.argv[2], "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${job.python}/pyodide.mjs`));
const options = {
  indexURL: job.python,
  stdLibURL: job.library,
  lockFileContents: job.lock,
  packageBaseUrl: "/",
  env: { PYTHONHASHSEED: "0" },
};
const pyodide = await (job.snapshot ? fromSnapshot() : loadPyodide(options));
const begun = pyodide.pyimport(job.program);
begun.ready(...job.given);
const wire = begun.wire();
for (const [method, ...given] of job.requests) console.log(wire[method](...given));

async function fromSnapshot() {
  const first = await loadPyodide({ ...options, _makeSnapshot: true });
  const module = first.pyimport(job.program);
  module.ready();
  const proof = module.proof();
  while (module.rehearse());
  module.tidy();
  module.destroy(); // as a snapshot may hold no objects that JavaScript has in hand
  const second = await loadPyodide({ ...options, stdLibURL: "/dev/null", _loadSnapshot: first.makeMemorySnapshot() });
  if (second.pyimport(job.program).proof() !== proof) throw new Error("the snapshot came back changed");
  return second;
}
