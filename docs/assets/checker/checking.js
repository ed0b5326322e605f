// When a check is due, of which note, and what becomes of the answer. The present draft comes first; then, one by one,
// the other notes whose result depends on what has changed.

import { questionOf } from "./note-situation.js";
import { everyoneIn, ofOneNote } from "./note-states.js";
import { hasWords } from "./notebook.js";
import { inUtf16 } from "./offsets.js";

const PAUSE = 400; // after typing, before the draft is looked at again

export class Checking {
  #engine;
  #memory;
  #notebook;
  #act;
  #timer = 0;
  #asked = null; // what the engine was asked last and has not answered: {key, mark, situation, then}
  #tried = new Map(); // by note, what was asked last: what came to nothing is not asked again
  wanted = false; // a check of the present draft was asked for and has not been answered

  /**
   * `act` is what the page does: empty(asked), before(), waiting(), show() returning the points, others() when the result
   * of another note has come, settled() when all are there, refused(error), gaveUp(why, key). `signal` ends the listening.
   */
  constructor(engine, memory, notebook, act, signal) {
    this.#engine = engine;
    this.#memory = memory;
    this.#notebook = notebook;
    this.#act = act;
    engine.addEventListener("check", ({ detail }) => this.#answered(detail), { signal });
    for (const why of ["slow", "crashed"]) {
      engine.addEventListener(why, ({ detail }) => detail?.kind === "check" && this.#gaveUp(why), { signal });
    }
    signal.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** The draft or the facts have changed: checks when the reader pauses, once a first check was asked for. */
  soon() {
    clearTimeout(this.#timer);
    if (this.#memory.following) this.#timer = setTimeout(() => this.check(), PAUSE);
  }

  /** Checks the present draft; `then` hears the points when they are on the page. */
  check(then = null) {
    clearTimeout(this.#timer);
    if (!hasWords(this.#memory)) {
      this.wanted = false;
      this.#memory.result = null;
      this.#act.empty(then !== null);
      this.#goOn();
      return;
    }
    this.#act.before();
    this.#memory.following = true;
    this.wanted = true;
    this.#ask(this.#notebook.present, then);
    this.#act.waiting();
  }

  /** Another note is the present one: checks it if what is known of it is out of date. */
  turned() {
    this.wanted = false;
    this.#act.waiting();
    const { following, result } = this.#memory;
    if (following && hasWords(this.#memory) && result?.mark !== this.#question(this.#notebook.present).mark) this.check();
    else this.#goOn();
  }

  #question(key) {
    return questionOf(key, this.#notebook, this.#memory);
  }

  #ask(key, then = null) {
    const { draft, situation, mark } = this.#question(key);
    this.#asked = { key, mark, situation, then };
    this.#tried.set(key, mark);
    this.#engine.check(draft, situation);
  }

  #answered({ draft, situation, answer }) {
    if (situation !== this.#asked?.situation) return;
    const { key, mark, then } = this.#asked;
    this.#asked = null;
    if (key !== this.#notebook.present) {
      if (!answer.error) this.#notebook.store(key, this.#resultOf(draft, answer, mark));
      this.#act.others();
      this.#goOn();
      return;
    }
    this.wanted = false;
    this.#act.waiting();
    if (!hasWords(this.#memory)) return; // emptied in the meantime
    if (answer.error) {
      this.#memory.result = null;
      this.#act.refused(answer.error);
    } else {
      const before = this.#memory.result;
      this.#notebook.store(key, this.#resultOf(draft, answer, mark));
      if (before) this.#memory.ignored.follow(before, this.#memory.result);
      const points = this.#act.show();
      then?.(points);
    }
    this.#goOn();
  }

  #resultOf(draft, answer, mark) {
    const report = inUtf16(answer, draft);
    if (!this.#notebook.on) return { draft, mark, report };
    return { draft, mark, report: ofOneNote(report), everyone: everyoneIn(report) };
  }

  // The next of the other notes that is out of date; unless the present one is under way, after which this is called again.
  #goOn() {
    if (!this.#notebook.on || !this.#memory.following || this.wanted) return;
    const next = this.#notebook.people
      .filter(({ key }) => key !== this.#notebook.present && hasWords(this.#notebook.note(key)))
      .map(({ key }) => this.#question(key))
      .find(({ key, mark }) => this.#notebook.note(key).result?.mark !== mark && this.#tried.get(key) !== mark);
    if (next) this.#ask(next.key);
    else this.#act.settled();
  }

  #gaveUp(why) {
    const { key } = this.#asked ?? {};
    this.#asked = null;
    this.#memory.following = this.wanted = false; // or it would be stopped again at every pause in typing
    this.#act.waiting();
    this.#act.gaveUp(why, key);
  }
}
