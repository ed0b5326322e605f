// The engine's own thread: Python, our engine and the rules, all from this site. Here drafts are read and plans are made.

import { serve, site } from "./python.js";

serve({
  folder: "assets/engine/",
  texts: ["cards.json"],
  program: "afterword_browser",
  rules: ([cards]) => JSON.parse(cards),
  answer(engine, { kind, draft, situation }) {
    return kind === "plan" ? engine.plan(JSON.stringify(situation), site.href) : engine.check(draft, JSON.stringify(situation));
  },
  snapshots: true,
});
