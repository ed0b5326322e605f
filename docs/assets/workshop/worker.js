// The workshop's own thread: what reads and proves rules, with the published ones around it.

import { serve } from "../checker/python.js";

serve({
  folder: "assets/workshop/",
  texts: ["rules.json", "shelf.json"],
  program: "afterword_workshop",
  rules([rules, shelf]) {
    const { rules: all, words } = JSON.parse(rules);
    const { files, texts, groups, templates, sources } = JSON.parse(shelf);
    const told = all.map(({ id, title, group }) => ({ id, title, group, path: files[id], text: texts[id] }));
    return { words, groups, templates, sources, rules: told };
  },
  answer(wire, { kind, text, former, draft, facts, start, count }) {
    if (kind === "draft") return wire.draft(text, former, draft, facts);
    if (kind === "sweep") return wire.sweep(text, former, start, count);
    return wire[kind](text, former); // read, page, prove, cost
  },
});
