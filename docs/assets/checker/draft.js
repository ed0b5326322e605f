// The box the draft is written in: a plain textarea, so that spelling, undo, dictation and every browser extension
// work as people know them. It grows with its text because its mirror does; there is nothing to scroll inside it.

import { h } from "./dom.js";
import { Painter } from "./highlight.js";
import { shift } from "./offsets.js";

export class DraftBox {
  #painter;
  #marks = [];
  #last = "";

  /** `onInput` hears of every change, `onSubmit` of Ctrl+Enter. */
  constructor({ describedBy, onInput, onSubmit }) {
    this.area = h("textarea", {
      id: "ck-draft",
      class: "ck-draft__text",
      spellcheck: "true",
      autocomplete: "off",
      "aria-describedby": describedBy,
      oninput: () => {
        this.#follow();
        onInput();
      },
      onkeydown: (event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onSubmit();
        }
      },
    });
    const mirror = h("div", { class: "ck-draft__mirror", "aria-hidden": "true" });
    this.#painter = new Painter(mirror);
    this.element = h("div", { class: "ck-draft" }, mirror, this.area);
  }

  get text() {
    return this.area.value;
  }

  /** Fills the box without a trace in its undo history: for a draft that comes back with the page. */
  restore(text) {
    this.area.value = text;
    this.#follow();
  }

  /** Underlines the findings of `draft`; until the next check the lines move along with what is typed. */
  mark(marks, draft) {
    this.#marks = shift(marks, draft, this.text);
    this.#painter.paint(this.#marks);
  }

  /** Selects a span and brings it into view. */
  show(span) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(span.start, span.end);
    this.#painter.point(span);
    const box = this.#painter.rectangle(span);
    if (box) scrollBy({ top: box.top - innerHeight * 0.35, behavior: calm() ? "auto" : "smooth" });
  }

  /** Replaces a span the way typing would, so that the browser's own undo takes it back. */
  replace({ start, end }, text) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, end);
    const done =
      text === "" ? start === end || document.execCommand("delete") : document.execCommand("insertText", false, text);
    if (!done) {
      this.area.setRangeText(text, start, end, "end"); // no undo, yet better than nothing
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }

  undo() {
    this.area.focus({ preventScroll: true });
    document.execCommand("undo");
  }

  forget() {
    this.#painter.clear();
  }

  #follow() {
    this.#marks = shift(this.#marks, this.#last, this.text);
    this.#last = this.text;
    this.#painter.write(this.text);
    this.#painter.point(null);
    this.#painter.paint(this.#marks);
  }
}

const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
