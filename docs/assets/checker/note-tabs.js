// The tabs of several notes. One of them is a stop of the Tab key; the arrows, Home and End go to the others, and the
// note follows at once. What stands on them changes in place, so that nobody who is on one is moved.

import { h } from "./dom.js";
import { stateInWords } from "./note-words.js";

export const PANEL = "ck-note";

export class NoteTabs {
  element = h("div", { class: "ck-tabs", role: "tablist", "aria-label": "A note for each", onkeydown: (event) => this.#key(event) });
  #tabs = new Map(); // by the keys of the notes: the button, the name and the state on it
  #turnTo;

  /** `turnTo(key)` hears which note is wanted. */
  constructor(turnTo) {
    this.#turnTo = turnTo;
  }

  /** Shows the `states` of all notes; `present` is the key of the one that is shown. */
  show(states, present) {
    for (const [key, { button }] of this.#tabs) {
      if (states.some((each) => each.key === key)) continue;
      button.remove();
      this.#tabs.delete(key);
    }
    states.forEach((each, place) => {
      const { button, name, state } = this.#tab(each.key);
      name.textContent = each.name;
      state.textContent = stateInWords(each);
      button.dataset.state = each.state;
      button.setAttribute("aria-selected", String(each.key === present));
      button.tabIndex = each.key === present ? 0 : -1;
      const there = this.element.children[place];
      if (there !== button) this.element.insertBefore(button, there ?? null);
    });
  }

  /** The id of a note's tab. */
  idOf(key) {
    return this.#tab(key).button.id;
  }

  focus(key) {
    this.#tabs.get(key)?.button.focus();
  }

  #tab(key) {
    if (!this.#tabs.has(key)) {
      const name = h("span", { class: "ck-tab__name" });
      const state = h("span", { class: "ck-tab__state" });
      const button = h(
        "button",
        {
          type: "button",
          role: "tab",
          class: "ck-tab",
          id: `ck-tab-${key.replace(/\W/g, "-")}`,
          "aria-controls": PANEL,
          onclick: () => this.#turnTo(key),
        },
        name,
        state,
      );
      this.#tabs.set(key, { button, name, state });
    }
    return this.#tabs.get(key);
  }

  #key(event) {
    const tabs = [...this.element.children];
    const place = tabs.indexOf(event.target.closest("[role=tab]"));
    const steps = { ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: -1 };
    if (place < 0 || !(event.key in steps) || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation(); // the theme turns pages at single keys
    const next = tabs.at(steps[event.key] % tabs.length);
    next.focus();
    next.click();
  }
}
