// Tells people who do not see the page what has changed: one polite live region, and no more often than is kind.

import { h } from "./dom.js";

const QUIET = 1000; // after the last key stroke; a screen reader that talks over typing helps nobody

export class Announcer {
  element = h("div", { role: "status", class: "ck-hidden" });
  #last = "";
  #input = 0;
  #timer = 0;

  /** The reader is typing. */
  typing() {
    this.#input = performance.now();
  }

  /** Says the new count, if it is new, once the reader pauses. */
  count(text) {
    clearTimeout(this.#timer);
    if (text === this.#last) return;
    const wait = Math.max(0, this.#input + QUIET - performance.now());
    this.#timer = setTimeout(() => this.#say(text, text), wait);
  }

  /** Says at once what the reader has just done; `count` is the count that it already contains. */
  now(text, count = this.#last) {
    clearTimeout(this.#timer);
    this.#say(text, count);
  }

  #say(text, count) {
    this.#last = count;
    this.element.textContent = text;
  }
}
