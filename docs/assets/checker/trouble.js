// What went wrong, said at once and in one place, with a button that leads on where there is one.

import { h } from "./dom.js";

export class Trouble {
  element;

  /** `id` is for what is described by it. */
  constructor(id) {
    this.element = h("div", { id, class: "ck-trouble", role: "alert" });
  }

  /** Says it; "" takes back what was said before. */
  say(text, button = null) {
    this.element.replaceChildren(...[text && h("p", {}, text), button].filter(Boolean));
  }
}
