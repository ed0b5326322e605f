// The facts around the draft. None is needed; each says why it is asked, and what stays empty is simply unknown. A few
// are asked at once, the others wait in groups that are folded.

import { control } from "./controls.js";
import { h } from "./dom.js";
import { faultsOf } from "./faults.js";
import { answerTo, fieldOf, GROUPS, groupOf, initialValue } from "./fields.js";
import { fold } from "./fold.js";
import { foldWhereNarrow } from "./roomy.js";
import { fieldRow, markFault } from "./rows.js";
import { clock, factOf } from "./situation.js";
import { toldInShort } from "./told-in-short.js";

const DATED = ["date", "moment", "log"]; // kinds of fields in which something impossible may stand
const [FIRST, ...FOLDED] = GROUPS;

export class Form {
  #controls = new Map();
  #folds = new Map();
  #counts = new Map();
  #short = h("span", { class: "ck-short" }); // on a narrow screen, what the first questions were answered
  #memory;
  #change;

  /** `memory` holds the values and which groups are open; `onChange` hears that a value has changed. */
  constructor(memory, onChange) {
    this.#memory = memory;
    this.#change = onChange;
    const first = h("div", { class: "ck-fields ck-fields--top" }, this.#rows(FIRST));
    this.top = foldWhereNarrow("first", this.#short, memory.open, first);
    this.facts = h(
      "section",
      { class: "ck-facts", "aria-labelledby": "ck-facts-title" },
      h("h2", { id: "ck-facts-title" }, "The facts around it"),
      h(
        "p",
        { class: "ck-quiet" },
        "All of it is optional. What you leave empty counts as unknown, and the rules that need it are listed as not checked.",
      ),
      h(
        "div",
        { class: "ck-groups" },
        FOLDED.map((group) => this.#fold(group)),
      ),
    );
    this.tick();
    this.#follow();
  }

  /** Sets the time of sending by the reader's clock, until the reader sets it. */
  tick() {
    if (this.#memory.touched.has("now")) return;
    this.#memory.values.now = clock();
    this.#controls.get("now").set(this.#memory.values.now);
    this.#look();
  }

  /** Fills in several facts at once, as a sample does. */
  fill(values) {
    for (const [path, value] of Object.entries(values)) {
      this.#memory.values[path] = structuredClone(value);
      this.#memory.touched.add(path);
      this.#controls.get(path).set(this.#memory.values[path]);
    }
    this.#follow();
  }

  /** Empties several fields, as if nobody had touched them. */
  clear(paths) {
    this.fill(Object.fromEntries(paths.map((path) => [path, initialValue(fieldOf(path))])));
    for (const path of paths) this.#memory.touched.delete(path);
  }

  /** Hides a field that is answered elsewhere, or shows it again. */
  hide(path, hidden) {
    this.#controls.get(path).row.hidden = hidden;
  }

  offerCountries(codes) {
    this.#controls.get("country").offer(codes);
  }

  /** Goes to the field that would answer a need of the engine. */
  ask(need) {
    const { field } = answerTo(need);
    if (!field) return;
    (this.#folds.get(groupOf(field.path).name) ?? this.top).open = true;
    this.#controls.get(field.path).focus();
  }

  #fold(group) {
    const count = h("span", { class: "ck-quiet" });
    const element = fold(
      `facts-${group.name}`,
      [h("span", {}, group.title), count],
      this.#memory.open,
      h("div", { class: "ck-fields" }, this.#rows(group)),
    );
    this.#folds.set(group.name, element);
    this.#counts.set(group, count);
    return element;
  }

  #follow() {
    this.#count();
    this.#look();
    this.#short.replaceChildren(...toldInShort(this.#memory.values));
  }

  // A date that cannot be gets a word at its field.
  #look() {
    const found = faultsOf(this.#memory.values, clock());
    for (const [path, { fault, row }] of this.#controls) {
      const words = found.get(path) ?? "";
      if (fault && fault.textContent !== words) markFault(row, words);
    }
  }

  // What is filled in can be seen without unfolding; the time of sending always is.
  #count() {
    for (const [{ fields }, place] of this.#counts) {
      const isFilled = (field) => !field.clock && factOf(field, this.#memory.values[field.path]) !== undefined;
      const filled = fields.filter(isFilled).length;
      place.textContent = filled ? `${filled} filled in` : "";
    }
  }

  #rows({ fields }) {
    return fields.map((field) => this.#row(field));
  }

  #row(field) {
    const id = `ck-${field.path.replace(/[._]/g, "-")}`;
    const fault = DATED.includes(field.kind) && h("p", { class: "aw-fault", id: `${id}-fault` });
    const described = fault ? `${id}-reason ${id}-fault` : `${id}-reason`;
    const made = control(field, id, described, this.#memory.values[field.path], (value) => {
      this.#memory.values[field.path] = value;
      this.#memory.touched.add(field.path);
      this.#follow();
      this.#change();
    });
    const row = fieldRow(field, id, fault ? h("div", {}, made.element, fault) : made.element);
    this.#controls.set(field.path, { ...made, row, fault });
    return row;
  }
}
