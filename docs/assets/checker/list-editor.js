// A short list that grows and shrinks by buttons: people, messages, notes. Its entries are changed in place.

import { button, h } from "./dom.js";

export class ListEditor {
  #entries;
  #make;
  #change;
  #list;
  #add;

  /**
   * `make` is how it is made: `add` says what the button does, `blank(entries)` gives a new entry, and
   * `row(entry, place, remove, changed)` its element. A list of at `least` so many rows shows them before they are
   * filled in.
   */
  constructor(entries, { className = "", least = 0, ...make }, onChange) {
    this.#entries = entries;
    this.#make = { least, ...make };
    this.#change = onChange;
    this.#list = h("div", { class: `aw-rows ${className}`.trim() });
    this.#add = button(make.add, () => this.#append(), ["small"]);
    this.element = h("div", { class: "aw-list" }, this.#list, this.#add);
    this.#draw();
  }

  /** The row of an entry. */
  row(place) {
    return this.#list.children[place];
  }

  /** Goes to the first row, or to the button where there is none. */
  focus() {
    (inputOf(this.#list) ?? this.#add).focus();
  }

  focusAdd() {
    this.#add.focus();
  }

  /** Shows other entries from now on. */
  set(entries) {
    this.#entries = entries;
    this.#draw();
  }

  /** Puts `more` in the place of an entry, and goes to the last of them. */
  replace(place, more) {
    this.#entries.splice(place, 1, ...more);
    this.#draw();
    inputOf(this.row(place + more.length - 1)).focus();
    this.#change();
  }

  #append() {
    this.#entries.push(this.#make.blank(this.#entries));
    this.#draw();
    inputOf(this.#list.lastChild).focus();
    this.#change();
  }

  #remove(place) {
    this.#entries.splice(place, 1);
    this.#draw();
    this.#add.focus();
    if (document.activeElement !== this.#add) this.focus(); // there is no button to add to a blank row
    this.#change();
  }

  #draw() {
    const { least, blank, row } = this.#make;
    while (this.#entries.length < least) this.#entries.push(blank(this.#entries));
    const rows = this.#entries.map((entry, place) => row(entry, place, () => this.#remove(place), this.#change));
    this.#list.hidden = !rows.length;
    this.#list.replaceChildren(...rows);
  }
}

const inputOf = (element) => element.querySelector("input, select, textarea");
