// The end of the way: what can be done with the draft, what comes after it, and the draft on paper.

import { Next } from "./next.js";
import { Send } from "./send.js";
import { Sheet } from "./sheet.js";

export class Sending {
  #send;
  #next;
  #memory;
  #results;

  /** The parts of the page that this needs: `box`, `form`, `results`, `announcer`; `signal` ends what it listens to. */
  constructor({ box, form, results, announcer }, engine, memory, signal) {
    const say = (text) => announcer.now(text);
    this.#memory = memory;
    this.#results = results;
    this.sheet = new Sheet(
      () => ({ text: memory.draft, draft: memory.result?.draft ?? "", points: results.points, rules: results.rules }),
      signal,
    );
    this.#next = new Next(engine, { ask: (need) => form.ask(need), say }, memory, signal);
    this.#send = new Send({
      say,
      sent: (said) => this.#next.show(said),
      print: () => this.sheet.print(),
      selectAll: () => {
        box.area.focus();
        box.area.select();
      },
    });
    this.#send.element.append(this.#next.element);
    this.element = this.#send.element;
  }

  /** Follows the draft, the facts and the points. */
  follow() {
    const { draft, values } = this.#memory;
    const errors = this.#results.points.filter(({ level }) => level === "error").length;
    this.#send.show(draft, values, errors);
    if (draft.trim()) this.#next.follow();
    else this.#next.hide();
  }

  /** Another message begins, of which nothing has been sent. */
  startAfresh() {
    this.#next.hide();
  }
}
