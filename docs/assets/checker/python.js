// Python in a worker's own thread: all that it takes comes from this site, and how far it has come is told on the way.
// From here nothing is sent anywhere but back to the page.

import { compiledWith, handOver, inBackground, startEarly, unpacked, watchDownloads } from "./download.js";
import { forget, keep, kept, MAKER } from "./snapshot.js";

export const site = new URL("../../", import.meta.url);
const FRESH = { cache: "no-cache" }; // what must be of the same build as the rest, and has the same name in each
const LULL = 400; // milliseconds without a question, after which there is time to rehearse
const MAKES_SNAPSHOT = self.name === MAKER;

/**
 * Starts Python and answers the page from then on.
 *
 * `folder` has parts.json, which says what is loaded. `texts` are names of files in it that `rules` is given, as text, to make
 * of them what the page is told of the rules. `program` is the module that Python begins with: its `ready()` is called once,
 * and its `wire()` gives the object that `answer(wire, request)` asks, for JSON text. With `snapshots` a visit may begin
 * with what an earlier one has made ready, and where nobody asks, its `rehearse()` is called until there is no more;
 * `ready()` is given the texts otherwise.
 */
export function serve({ folder, texts, program, rules, answer, snapshots = false }) {
  let wire = null;
  let settled = false; // loaded, or failed to
  let asked = 0; // when the last question came

  function fail(error) {
    if (settled) return;
    settled = true;
    postMessage({ type: "failed", message: String(error?.message ?? error) });
  }

  addEventListener("message", ({ data }) => {
    asked = performance.now();
    postMessage({ type: "result", id: data.id, answer: JSON.parse(answer(wire, data)) });
  });

  async function start() {
    const parts = JSON.parse(await read(new URL(`${folder}parts.json`, site), FRESH));
    const place = (name) => new URL(parts.files[name].place, site).href;
    const total = Object.values(parts.files).reduce((sum, { size }) => sum + size, 0);
    let arrived = 0;
    let telling = 0;
    const tell = () => {
      telling = 0;
      if (!settled) postMessage({ type: "progress", share: Math.min(arrived / total, 1) });
    };
    watchDownloads((loaded) => {
      arrived = loaded;
      telling ||= setTimeout(tell, 80); // several at once, and never without the last one
    }, fail);
    const whole = (name) => ({ integrity: parts.files[name].sha256 });
    const bringLibrary = () => startEarly(place("library.bin"), whole("library.bin"), unpacked);
    const snapshot = snapshots && !MAKES_SNAPSHOT ? kept(parts.build) : Promise.resolve(null);
    snapshot.then((found) => {
      if (!found) bringLibrary();
      else handOver(place("library.bin"), new Response()); // the memory has all that was imported of it
    });
    startEarly(place("pyodide.asm.wasm"), { cache: "force-cache" }); // its address has its hash, so it is never out of date
    compiledWith(place("pyodide.asm.wasm"));
    const reading = Promise.all(texts.map((name) => read(place(name), { ...FRESH, ...whole(name) })));
    const told = reading.then((given) => postMessage({ type: "rules", rules: rules(given) })); // the page reads them meanwhile
    const loader = inBackground(place("pyodide.mjs"), parts.files["pyodide.mjs"].size);
    const glue = inBackground(place("pyodide.asm.js"), parts.files["pyodide.asm.js"].size);
    for (const early of [told, glue, loader]) early.catch(fail);

    const { loadPyodide } = await loader;
    await glue; // sets what Pyodide would otherwise fetch only later
    const options = {
      indexURL: new URL(".", place("pyodide.mjs")).href,
      stdLibURL: place("library.bin"),
      packageBaseUrl: site.href,
      lockFileContents: parts.lock,
      env: { PYTHONHASHSEED: "0" }, // the same order of what is in a set, with a snapshot and without
    };
    if (MAKES_SNAPSHOT) {
      await make(loadPyodide, options, parts.build);
      return;
    }
    const remembered = await snapshot;
    const found = remembered && (await awoken(loadPyodide, options, remembered));
    if (remembered && !found) bringLibrary();
    const begun = found ?? (await loadPyodide(options));
    postMessage({ type: "progress", share: 1 });
    const module = begun.pyimport(program);
    module.ready(...(snapshots ? [] : await reading));
    wire = module.wire();
    await told;
    settled = true;
    postMessage({ type: "ready", snapshot: snapshots && (found ? "used" : "wanted") });
    asked = performance.now(); // who waited for this asks now
    if (snapshots && !found) rehearse(module);
  }

  /** Little by little, as whoever asks meanwhile has to wait for one of the steps. */
  function rehearse(module) {
    setTimeout(() => {
      if (performance.now() - asked < LULL || module.rehearse()) rehearse(module);
    }, LULL / 8);
  }

  /** Python as the snapshot has it; null where it cannot be trusted. */
  async function awoken(loadPyodide, options, found) {
    try {
      const pyodide = await loadPyodide({ ...options, _loadSnapshot: found.memory });
      if (pyodide.pyimport(program).proof() === found.proof) return pyodide;
    } catch (error) {
      console.info(`The snapshot of an earlier visit is of no use: ${error?.message ?? error}`);
    }
    await forget();
    return null;
  }

  async function make(loadPyodide, options, build) {
    const pyodide = await loadPyodide({ ...options, _makeSnapshot: true });
    const proof = pyodide.runPython(`import ${program}; ${program}.ready(); ${program}.proof()`);
    pyodide.runPython(`while ${program}.rehearse(): pass\n${program}.practise()\n${program}.tidy()`);
    await keep(build, pyodide.makeMemorySnapshot(), proof);
    postMessage({ type: "snapshot" });
    close();
  }

  start().catch(fail);
}

async function read(address, options) {
  const response = await fetch(address, options);
  return response.text();
}
