// What a rule refers to: the word lists that its phrases name, and the sources that can stand behind it.

import { button, h, link } from "../checker/dom.js";
import { counted } from "./parts.js";
import { editBase } from "./propose.js";

const MOST = 6; // sources shown at a time

/** The names of the word lists that a rule's text names. */
export const namedLists = (text, words) =>
  [...new Set([...text.matchAll(/<([a-z][\w-]*)>/g)].map(([, name]) => name))].filter((name) => words[name]);

/** Word lists, each with its words. */
export function wordLists(names, words) {
  if (!names.length)
    return [
      h(
        "p",
        {},
        "Its phrases name no list. A name in angle brackets, such as <deadline>, stands for any entry of that list.",
      ),
    ];
  const base = editBase();
  return names.map((name) => [
    h("h3", {}, `<${name}>`),
    h(
      "p",
      { class: "wk-words", role: "region", "aria-label": `Words of ${name}`, tabindex: "0" },
      words[name].join(" · "),
    ),
    base && h("p", {}, link(`${base}rules/words/${name}.yml`, `Edit ${name}.yml on GitHub`)),
  ]);
}

/** Looks for a source by its publisher, title or id; `insert` puts an id into the rule. */
export class SourceFinder {
  #found = h("ul", { class: "ck-list wk-results" });
  #count = h("p", { class: "ck-quiet", role: "status" });
  #input = h("input", {
    id: "wk-source",
    class: "ck-input",
    type: "search",
    autocomplete: "off",
    "aria-describedby": "wk-source-why",
    oninput: () => this.#look(),
  });
  #sources;
  #insert;

  constructor(sources, insert) {
    this.#sources = Object.entries(sources);
    this.#insert = insert;
    this.element = h(
      "div",
      { class: "wk-finder" },
      h("label", { class: "ck-label", for: "wk-source" }, "Its publisher, title or id"),
      h(
        "p",
        { id: "wk-source-why", class: "ck-quiet" },
        "By the name of a paper, a university, a company. Put the cursor behind “source:” first; the button puts the id there. A source that is not " +
          "known yet: leave the blank, and give its address in the proposal.",
      ),
      this.#input,
      this.#count,
      this.#found,
    );
  }

  #look() {
    const words = this.#input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = ([id, { publisher, title = "" }]) =>
      words.every((word) => `${id} ${publisher} ${title}`.toLowerCase().includes(word));
    const found = words.length ? this.#sources.filter(fits) : [];
    this.#count.textContent = words.length ? `${counted(found.length || "No", "source")} found` : "";
    this.#found.replaceChildren(
      ...found.slice(0, MOST).map(([id, { publisher, title, date }]) =>
        h(
          "li",
          { class: "wk-result" },
          button(`Insert ${id}`, () => this.#insert(id), ["small"]),
          h("p", {}, [publisher, title, date].filter(Boolean).join(", ")),
        ),
      ),
    );
  }
}
