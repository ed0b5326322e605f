// What the buttons of a card do to the draft, and how it is undone.

import { howToUndo } from "./by-keys.js";
import { button, h } from "./dom.js";

export class Fixing {
  element = h("div", { class: "ck-undone" });
  #here = null; // the same at the card's place
  #page;
  #memory;

  /** `page` has the `box`, the `checking`, the `results`, the `announcer` and, for several notes, the `desk`. */
  constructor(page, memory) {
    this.#page = page;
    this.#memory = memory;
  }

  /** Applies a fix of the card at `position`, and looks at the draft again. */
  apply(fix, position) {
    const { box, checking, results, announcer, desk } = this.#page;
    if (this.#memory.result.draft !== box.text) {
      checking.check(); // the places belong to an older text; a new look, then the button works
      return;
    }
    const before = box.text.slice(fix.start, fix.end);
    box.replace(fix, fix.replacement);
    const what = fix.told ?? describe(before, fix.replacement);
    checking.check((points) => {
      results.focus(position);
      this.#offerUndo(what, position);
      const count = desk.part.overview || results.told;
      announcer.now(`${what} ${points.length} left. ${howToUndo()}`, count);
    });
  }

  /** Takes back the offer to undo: something else has happened since. */
  forget() {
    this.element.replaceChildren();
    this.#here?.remove();
    this.#here = null;
  }

  #offerUndo(what, position) {
    const { box, checking, results } = this.#page;
    const undo = () => {
      this.forget();
      box.undo();
    };
    const undoHere = () => {
      undo();
      checking.check(() => results.focus(position));
    };
    this.element.replaceChildren(h("p", {}, what), button("Undo", undo, ["small"]));
    this.#here = h("li", { class: "ck-undone" }, h("p", {}, what), button("Undo", undoHere, ["small"]));
    results.insert(position, this.#here);
    this.#here.scrollIntoView({ block: "nearest" }); // the focus may have left it below the header
  }
}

function describe(before, after) {
  if (!after) return `Removed “${before}”.`;
  return before ? `Replaced “${before}” with “${after}”.` : `Added “${after.trim()}”.`;
}
