// The draft on paper: its text with a number at each place, and what the numbers stand for; of several notes each on a
// sheet. Seen in print only.

import { h } from "./dom.js";
import { shift } from "./offsets.js";
import { isPlaced } from "./points.js";
import { LEVEL_WORDS } from "./words.js";

const PRINTING = "aw-printing-draft"; // on the root while only the draft is printed

export class Sheet {
  element = h("div", { class: "ck-sheet" });
  #source;

  /** `source()` gives what is to be printed, `{sheets, rules}`: `sheets` are those of sheet-source.js. */
  constructor(source, signal) {
    this.#source = source;
    addEventListener("beforeprint", () => this.#draw(), { signal });
    addEventListener("afterprint", () => document.documentElement.classList.remove(PRINTING), { signal });
  }

  /** Prints the draft alone, without the rest of the page. */
  print() {
    document.documentElement.classList.add(PRINTING);
    print();
  }

  #draw() {
    const { sheets, rules } = this.#source();
    this.element.replaceChildren(...sheets.map((sheet) => drawn(sheet, rules)));
  }
}

function drawn({ title, head, text, draft, points, waiting }, rules) {
  const marks = points.flatMap(({ findings }, place) =>
    findings.filter(isPlaced).map(({ start, end }) => ({ start, end, number: place + 1 })),
  );
  const titleOf = (rule) => rules.get(rule)?.title ?? rule;
  return h(
    "section",
    { class: "ck-sheet__one" },
    h("h2", {}, title),
    head.map((line) => h("p", { class: "ck-sheet__head" }, line)),
    h("p", { class: "ck-sheet__draft" }, numbered(text, shift(marks, draft, text))),
    points.length > 0 && [
      h("h2", {}, "What was found"),
      h(
        "ol",
        {},
        points.map((point) => h("li", {}, ...pointInWords(point, titleOf))),
      ),
    ],
    waiting.length > 0 && [
      h("h2", {}, "What was not checked"),
      h(
        "ul",
        {},
        waiting.map((group) => h("li", {}, `For want of ${group.words}: ${group.rules.map(titleOf).join("; ")}.`)),
      ),
    ],
  );
}

function pointInWords({ rule, level, findings }, titleOf) {
  const messages = [...new Set(findings.map(({ message }) => message))];
  return [h("strong", {}, `${LEVEL_WORDS[level]}: ${titleOf(rule)}. `), messages.join(" ")];
}

/** The pieces of `text`, those below a mark underlined, with the mark's number behind its end. Marks may overlap. */
export function numbered(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts.slice(1).flatMap((end, place) => {
    const start = cuts[place];
    const piece = text.slice(start, end);
    const under = marks.some((mark) => mark.start <= start && mark.end >= end);
    const numbers = marks.filter((mark) => mark.end === end).map(({ number }) => number);
    return [under ? h("mark", {}, piece) : piece, numbers.length ? h("sup", {}, [...new Set(numbers)].join(", ")) : ""];
  });
}
