// The box the draft is written in: a plain textarea, so that spelling, undo, dictation and every browser extension
// work as people know them. It grows with its text because its mirror does; there is nothing to scroll inside it.

import { h } from "./dom.js";
import { Painter } from "./highlight.js";
import { shift } from "./offsets.js";
import { typeOver } from "./type-over.js";

export class DraftBox {
  #painter;
  #marks = [];
  #last = "";
  #caret;
  #makeArea;

  /** `onInput` hears of every change, `onSubmit` of Ctrl+Enter; `onCaret`, where given, of the mark that the caret is at, or null. */
  constructor({ describedBy, onInput, onSubmit, onCaret = () => {} }) {
    this.#makeArea = () =>
      h("textarea", {
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
    this.area = this.#makeArea();
    const mirror = h("div", { class: "ck-draft__mirror", "aria-hidden": "true" });
    this.#painter = new Painter(mirror);
    this.element = h("div", { class: "ck-draft" }, mirror, this.area);
    this.#caret = () => document.activeElement === this.area && onCaret(this.#markAtCaret());
    document.addEventListener("selectionchange", this.#caret);
  }

  get text() {
    return this.area.value;
  }

  /**
   * Fills the box without a trace: for a draft that comes back with the page, or another note. The area is a new one, for
   * browsers go on to undo what was typed before, whatever the text is now. Listen on `element`, which stays.
   */
  restore(text) {
    const area = this.#makeArea();
    area.value = text;
    this.area.replaceWith(area);
    this.area = area;
    this.#follow();
  }

  /** Underlines the findings of `draft`; until the next check the lines move along with what is typed. */
  mark(marks, draft) {
    this.#marks = shift(marks, draft, this.text);
    this.#painter.paint(this.#marks);
    this.#caret();
  }

  /** Selects a span and brings it into view. */
  show(span) {
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(span.start, span.end);
    this.#painter.point(span);
    const box = this.#painter.rectangle(span);
    if (!box || (box.top > innerHeight * 0.15 && box.bottom < innerHeight * 0.85)) return; // in view: nothing has to move
    scrollBy({ top: this.#unstuck(span).top - innerHeight * 0.35, behavior: calm() ? "auto" : "smooth" });
  }

  // Where a span lies when nothing keeps the draft in view: what stays in its place would not come by scrolling.
  #unstuck(span) {
    const column = this.element.closest(".ck-write");
    column?.style.setProperty("position", "static");
    const box = this.#painter.rectangle(span);
    column?.style.removeProperty("position");
    return box;
  }

  // The innermost of the marks around the caret.
  #markAtCaret() {
    const { selectionStart: start, selectionEnd: end } = this.area;
    const around = this.#marks.filter((mark) => mark.start <= start && mark.end >= end);
    return around.sort((one, other) => one.end - one.start - (other.end - other.start))[0] ?? null;
  }

  /** Replaces a span the way typing would, so that the browser's own undo takes it back. */
  replace(span, text) {
    typeOver(this.area, span, text);
  }

  undo() {
    this.area.focus({ preventScroll: true });
    document.execCommand("undo");
  }

  forget() {
    document.removeEventListener("selectionchange", this.#caret);
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
