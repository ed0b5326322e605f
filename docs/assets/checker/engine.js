// The engine as the page sees it: start it, ask it, hear of it. One worker at a time, kept for the whole visit.

const CHECK_LIMIT = 5000; // a check takes some milliseconds; one that takes seconds never ends
const SILENCE_LIMIT = 60000; // while loading, no byte and no word for so long means that it is stuck

/** Tells of "state" (idle, loading, ready, failed), "progress", "result" and "slow". */
class Engine extends EventTarget {
  state = "idle";
  share = 0;
  rules = null;
  failure = "";
  #worker = null;
  #sequence = 0;
  #waiting = null;
  #running = null;
  #timer = 0;

  /** Starts loading, unless that has happened. */
  start() {
    if (this.state === "idle") this.#begin();
  }

  /** Begins again with a new worker. */
  retry() {
    this.#end();
    this.#begin();
  }

  /** Checks a draft as soon as possible. Only the newest request counts; older ones are dropped unanswered. */
  check(draft, situation) {
    this.#sequence += 1;
    this.#waiting = { id: this.#sequence, draft, situation };
    this.start();
    this.#next();
  }

  #begin() {
    this.share = 0;
    this.failure = "";
    this.#become("loading");
    this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "afterword" });
    this.#worker.addEventListener("message", ({ data }) => this.#hear(data));
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      this.#fail(event.message || "the worker could not be started");
    });
    this.#expectWord();
  }

  #end() {
    clearTimeout(this.#timer);
    this.#worker?.terminate();
    this.#worker = null;
    this.#running = null;
  }

  #hear(message) {
    if (message.type === "progress") {
      this.share = message.share;
      this.#expectWord();
      this.#tell("progress");
    } else if (message.type === "ready") {
      clearTimeout(this.#timer);
      this.rules = message.rules;
      this.#become("ready");
      this.#next();
    } else if (message.type === "failed") {
      this.#fail(message.message);
    } else {
      this.#answer(message);
    }
  }

  #answer({ id, answer }) {
    clearTimeout(this.#timer);
    const { draft } = this.#running;
    this.#running = null;
    if (id === this.#sequence) this.#tell("result", { draft, answer });
    this.#next();
  }

  #next() {
    if (this.state !== "ready" || this.#running || !this.#waiting) return;
    this.#running = this.#waiting;
    this.#waiting = null;
    this.#worker.postMessage(this.#running);
    this.#timer = setTimeout(() => this.#giveUp(), CHECK_LIMIT);
  }

  // There is no way to interrupt Python from outside, so the worker goes and a new one comes.
  #giveUp() {
    this.#waiting = null;
    this.#tell("slow");
    this.retry();
  }

  #expectWord() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#fail("loading came to a halt"), SILENCE_LIMIT);
  }

  #fail(message) {
    this.#end();
    this.failure = message;
    this.#become("failed");
  }

  #become(state) {
    this.state = state;
    this.#tell("state");
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** The one engine of this visit. */
export const engine = new Engine();
