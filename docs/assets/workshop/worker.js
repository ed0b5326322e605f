// The workshop's own thread: what reads and proves rules, with the published ones around it.

import { serve } from "../checker/python.js";

serve({
  folder: "assets/workshop/",
  packages: ["afterword", "afterword-workshop", "pyyaml", "markdown"],
  texts: ["rules.json", "assets/workshop/shelf.json"],
  begin(pyodide, [rules, shelf]) {
    const python = pyodide.pyimport("checker.site.workshop_wire").Wire(rules, shelf);
    python.warm();
    const { rules: all, words } = JSON.parse(rules);
    const { files, texts, groups, templates, sources } = JSON.parse(shelf);
    return {
      rules: {
        words,
        groups,
        templates,
        sources,
        rules: all.map(({ id, title, group }) => ({ id, title, group, path: files[id], text: texts[id] })),
      },
      answers: {
        read: ({ text, former }) => python.read(text, former),
        page: ({ text, former }) => python.page(text, former),
        prove: ({ text, former }) => python.prove(text, former),
        cost: ({ text, former }) => python.cost(text, former),
        draft: ({ text, former, draft, facts }) => python.draft(text, former, draft, facts),
        sweep: ({ text, former, start, count }) => python.sweep(text, former, start, count),
      },
    };
  },
});
