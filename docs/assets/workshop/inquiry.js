// What is asked of the engine about the text in the box, and when: first whether it can be read, then what is seen at once, and
// last what takes a while. Answers to an older text are dropped.

import { engine } from "./engine.js";
import { Sweep } from "./letters.js";
import { isLookedFor } from "./verdict.js";
import { gaveUp } from "./words.js";

/** How long nobody has typed when something is asked. */
export const PAUSE = 250; // milliseconds

export class Inquiry {
  /** What is known: reading, proof, cost, sweep, page, trouble; each absent for as long as it is not. */
  known = {};
  #timer = 0;
  #subject;
  #wantsPage;
  #onRead;
  #onLearned;

  /** `subject` gives what is asked about, {text, former}; `wantsPage` tells whether the page is in sight; `onRead` hears of each reading, `onLearned` of all. */
  constructor({ subject, wantsPage, onRead, onLearned, signal }) {
    this.#subject = subject;
    this.#wantsPage = wantsPage;
    this.#onRead = onRead;
    this.#onLearned = onLearned;
    const on = (kind, run) =>
      engine.addEventListener(kind, ({ detail }) => this.isCurrent(detail) && run(detail.answer), { signal });
    on("read", (reading) => this.#read(reading));
    on("prove", (proof) => this.#proved(proof));
    on("cost", (cost) => this.#learn({ cost }));
    on("page", (page) => this.#learn({ page }));
    on("sweep", (answer) => this.#swept(answer));
    const gone = ({ detail }) =>
      detail?.text === this.#subject().text && this.#learn({ trouble: gaveUp(detail.kind) });
    for (const why of ["slow", "crashed"]) engine.addEventListener(why, gone, { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** Asks anew, once nobody has typed for a moment. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), PAUSE);
  }

  /** Asks anew. */
  now() {
    clearTimeout(this.#timer);
    const { page } = this.known; // stays in sight until there is another
    this.known = { page };
    this.#ask("read");
    this.#onLearned();
  }

  /** Asks for the page, if it is in sight and can be had. */
  page() {
    if (this.#wantsPage() && this.known.reading?.rule) this.#ask("page");
  }

  /** Is an answer about the text in the box? */
  isCurrent({ text, former }) {
    const subject = this.#subject();
    return text === subject.text && former === subject.former;
  }

  #ask(kind, more = {}) {
    engine.ask({ kind, ...this.#subject(), ...more });
  }

  #learn(more) {
    Object.assign(this.known, more);
    this.#onLearned();
  }

  #read(reading) {
    this.#learn({ reading });
    if (reading.rule) this.#ask("prove");
    this.page();
    this.#onRead();
  }

  #proved(proof) {
    const { reading } = this.known;
    if (!reading) return; // the same text is being read once more, and then proved once more
    if (isLookedFor(reading.rule)) {
      this.known.sweep = new Sweep();
      this.#ask("sweep", this.known.sweep.slice);
      this.#ask("cost");
    }
    this.#learn({ proof });
  }

  #swept(answer) {
    const { sweep } = this.known;
    if (!sweep) return;
    sweep.add(answer);
    if (!sweep.isDone) this.#ask("sweep", sweep.slice);
    this.#onLearned();
  }
}
