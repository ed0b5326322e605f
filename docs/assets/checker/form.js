// The facts around the draft. None is needed; each says why it is asked, and what stays empty is simply unknown. A few
// are asked at once, the others wait in groups that are folded.

import { control } from "./controls.js";
import { h } from "./dom.js";
import { answerTo, GROUPS, groupOf } from "./fields.js";
import { fold } from "./fold.js";
import { fieldRow } from "./rows.js";
import { clock, factOf } from "./situation.js";

const [FIRST, ...FOLDED] = GROUPS;

export class Form {
  #controls = new Map();
  #folds = new Map();
  #counts = new Map();
  #memory;
  #change;

  /** `memory` holds the values and which groups are open; `onChange` hears that a value has changed. */
  constructor(memory, onChange) {
    this.#memory = memory;
    this.#change = onChange;
    this.top = h("div", { class: "ck-fields ck-fields--top" }, this.#rows(FIRST));
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
    this.#count();
  }

  /** Sets the time of sending by the reader's clock, until the reader sets it. */
  tick() {
    if (this.#memory.touched.has("now")) return;
    this.#memory.values.now = clock();
    this.#controls.get("now").set(this.#memory.values.now);
  }

  /** Fills in several facts at once, as a sample does. */
  fill(values) {
    for (const [path, value] of Object.entries(values)) {
      this.#memory.values[path] = structuredClone(value);
      this.#memory.touched.add(path);
      this.#controls.get(path).set(this.#memory.values[path]);
    }
    this.#count();
  }

  offerCountries(codes) {
    this.#controls.get("country").offer(codes);
  }

  /** Goes to the field that would answer a need of the engine. */
  ask(need) {
    const { field } = answerTo(need);
    if (!field) return;
    const folded = this.#folds.get(groupOf(field.path).name);
    if (folded) folded.open = true;
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
    const made = control(field, id, `${id}-reason`, this.#memory.values[field.path], (value) => {
      this.#memory.values[field.path] = value;
      this.#memory.touched.add(field.path);
      this.#count();
      this.#change();
    });
    this.#controls.set(field.path, made);
    return fieldRow(field, id, made.element);
  }
}
