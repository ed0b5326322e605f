// The facts around the draft. None is needed; each says why it is asked, and what stays empty is simply unknown.

import { control } from "./controls.js";
import { h } from "./dom.js";
import { answerTo, FIELDS } from "./fields.js";
import { fieldRow } from "./rows.js";
import { clock } from "./situation.js";

export class Form {
  #controls = new Map();
  #more;
  #memory;
  #change;

  /** `memory` holds the values; `onChange` hears that one has changed. */
  constructor(memory, onChange) {
    this.#memory = memory;
    this.#change = onChange;
    this.top = h("div", { class: "ck-fields ck-fields--top" }, this.#rows("top"));
    this.#more = h(
      "details",
      { class: "ck-fold" },
      h("summary", {}, "More facts, for more rules"),
      h("div", { class: "ck-fields" }, this.#rows("more")),
    );
    this.facts = h(
      "section",
      { class: "ck-facts", "aria-labelledby": "ck-facts-title" },
      h("h2", { id: "ck-facts-title" }, "The facts around it"),
      h(
        "p",
        { class: "ck-quiet" },
        "All of it is optional. What you leave empty counts as unknown, and the rules that need it are listed as not checked.",
      ),
      h("div", { class: "ck-fields" }, this.#rows("facts")),
      this.#more,
    );
    this.tick();
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
      this.#memory.values[path] = value;
      this.#memory.touched.add(path);
      this.#controls.get(path).set(value);
    }
  }

  offerCountries(codes) {
    this.#controls.get("country").offer(codes);
  }

  /** Goes to the field that would answer a need of the engine. */
  ask(need) {
    const { field } = answerTo(need);
    if (!field) return;
    if (field.place === "more") this.#more.open = true;
    this.#controls.get(field.path).focus();
  }

  #rows(place) {
    return FIELDS.filter((field) => field.place === place).map((field) => this.#row(field));
  }

  #row(field) {
    const id = `ck-${field.path.replace(/[._]/g, "-")}`;
    const made = control(field, id, `${id}-reason`, this.#memory.values[field.path], (value) => {
      this.#memory.values[field.path] = value;
      this.#memory.touched.add(field.path);
      this.#change();
    });
    this.#controls.set(field.path, made);
    return fieldRow(field, id, made.element);
  }
}
