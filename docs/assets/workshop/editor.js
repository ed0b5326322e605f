// The box that a rule is written in: a plain textarea, with the numbers of its lines beside it. Tab leaves it, as it leaves
// any other field. A line that breaks keeps one number, because the numbers hang on a mirror that breaks as the box does.

import { h } from "../checker/dom.js";
import { typeOver } from "../checker/type-over.js";

const EMPTY = "\u200b"; // an empty line needs a character to have any height

export class Editor {
  #mirror = h("div", { class: "wk-mirror", "aria-hidden": "true" });
  #lines = [];
  #marked = new Map(); // number of a line → "error" or "blank"
  #makeArea;

  /** `onInput` hears of every change. */
  constructor({ describedBy, onInput }) {
    this.#makeArea = () =>
      h("textarea", {
        id: "wk-text",
        class: "wk-text",
        spellcheck: "false",
        autocomplete: "off",
        autocapitalize: "off",
        wrap: "soft",
        "aria-describedby": describedBy,
        oninput: () => {
          this.#follow();
          onInput();
        },
        onkeydown: (event) => this.#indent(event),
      });
    this.area = this.#makeArea();
    this.element = h("div", { class: "wk-editor" }, h("div", { class: "wk-sheet" }, this.#mirror, this.area));
  }

  get text() {
    return this.area.value;
  }

  /** Puts another text into the box, from its beginning on. The area is a new one, as what the old one can undo is not of this text. */
  show(text) {
    const area = this.#makeArea();
    area.value = text;
    area.setSelectionRange(0, 0);
    this.area.replaceWith(area);
    this.area = area;
    this.#marked.clear();
    this.#follow();
    this.element.scrollTop = 0;
  }

  /** Marks lines: `marks` holds [number, "error" or "blank"]. */
  mark(marks) {
    this.#marked = new Map(marks);
    this.#lines.forEach((line, index) => this.#colour(line, index));
  }

  /** Goes to a line, and selects it, or `words` in it. */
  goTo(line, words = "") {
    const lines = this.text.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    const text = lines[line - 1] ?? "";
    const found = words ? text.indexOf(words) : -1;
    this.area.focus({ preventScroll: true });
    if (found >= 0) this.area.setSelectionRange(start + found, start + found + words.length);
    else this.area.setSelectionRange(start + text.search(/\S|$/), start + text.length);
    const place = this.#lines[line - 1];
    if (place) this.element.scrollTop = place.offsetTop - this.element.clientHeight / 3;
    this.element.scrollIntoView({ block: "nearest" });
  }

  /** Puts `text` in the place of what is selected. */
  insert(text) {
    typeOver(this.area, { start: this.area.selectionStart, end: this.area.selectionEnd }, text);
  }

  /** Puts `text` in at an offset. */
  insertAt(offset, text) {
    typeOver(this.area, { start: offset, end: offset }, text);
  }

  // A new line begins where the last one did: in YAML the spaces in front say what belongs to what.
  #indent(event) {
    if (event.key !== "Enter" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const { selectionStart: place, value } = this.area;
    const [spaces] = value.slice(value.lastIndexOf("\n", place - 1) + 1, place).match(/^ */);
    if (!spaces) return;
    event.preventDefault();
    this.insert(`\n${spaces}`);
  }

  // Only the lines that differ are drawn anew: a rule may have hundreds.
  #follow() {
    const texts = this.text.split("\n");
    const known = this.#lines.map(({ dataset }) => dataset.text);
    let head = 0;
    while (head < Math.min(texts.length, known.length) && texts[head] === known[head]) head += 1;
    let tail = 0;
    while (
      tail < Math.min(texts.length, known.length) - head &&
      texts[texts.length - 1 - tail] === known[known.length - 1 - tail]
    )
      tail += 1;
    const made = texts.slice(head, texts.length - tail).map((text) => h("div", { "data-text": text }, text || EMPTY));
    const after = this.#lines[this.#lines.length - tail] ?? null;
    for (const line of this.#lines.slice(head, this.#lines.length - tail)) line.remove();
    for (const line of made) this.#mirror.insertBefore(line, after);
    this.#lines.splice(head, this.#lines.length - tail - head, ...made);
  }

  #colour(line, index) {
    const mark = this.#marked.get(index + 1);
    if (mark) line.dataset.mark = mark;
    else delete line.dataset.mark;
  }
}
