// Pyodide as its manual says: its files as they are published, then our wheel and the rules, one after the other.

const given = new URLSearchParams(location.search);

async function start() {
  const { loadPyodide } = await import(`${given.get("files")}pyodide.mjs`);
  const pyodide = await loadPyodide();
  await pyodide.loadPackage(new URL(given.get("wheel"), location).href);
  const rules = await (await fetch(given.get("rules"))).text();
  const engine = pyodide.pyimport("checker.core.wire").Engine(rules);
  addEventListener("message", ({ data }) => {
    const report = JSON.parse(engine.check(data.draft, "{}"));
    if (report.error) throw new Error(report.error.message);
    postMessage({ type: "result", findings: report.findings.map(({ message }) => message) });
  });
  postMessage({ type: "ready" });
}

start().catch((error) => postMessage({ type: "failed", message: `${error}` }));
