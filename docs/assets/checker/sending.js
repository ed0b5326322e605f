// The end of the way: what can be done with the draft, what comes after it, and the draft on paper.

import { addressees } from "./addressees.js";
import { Next } from "./next.js";
import { Send } from "./send.js";
import { Sheet } from "./sheet.js";
import { sheetsOf } from "./sheet-source.js";

export class Sending {
  #send;
  #next;
  #memory;
  #results;
  #notebook;

  /**
   * The parts of the page that this needs: `box`, `form`, `results`, `announcer`, `notebook`; `signal` ends what it
   * listens to.
   */
  constructor({ box, form, results, announcer, notebook }, engine, memory, signal) {
    const say = (text) => announcer.now(text);
    this.#memory = memory;
    this.#results = results;
    this.#notebook = notebook;
    this.sheet = new Sheet(() => ({ sheets: sheetsOf(memory, notebook), rules: engine.rulesById }), signal);
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
    const reader = this.#notebook.reader?.name ?? "";
    this.#send.show(draft, {
      stage: values.stage,
      channel: values.channel,
      errors: this.#results.points.filter(({ level }) => level === "error").length,
      reader,
      to: addressees(values, reader),
      several: this.#notebook.on,
    });
    if (draft.trim()) this.#next.follow();
    else this.#next.hide();
  }

  /** Another message begins, of which nothing has been sent. */
  startAfresh() {
    this.#send.startAfresh();
    this.#next.hide();
  }
}
