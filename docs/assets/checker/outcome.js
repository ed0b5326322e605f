// What becomes of a check on the page: its points, or that there was nothing to check, or why it came to nothing.

import { button } from "./dom.js";
import { engine } from "./engine.js";
import { byHand } from "./fallback.js";
import { answerTo } from "./fields.js";
import { isPlaced } from "./points.js";

const GAVE_UP = {
  slow: (which) => `${which} took too long to check, so the checker was stopped and started again.`,
  crashed: (which) => `The checker broke down over ${which[0].toLowerCase()}${which.slice(1)}, and was started again.`,
};
const NEXT = "Your draft is as it was. Change something, then check again.";
const EMPTY = "There is nothing to check yet. Write or paste your message, start from nothing, or try one of the samples below.";

export class Outcome {
  #page;
  #memory;

  /** `page` has the parts that show it: `box`, `results`, `desk`, `sending`, `form`, `offers`, `glance`, `trouble`, `announcer`, `element`. */
  constructor(page, memory) {
    this.#page = page;
    this.#memory = memory;
  }

  /** Shows what is known of the present draft, and returns the points. */
  show() {
    const { box, results, desk, sending, announcer, glance, element } = this.#page;
    if (!this.#memory.result) {
      this.#none();
      return [];
    }
    const { draft, report } = this.#memory.result;
    results.name(this.#whose);
    const { points, findings } = results.show(report, draft, engine.rulesById);
    const cardOf = (finding) => points.findIndex((point) => point.findings.includes(finding));
    box.mark(findings.filter(isPlaced).map((finding) => ({ ...finding, card: cardOf(finding) })), draft);
    desk.show();
    glance.show(results.verdict, results.told);
    this.readAs();
    if (!this.#whose) announcer.count(results.told); // of several notes it is told when all are looked at
    sending.follow();
    element.dataset.checked = Number(element.dataset.checked ?? 0) + 1;
    return points;
  }

  /** Says what the draft was read as, and what else it looks like. */
  readAs() {
    const { results, offers } = this.#page;
    offers.look();
    if (this.#memory.result) results.readAs.show(this.#memory.values, offers.open("stage")?.value);
  }

  /** There is nothing to check; `asked` tells that the reader wanted to. */
  empty(asked) {
    this.#none();
    this.#page.trouble.say(asked ? EMPTY : "");
    if (asked) this.#page.box.area.focus();
  }

  /** What could not be read is said beside the draft; a fact that is wrong leads to its field. */
  refused({ where, message }) {
    this.#none();
    const need = where.replace(/^situation\.?/, "");
    const { field } = where === "draft" ? {} : answerTo(need);
    this.#page.trouble.say(message, field && button(`Go to “${field.label}”`, () => this.#page.form.ask(need)));
  }

  /** The check of the note `key` was given up: "slow" or "crashed". */
  gaveUp(why, key) {
    const { on, present, people } = this.#page.notebook;
    const other = on && key !== present && people.find((each) => each.key === key);
    const which = other ? `The note to ${other.name}` : "This draft";
    this.#page.glance.show(this.#page.results.verdict, this.#page.results.told);
    this.#page.trouble.say(`${GAVE_UP[why](which)} ${NEXT}`, byHand("checker"));
  }

  #none() {
    this.#page.box.mark([], "");
    this.#page.results.name(this.#whose);
    this.#page.results.invite();
    this.#page.glance.show("", "");
    this.#page.desk.show();
  }

  // Of which note it is; "" where there is one for all.
  get #whose() {
    return this.#page.notebook.on ? this.#page.desk.title : "";
  }
}
