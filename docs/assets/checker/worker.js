// The engine's own thread: Python, our wheel and the rules, all from this site. Here the draft is read, and from
// here nothing is sent anywhere but back to the page.

import { arrived, startEarly, watchDownloads } from "./download.js";

const site = new URL("../../", import.meta.url);
const engine = new URL("assets/engine/", site);
const file = (name) => new URL(name, engine).href;
const FRESH = { cache: "no-cache" }; // small files that must belong to the same build as the rest

let check = null;
let failed = false;

function fail(error) {
  if (failed) return;
  failed = true;
  postMessage({ type: "failed", message: String(error?.message ?? error) });
}

addEventListener("message", ({ data }) => {
  const { id, draft, situation } = data;
  postMessage({ type: "result", id, answer: JSON.parse(check(draft, JSON.stringify(situation))) });
});

async function start() {
  let total = 0;
  let told = 0;
  watchDownloads((loaded) => {
    if (!total || performance.now() - told < 80) return;
    told = performance.now();
    postMessage({ type: "progress", share: Math.min(loaded / total, 1) });
  }, fail);
  const sizes = read("assets/engine/sizes.json").then((text) => JSON.parse(text));
  const lock = read("assets/engine/pyodide-lock.json").then((text) => JSON.parse(text));
  const rulesText = read("rules.json");
  startEarly(file("pyodide.asm.wasm"));
  startEarly(file("python_stdlib.zip"));
  const glue = import(file("pyodide.asm.js"));
  const loader = import(file("pyodide.mjs"));
  for (const early of [rulesText, lock, glue, loader]) early.catch(fail);

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
    packages: ["afterword"], // fetched while Python starts; its SHA-256 is in the lock
  });
  postMessage({ type: "progress", share: 1 });
  const rules = await rulesText;
  const made = pyodide.pyimport("checker.core.wire").Engine(rules);
  check = (draft, situation) => made.check(draft, situation);
  check("Dear Dana,\n\nThank you.\n\nSam", "{}"); // what is built on first use is built now, not while someone waits
  postMessage({ type: "ready", rules: JSON.parse(rules) });
}

async function read(address) {
  const response = await fetch(new URL(address, site), FRESH);
  return response.text();
}

start().catch(fail);
