// The engine's own thread: Python, our wheel and the rules, all from this site. Here drafts are read and plans are made.

import { serve, site } from "./python.js";

serve({
  folder: "assets/engine/",
  packages: ["afterword"],
  texts: ["rules.json"],
  begin(pyodide, [rules]) {
    const python = pyodide.pyimport("checker.core.wire").Engine(rules);
    python.check("Dear Dana,\n\nThank you.\n\nSam", "{}"); // what is built on first use is built now, not while someone waits
    return {
      rules: JSON.parse(rules),
      answers: {
        check: ({ draft, situation }) => python.check(draft, JSON.stringify(situation)),
        plan: ({ situation }) => python.plan(JSON.stringify(situation), site.href),
      },
    };
  },
});
