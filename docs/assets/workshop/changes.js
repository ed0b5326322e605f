// What differs from the published rule, in the words that its reviewers will read; line by line where there are none.

import { h } from "../checker/dom.js";
import { counted, toLine } from "./parts.js";

const SIGNS = {
  "-": ["−", "taken out: "],
  "+": ["+", "put in: "],
  "!": ["", "changed: "],
  " ": ["", ""],
  "…": ["…", ""],
};

/** The line about it. */
export function changesLine(changes) {
  if (!changes || changes.same) return changes ? "What you changed: nothing yet" : "What you changed";
  const parts = changes.words.filter(([sign]) => sign === "@").length;
  const lines = changes.lines.filter(({ sign }) => sign === "-" || sign === "+").length;
  return `What you changed: ${parts ? counted(parts, "part") : counted(lines, "line")}`;
}

/** The difference; `go` leads to a line. */
export function changesList(changes, go) {
  if (!changes) return [h("p", {}, "This rule is new: all of it is.")];
  const { same, what, words, lines, readable } = changes;
  if (same) return [h("p", {}, "The text is the published one.")];
  if (words.length) {
    const retires =
      "It retires the rule: the page stays for old links, and the checker no longer applies it. What differs besides:";
    return [h("p", {}, what === "retired" ? retires : "Whoever looks at your proposal will read this:"), ...worded(words)];
  }
  return [
    h(
      "p",
      {},
      readable
        ? "A reader sees no change: only comments or the layout of the file differ."
        : "As soon as the file can be read, this is told in words. These lines differ:",
    ),
    list(lines.map(({ sign, line, text }) => item(sign, text, sign === "+" && toLine(line, go)))),
  ];
}

// A heading, and what stands below it, again and again.
function worded(words) {
  const parts = [];
  for (const [sign, text] of words) {
    if (sign === "@") parts.push([text, []]);
    else parts.at(-1)[1].push(item(sign, sign === "!" ? reworded(text) : text));
  }
  return parts.map(([heading, items]) => [h("h3", { class: "wk-part" }, heading), list(items)]);
}

const list = (items) => h("ol", { class: "ck-list wk-diff" }, items);

function item(sign, text, way) {
  const [mark, hidden] = SIGNS[sign];
  return h(
    "li",
    { "data-sign": sign },
    h("span", { "aria-hidden": "true" }, mark),
    h("code", {}, hidden && h("span", { class: "ck-hidden" }, hidden), text),
    way,
  );
}

// "as [-it was-] {+it is+} now": words that went, and words that came.
const reworded = (text) =>
  text
    .split(/(\[-.*?-\]|\{\+.*?\+\})/)
    .map((part) =>
      part.startsWith("[-") ? h("del", {}, part.slice(2, -2)) : part.startsWith("{+") ? h("ins", {}, part.slice(2, -2)) : part,
    );
