// What is said around the draft of several notes. Above it: the offer to write one for each, or where all of them stand
// and the tabs. Below it: who is left out, the way back to one note, and what is put aside.

import { address } from "./address.js";
import { button, h, link } from "./dom.js";
import { lengthOf } from "./message.js";
import { together } from "./names.js";
import { EVERYONE, leftOut, statesOf } from "./note-states.js";
import { NoteTabs } from "./note-tabs.js";
import { alikeInWords, overview, shortNames } from "./note-words.js";

const ONE_MESSAGE = "One message to all of them is fine. A note for each is better if you remember something different of each talk.";
const HOW = "Begin each with what only the two of you talked about. All of them share the facts; each is checked against the others.";

export class NotePart {
  #offer = h("div", { class: "ck-notes-offer" });
  #sums = h("div", { class: "ck-notes-sums" });
  #leftOut = h("div", { class: "ck-notes-sums" });
  #aside = h("div", { class: "ck-aside" });
  #back;
  #act;
  #notebook;
  #memory;
  #drawn = new Map(); // what was drawn last in each place, so that nothing that has the focus is drawn anew
  overview = ""; // where things stand, in a sentence or a few; "" while there is one note for all

  /**
   * `act` is what can be done: begin(), end(), turnTo(key), thanked(key), bringBack(key) and drop(key, name).
   */
  constructor(notebook, memory, act) {
    this.#act = act;
    this.#notebook = notebook;
    this.#memory = memory;
    this.tabs = new NoteTabs(act.turnTo);
    this.#back = h(
      "div",
      { class: "ck-notes-back", hidden: true },
      h("p", { class: "ck-quiet" }, HOW),
      button("Write one note for all instead", act.end, ["small"]),
    );
    this.element = h("div", { class: "ck-notes-part" }, this.#offer, this.#sums, this.tabs.element);
    this.below = h("div", { class: "ck-notes-part" }, this.#leftOut, this.#back, this.#aside);
  }

  /** Follows the people, the drafts and the results. */
  show() {
    const { on, present, isOfUse } = this.#notebook;
    const states = on ? statesOf(this.#notebook, this.#memory) : [];
    const left = leftOut(states, this.#notebook, this.#memory.ignored);
    this.overview = on ? [overview(states), alikeInWords(states)].filter(Boolean).join(" ") : "";
    this.tabs.element.hidden = this.#back.hidden = !on;
    this.tabs.show(states, present);
    this.#draw(this.#offer, isOfUse && this.#notebook.people.map(({ name }) => name), (names) => this.#offered(names));
    this.#draw(this.#sums, on && this.overview, (said) => h("p", { class: "ck-overview" }, said));
    this.#draw(this.#leftOut, left.length > 0 && left, (those) => this.#withoutThanks(those));
    const aside = this.#notebook.aside.map(({ key, name, note }) => ({ key, name, length: lengthOf(note.draft) }));
    this.#draw(this.#aside, aside.length > 0 && aside, (notes) => notes.map((note) => this.#putAside(note)));
  }

  /** Goes to the offer to write a note for each, or to the tab of the present one. */
  focus() {
    if (this.#notebook.on) this.tabs.focus(this.#notebook.present);
    else this.element.querySelector("button")?.focus();
  }

  #draw(place, what, make) {
    const drawn = JSON.stringify(what);
    if (drawn === this.#drawn.get(place)) return;
    this.#drawn.set(place, drawn);
    const held = place.contains(document.activeElement);
    place.replaceChildren(...(what ? [make(what)].flat() : []));
    place.hidden = !what;
    if (held) (place.querySelector("button") ?? this.#fallback()).focus();
  }

  #fallback() {
    return this.tabs.element.querySelector('[aria-selected="true"]') ?? document.getElementById("ck-draft");
  }

  #offered(names) {
    return [
      h("p", {}, `${together(names)} interviewed you. `, h("span", { class: "ck-quiet" }, ONE_MESSAGE)),
      button("A note for each of them", this.#act.begin, ["small"]),
    ];
  }

  #withoutThanks(left) {
    const names = shortNames(this.#notebook.people);
    return h(
      "div",
      { class: "ck-left-out" },
      h(
        "p",
        {},
        `${together(left.map(({ key }) => names.get(key)))} would go without thanks: no note, and no thanks by name in another. `,
        link(address(`rules/${EVERYONE}/`), "Thank everyone who interviewed you"),
      ),
      h(
        "div",
        { class: "ck-buttons" },
        left.map(({ key }) => button(`${names.get(key)} is thanked already`, () => this.#act.thanked(key), ["small"])),
      ),
    );
  }

  #putAside({ key, name, length }) {
    const whose = name ? `The note to ${name}` : "A note to nobody named";
    return h(
      "div",
      { class: "ck-aside__one" },
      h("p", {}, `${whose} is put aside (${length}).`),
      button("Bring it back", () => this.#act.bringBack(key), ["small"], { "aria-label": `Bring it back: ${whose}` }),
      button("Throw it away", () => this.#act.drop(key, whose), ["small"], { "aria-label": `Throw it away: ${whose}` }),
    );
  }
}
