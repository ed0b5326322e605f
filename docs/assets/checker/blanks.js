// Blanks in a skeleton, "[Your one question]": a button and the Tab key go from one to the next, until all are filled.

import { button, h } from "./dom.js";

const BLANK = /\[[^[\]\n]{2,140}\](?!\()/g;

/** Where the blanks of a text are: a list of {start, end}. */
export const blanksIn = (text) =>
  [...text.matchAll(BLANK)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }));

export class Blanks {
  #box;
  #memory;
  #left = h("p", { class: "ck-quiet", id: "ck-blanks-left" });
  #tab = true; // whether Tab goes to the next blank; Esc lets it leave the box again

  /** `memory.skeleton` tells whether the draft began as one: in any other text brackets may be meant. */
  constructor(box, memory) {
    this.#box = box;
    this.#memory = memory;
    this.element = h(
      "div",
      { class: "ck-blanks", hidden: true },
      button("Next blank", () => this.#go(this.#after(box.area.selectionEnd) ?? blanksIn(box.text)[0]), ["small"]),
      this.#left,
    );
    box.element.addEventListener("input", () => this.look());
    box.element.addEventListener("focusin", () => (this.#tab = true));
    box.element.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Selects the first blank, and follows them from now on. */
  begin() {
    this.#memory.skeleton = true;
    this.look();
    this.#go(blanksIn(this.#box.text)[0]);
  }

  /** Says how many there are left. */
  look() {
    const { length } = this.#memory.skeleton ? blanksIn(this.#box.text) : [];
    if (!length && !this.#box.text.trim()) this.#memory.skeleton = false;
    this.element.hidden = !length;
    const count = length === 1 ? "1 blank" : `${length} blanks`;
    this.#left.replaceChildren(
      ...(length ? [`${count} left.`, h("span", { class: "ck-keys" }, " Tab goes to the next one; Esc, then Tab, leaves the box.")] : []),
    );
  }

  #key(event) {
    if (event.key === "Escape") this.#tab = false;
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!this.#tab || this.element.hidden) return;
    const { selectionStart, selectionEnd } = this.#box.area;
    const next = event.shiftKey ? this.#before(selectionStart) : this.#after(selectionEnd);
    if (!next) return; // past the last one Tab leaves the box, as everywhere
    event.preventDefault();
    this.#go(next);
  }

  #after = (place) => blanksIn(this.#box.text).find(({ start }) => start >= place);
  #before = (place) => blanksIn(this.#box.text).findLast(({ end }) => end <= place);

  #go(blank) {
    if (blank) this.#box.show(blank);
  }
}
