// What differs from the published rule: in words, and line by line.

import { h } from "../checker/dom.js";
import { counted, toLine } from "./parts.js";

const SIGNS = { "-": ["−", "taken out: "], "+": ["+", "put in: "], " ": ["", ""], "…": ["…", ""] };

/** The line about it. */
export function changesLine(changes) {
  if (!changes || changes.same) return changes ? "What you changed: nothing yet" : "What you changed";
  const lines = changes.lines.filter(({ sign }) => sign === "-" || sign === "+").length;
  return `What you changed: ${counted(lines, "line")}`;
}

/** The difference; `go` leads to a line. */
export function changesList(changes, go) {
  if (!changes) return [h("p", {}, "This rule is new: all of it is.")];
  if (changes.same) return [h("p", {}, "The text is the published one.")];
  const words = {
    changed: "It changes, for a reader:",
    retired: "It retires the rule: the page stays for old links, and the checker no longer applies it.",
    "": "A reader sees no change, unless the file has errors: only comments or the layout of the file differ.",
  };
  return [
    h("p", {}, words[changes.what] ?? words[""]),
    changes.parts.length > 0 &&
      h(
        "ul",
        {},
        changes.parts.map((part) => h("li", {}, part)),
      ),
    h(
      "ol",
      { class: "ck-list wk-diff" },
      changes.lines.map(({ sign, line, text }) => {
        const [mark, hidden] = SIGNS[sign];
        return h(
          "li",
          { "data-sign": sign },
          h("span", { "aria-hidden": "true" }, mark),
          h("code", {}, hidden && h("span", { class: "ck-hidden" }, hidden), text),
          sign === "+" && toLine(line, go),
        );
      }),
    ),
  ];
}
