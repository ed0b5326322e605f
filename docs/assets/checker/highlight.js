// Underlines findings in the draft. A textarea's text cannot be styled, so a mirror of it lies behind, hidden from
// assistive technology, and the CSS Custom Highlight API paints there without adding any markup. The cards say all
// of this in words; in a browser without the API only the underlines are missing.

const LEVELS = ["error", "warning", "suggestion"];
const SUPPORTED = typeof Highlight === "function" && Boolean(CSS.highlights);

export class Painter {
  #text = document.createTextNode("");
  #marks = [];
  #focus = null;

  constructor(mirror) {
    mirror.append(this.#text);
  }

  /** Follows the draft. A last line that is empty needs a character to have any height. */
  write(text) {
    this.#text.data = text.endsWith("\n") || text === "" ? `${text}\u200b` : text;
  }

  /** Underlines spans of `{start, end, level}`. */
  paint(marks) {
    this.#marks = marks;
    this.#apply();
  }

  /** Sets one span off from the others: the one whose card is being read. */
  point(span) {
    this.#focus = span;
    this.#apply();
  }

  /** Where a span lies on the screen, or null where that cannot be told. */
  rectangle({ start, end }) {
    const range = this.#range(start, end);
    return range?.getBoundingClientRect() ?? null;
  }

  clear() {
    this.#marks = [];
    this.#focus = null;
    this.#apply();
  }

  #apply() {
    if (!SUPPORTED) return;
    for (const level of LEVELS) {
      set(
        `afterword-${level}`,
        this.#marks.filter((mark) => mark.level === level).map((mark) => this.#range(mark.start, mark.end)),
      );
    }
    set("afterword-current", this.#focus ? [this.#range(this.#focus.start, this.#focus.end)] : []);
  }

  #range(start, end) {
    if (end > this.#text.length) return null;
    const range = new Range();
    range.setStart(this.#text, start);
    range.setEnd(this.#text, end);
    return range;
  }
}

function set(name, ranges) {
  CSS.highlights.set(name, new Highlight(...ranges.filter(Boolean)));
}
