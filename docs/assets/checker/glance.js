// On a narrow screen the points lie below the draft: a line over it tells what the last check found, that another one is
// under way, and leads to the points.

import { h } from "./dom.js";

export class Glance {
  #words = h("span");
  element;

  /** `goTo()` leads to the points. */
  constructor(goTo) {
    this.element = h(
      "button",
      { type: "button", class: "ck-glance", hidden: true, onclick: goTo },
      this.#words,
      h("span", { class: "ck-glance__go" }, "See them"),
    );
  }

  /** Shows what was found: the `verdict` and it `told` in words; nothing where they are "". */
  show(verdict, told) {
    this.element.hidden = !told;
    this.element.dataset.verdict = verdict;
    this.#words.textContent = told;
  }

  /** Another check is due. */
  wait() {
    this.#words.textContent = "Checking …";
  }
}
