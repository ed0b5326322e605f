// Python in a worker's own thread: all that it takes comes from this site, and how far it has come is told on the way.
// From here nothing is sent anywhere but back to the page.

import { arrived, startEarly, watchDownloads } from "./download.js";

export const site = new URL("../../", import.meta.url);
const engine = new URL("assets/engine/", site);
const file = (name) => new URL(name, engine).href;
const FRESH = { cache: "no-cache" }; // small files that must belong to the same build as the rest

/**
 * Starts Python and answers the page from then on.
 *
 * `folder` has the lock and the sizes of what is loaded, `packages` are the names in that lock, `texts` the places of
 * files that `begin` is given, as text, together with Pyodide. It returns `answers`, a function for each kind of request
 * that gives JSON text, and `rules`, what the page is told of the rules.
 */
export function serve({ folder, packages, texts, begin }) {
  let answers = {};
  let settled = false; // loaded, or failed to

  function fail(error) {
    if (settled) return;
    settled = true;
    postMessage({ type: "failed", message: String(error?.message ?? error) });
  }

  addEventListener("message", ({ data }) => {
    postMessage({ type: "result", id: data.id, answer: JSON.parse(answers[data.kind](data)) });
  });

  async function start() {
    let total = 0;
    let told = 0;
    watchDownloads((loaded) => {
      if (!total || performance.now() - told < 80) return;
      told = performance.now();
      postMessage({ type: "progress", share: Math.min(loaded / total, 1) });
    }, fail);
    const sizes = read(`${folder}sizes.json`).then((text) => JSON.parse(text));
    const lock = read(`${folder}pyodide-lock.json`).then((text) => JSON.parse(text));
    const reading = texts.map(read);
    startEarly(file("pyodide.asm.wasm"));
    startEarly(file("python_stdlib.zip"));
    const glue = import(file("pyodide.asm.js"));
    const loader = import(file("pyodide.mjs"));
    for (const early of [...reading, lock, glue, loader]) early.catch(fail);

    const expected = await sizes;
    total = Object.values(expected).reduce((sum, size) => sum + size, 0);
    for (const [name, module] of [
      ["pyodide.asm.js", glue],
      ["pyodide.mjs", loader],
    ]) {
      module.then(
        () => arrived(file(name), expected[name]),
        () => {},
      );
    }
    const { loadPyodide } = await loader;
    await glue; // sets what Pyodide would otherwise fetch only later
    const pyodide = await loadPyodide({
      indexURL: engine.href,
      packageBaseUrl: engine.href,
      lockFileContents: lock,
      packages, // fetched while Python starts; their SHA-256 are in the lock
    });
    postMessage({ type: "progress", share: 1 });
    const begun = begin(pyodide, await Promise.all(reading));
    answers = begun.answers;
    postMessage({ type: "ready", rules: begun.rules });
    settled = true;
  }

  start().catch(fail);
}

async function read(address) {
  const response = await fetch(new URL(address, site), FRESH);
  return response.text();
}
