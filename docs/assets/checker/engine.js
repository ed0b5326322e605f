// The engine as the page sees it: start it, ask it, hear of it. One worker at a time, kept for the whole visit.

const LIMITS = { check: 5000, plan: 30000 }; // milliseconds; what takes so many times its usual never ends
const SILENCE_LIMIT = 60000; // while loading, no byte and no word for so long means that it is stuck

/**
 * Tells of "state" (idle, loading, ready, failed) and "progress"; of an answer by the kind of its request, "check" or
 * "plan", with the request and its `answer`; and of "slow", with the request that was given up.
 */
class Engine extends EventTarget {
  state = "idle";
  share = 0;
  rules = null;
  failure = "";
  #worker = null;
  #sequence = 0;
  #newest = new Map(); // of each kind the newest request's id: only that one is answered
  #waiting = new Map(); // of each kind the request that has its turn next
  #running = null;
  #timer = 0;

  /** Starts loading, unless that has happened. */
  start() {
    if (this.state === "idle") this.#begin();
  }

  /** Starts loading once the page has settled. A thrifty connection waits for the first sign of use instead. */
  startWhenIdle() {
    if (navigator.connection?.saveData) return;
    const run = () => this.start();
    if (typeof requestIdleCallback === "function") requestIdleCallback(run, { timeout: 1500 });
    else setTimeout(run, 200);
  }

  /** The codes of the countries whose public holidays are known; none before the engine is ready. */
  get countries() {
    return Object.keys(this.rules?.holidays ?? {}).filter((code) => /^[A-Z]{2}$/.test(code));
  }

  /** Begins again with a new worker. */
  retry() {
    this.#end();
    this.#begin();
  }

  /** Checks a draft as soon as possible. Only the newest check counts; older ones are dropped unanswered. */
  check(draft, situation) {
    this.#ask({ kind: "check", draft, situation });
  }

  /** Plans when to write, as soon as possible. Only the newest plan counts. */
  plan(situation) {
    this.#ask({ kind: "plan", situation });
  }

  #ask(request) {
    this.#sequence += 1;
    this.#newest.set(request.kind, this.#sequence);
    this.#waiting.set(request.kind, { id: this.#sequence, ...request });
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
    const request = this.#running;
    this.#running = null;
    if (id === this.#newest.get(request.kind)) this.#tell(request.kind, { ...request, answer });
    this.#next();
  }

  #next() {
    const [request] = this.#waiting.values();
    if (this.state !== "ready" || this.#running || !request) return;
    this.#running = request;
    this.#waiting.delete(request.kind);
    this.#worker.postMessage(request);
    this.#timer = setTimeout(() => this.#giveUp(), LIMITS[request.kind]);
  }

  // There is no way to interrupt Python from outside, so the worker goes and a new one comes.
  #giveUp() {
    const request = this.#running;
    this.#waiting.delete(request.kind);
    this.#tell("slow", request);
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
