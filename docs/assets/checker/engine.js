// The engine as the page sees it: start it, ask it, hear of it. One worker at a time, kept for the whole visit.

import { whenIdle } from "../idle.js";
import "./sealed.js";
import { makeSnapshotWhenIdle } from "./next-visit.js";
import { forget } from "./snapshot.js";
import { Thread } from "./thread.js";

const LIMITS = { check: 8000, plan: 30000 }; // milliseconds; what takes so many times its usual never ends
const SETTLED = 1500; // milliseconds, by which a page has
const AHEAD = 3500; // so long before a limit another worker starts, to be ready when the first one is given up

/**
 * Tells of "state" (idle, loading, ready, failed) and "progress"; of an answer by the kind of its request, such as "check",
 * with the request and its `answer`; of "slow", with the request that was given up; and of "crashed", with the
 * request that brought the worker down, if there was one.
 */
export class Engine extends EventTarget {
  state = "idle";
  share = 0;
  rules = null;
  rulesById = new Map();
  failure = ""; // why loading failed, in the browser's words
  fromSnapshot = false; // whether it began with what an earlier visit has left
  lacks = ""; // what this browser would need, where that is why
  #worker;
  #limits;
  #thread = null;
  #spare = null; // who takes over if the request under way does not come to an end
  #sequence = 0;
  #newest = new Map(); // of each kind the newest request's id: only that one is answered
  #waiting = new Map(); // of each kind the request that has its turn next
  #running = null;
  #timer = 0;
  #secondTry = false; // whether a worker that failed before its first byte has been followed by another

  /** `worker` is the address of its script, `limits` say for each kind of request after how many milliseconds it is given up. */
  constructor(worker, limits) {
    super();
    this.#worker = worker;
    this.#limits = limits;
  }

  /** Starts loading, unless that has happened. */
  start() {
    if (this.state === "idle") this.#begin();
  }

  /** Starts loading at once, before anybody asks. A thrifty connection waits for the first sign of use instead. */
  startUnasked() {
    if (!navigator.connection?.saveData) this.start();
  }

  /** The same once the page has settled. */
  startWhenIdle() {
    whenIdle(() => this.startUnasked(), SETTLED);
  }

  /** Whether it is loading, or has somebody waiting for an answer. */
  get busy() {
    return this.state === "loading" || this.#running !== null;
  }

  /** The codes of the countries, and of some of their regions, whose public holidays are known; none before the engine is ready. */
  get countries() {
    return this.rules?.countries ?? [];
  }

  /** Begins again with a new worker. */
  retry() {
    this.#end();
    this.#begin();
  }

  /** Checks a draft as soon as possible. Only the newest check counts; older ones are dropped unanswered. */
  check(draft, situation) {
    this.ask({ kind: "check", draft, situation });
  }

  /** Plans when to write, as soon as possible. Only the newest plan counts. */
  plan(situation) {
    this.ask({ kind: "plan", situation });
  }

  /** Asks as soon as possible. Of each kind only the newest request counts; older ones are dropped unanswered. */
  ask(request) {
    this.#sequence += 1;
    this.#newest.set(request.kind, this.#sequence);
    this.#waiting.set(request.kind, { id: this.#sequence, ...request });
    this.start();
    this.#next();
  }

  #begin() {
    this.#takeOn(this.#newThread());
  }

  #newThread() {
    return new Thread(this.#worker, (thread, message) => this.#hear(thread, message));
  }

  #takeOn(thread) {
    this.#thread = thread;
    this.share = thread.share;
    this.failure = this.lacks = "";
    if (thread.ready) this.#ready(thread);
    else this.#become("loading");
  }

  #end() {
    clearTimeout(this.#timer);
    this.#thread?.end();
    this.#spare?.end();
    this.#thread = this.#spare = this.#running = null;
  }

  #hear(thread, message) {
    if (thread === this.#spare) {
      if (message.type === "failed") this.#spare = null; // the next one tells of it
    } else if (message.type === "progress") {
      this.share = message.share;
      this.#tell("progress");
    } else if (message.type === "ready") {
      this.#ready(thread);
      this.fromSnapshot = message.snapshot === "used";
      if (message.snapshot === "wanted") makeSnapshotWhenIdle(this.#worker);
    } else if (message.type === "failed") {
      this.#fail(message);
    } else if (message.type === "crashed") {
      this.#giveUp("crashed");
    } else {
      this.#answer(message);
    }
  }

  #ready({ rules }) {
    this.rules = rules;
    this.rulesById = new Map(rules.rules.map((rule) => [rule.id, rule]));
    this.state = "ready";
    this.#next(); // it reads while the page hears of it
    this.#tell("state");
  }

  #answer({ id, answer }) {
    clearTimeout(this.#timer);
    this.#spare?.end();
    this.#spare = null;
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
    this.#thread.ask(request);
    this.#timer = setTimeout(() => this.#doubt(), this.#limits[request.kind] - AHEAD);
  }

  // Python takes seconds to start, so who may have to take over starts before it is certain.
  #doubt() {
    this.#spare = this.#newThread();
    this.#timer = setTimeout(() => this.#giveUp("slow"), AHEAD);
  }

  #giveUp(why) {
    const request = this.#running;
    const spare = this.#spare;
    this.#spare = null;
    if (request) this.#waiting.delete(request.kind);
    this.#tell(why, request);
    this.#end();
    this.#takeOn(spare ?? this.#newThread());
  }

  // A worker that does not even begin is often one bad moment: a connection that drops out, or Firefox without a
  // network, whose workers now and then start before the copy on this device answers. So there is a second one, once.
  #fail({ message, lacks = "", stuck = false }) {
    const again = !lacks && !stuck && !this.share && !this.#secondTry;
    this.#end();
    if (again) {
      this.#secondTry = true;
      this.#begin();
      return;
    }
    forget(); // should it be to blame, the next attempt does without
    this.failure = message;
    this.lacks = lacks;
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
export const engine = new Engine(new URL("../checker/worker.js", import.meta.url).href, LIMITS);
