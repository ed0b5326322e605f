// The engine's own thread: Python, our wheel and the rules, all from this site. Here drafts are read and plans are
// made, and from here nothing is sent anywhere but back to the page.

import { arrived, startEarly, watchDownloads } from "./download.js";

const site = new URL("../../", import.meta.url);
const engine = new URL("assets/engine/", site);
const file = (name) => new URL(name, engine).href;
const FRESH = { cache: "no-cache" }; // small files that must belong to the same build as the rest

let python = null;
let settled = false; // loaded, or failed to

function fail(error) {
  if (settled) return;
  settled = true;
  postMessage({ type: "failed", message: String(error?.message ?? error) });
}

const ANSWERS = {
  check: ({ draft, situation }) => python.check(draft, JSON.stringify(situation)),
  plan: ({ situation }) => python.plan(JSON.stringify(situation), site.href),
};

addEventListener("message", ({ data }) => {
  postMessage({ type: "result", id: data.id, answer: JSON.parse(ANSWERS[data.kind](data)) });
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
  python = pyodide.pyimport("checker.core.wire").Engine(rules);
  python.check("Dear Dana,\n\nThank you.\n\nSam", "{}"); // what is built on first use is built now, not while someone waits
  postMessage({ type: "ready", rules: JSON.parse(rules) });
  settled = true;
}

async function read(address) {
  const response = await fetch(new URL(address, site), FRESH);
  return response.text();
}

start().catch(fail);
