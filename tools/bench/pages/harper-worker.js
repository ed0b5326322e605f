// harper.js at its best: the smaller of its two files, one instance, and off the main thread.

const given = new URLSearchParams(location.search);

async function start() {
  const [{ LocalLinter }, { slimBinary }] = await Promise.all([
    import(`${given.get("files")}index.js`),
    import(`${given.get("files")}slimBinary.js`),
  ]);
  const linter = new LocalLinter({ binary: slimBinary });
  await linter.setup();
  addEventListener("message", async ({ data }) => {
    const lints = await linter.lint(data.draft, { language: "plaintext" });
    const findings = lints.map((lint) => lint.message());
    for (const lint of lints) lint.free();
    postMessage({ type: "result", findings });
  });
  postMessage({ type: "ready" });
}

start().catch((error) => postMessage({ type: "failed", message: `${error}` }));
