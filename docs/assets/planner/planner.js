// The planner page: puts its parts together and decides when a plan is due.

import { Announcer } from "../checker/announcer.js";
import { button, h } from "../checker/dom.js";
import { engine } from "../checker/engine.js";
import { byHand } from "../checker/fallback.js";
import { keep } from "../checker/keep.js";
import { Loading } from "../checker/loading.js";
import { offlinePart } from "../checker/offline-part.js";
import { memory } from "../checker/memory.js";
import { clock } from "../checker/situation.js";
import { Trouble } from "../checker/trouble.js";
import { Form } from "./form.js";
import { kept, values } from "./memory.js";
import { Result } from "./result.js";
import { saveFile } from "./save.js";
import { plannedSituation } from "./situation.js";

const PAUSE = 800; // after a change, before the plan is made anew; a year is typed in steps that are years, too
const PROMISE =
  "Your dates stay in this browser. The plan is made here, on your own machine, and nothing is sent. " +
  "They are stored only if you have asked for that where you check a draft.";
const GAVE_UP = {
  slow: "The plan took too long, so the planner was stopped and started again. Please try once more.",
  crashed: "The planner broke down over this plan, and was started again. Please try once more.",
};
const FILE = "after-the-interview.ics";

/** Builds the planner inside `place`; returns what undoes it when the page is left. */
export function mount(place) {
  const page = new Page(place);
  return () => page.leave();
}

class Page {
  #gone = new AbortController();
  #timer = 0;
  #wanted = false; // a plan was asked for and has not been answered
  #pressed = false; // and it was asked for by the button, so the focus goes to it

  constructor(place) {
    this.announcer = new Announcer();
    this.loading = new Loading(
      engine,
      "planner",
      "Your plan is made as soon as it is there.",
      "Your dates are still here.",
    );
    this.busy = h("p", { class: "aw-busy", hidden: true }, "Making your plan …");
    this.trouble = new Trouble();
    this.form = new Form(values, kept.log, () => this.#changed());
    this.result = new Result({
      ask: (need) => this.form.ask(need),
      draft: (stage) => {
        values.stage = stage;
        memory.touched.add("stage"); // no guess from a draft is needed
      },
      save: () => saveFile(FILE, "text/calendar", kept.result.calendar),
      print: () => print(),
    });
    this.element = h(
      "div",
      { class: "afterword aw-planner" },
      this.#questions(),
      this.result.element,
      offlinePart(this.announcer, this.#gone.signal),
      this.announcer.element,
    );
    place.append(this.element);
    this.#listen();
    this.#engineChanged();
    if (kept.result) this.#show();
    else this.result.invite();
    if (kept.following) this.#plan(false); // the clock has moved on
  }

  /** Takes down what would outlive the page. */
  leave() {
    this.#gone.abort();
    clearTimeout(this.#timer);
  }

  #questions() {
    return h(
      "form",
      {
        class: "aw-planner__form",
        "aria-label": "Your dates",
        novalidate: true, // faults are told in words at their fields, the browser's bubbles go away too soon
        onsubmit: (event) => {
          event.preventDefault();
          this.#plan(true);
        },
      },
      h("p", { class: "ck-promise" }, PROMISE),
      this.form.element,
      this.trouble.element,
      h(
        "div",
        { class: "ck-actions" },
        h("button", { class: "ck-button ck-button--primary ck-button--main" }, "Make my plan"),
        this.busy,
      ),
      this.loading.element,
    );
  }

  #listen() {
    const signal = this.#gone.signal;
    const on = (type, run) => engine.addEventListener(type, run, { signal });
    on("state", () => this.#engineChanged());
    on("progress", () => this.#showState());
    on("plan", ({ detail }) => this.#answered(detail));
    for (const why of ["slow", "crashed"]) on(why, ({ detail }) => detail?.kind === "plan" && this.#gaveUp(why));
    this.element.addEventListener("focusin", () => engine.start(), { once: true });
    // A page that was left open overnight is looked at again in the morning.
    const seen = () => document.visibilityState === "visible" && kept.following && this.#plan(false);
    document.addEventListener("visibilitychange", seen, { signal });
  }

  #engineChanged() {
    this.element.dataset.engine = engine.state;
    if (engine.state === "ready") this.form.offerCountries(engine.countries);
    this.#showState();
  }

  #showState() {
    this.loading.show(this.#wanted);
    this.busy.hidden = !(this.#wanted && engine.state === "ready");
  }

  #gaveUp(why) {
    kept.following = this.#wanted = false;
    this.#showState();
    this.trouble.say(GAVE_UP[why], byHand("planner"));
  }

  #changed() {
    this.announcer.typing();
    keep.soon();
    if (!kept.following) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#plan(false), PAUSE);
  }

  #plan(pressed) {
    clearTimeout(this.#timer);
    const now = clock();
    const count = this.form.look(now.date);
    if (count) {
      this.#refuse(count, pressed);
      return;
    }
    kept.following = true;
    this.#wanted = true;
    this.#pressed = pressed;
    this.trouble.say("");
    engine.plan(plannedSituation(values, kept.log, now));
    this.#showState();
  }

  // The words stand at the fields; here is told that there are some, and that the plan no longer fits.
  #refuse(count, pressed) {
    const what = count === 1 ? "One answer needs another look." : `${count} answers need another look.`;
    this.result.markStale(Boolean(kept.result));
    this.trouble.say(kept.result ? `${what} The plan shown is from before.` : what);
    if (pressed) this.form.goToFault();
  }

  #answered({ situation, answer }) {
    this.#wanted = false;
    this.#showState();
    if (answer.problems) {
      const [{ where, message }] = answer.problems;
      this.trouble.say(
        message,
        button("Go to the field", () => this.form.ask(where.replace(/^situation\.?/, ""))),
      );
      return;
    }
    const before = JSON.stringify(kept.result?.plan);
    kept.result = { ...answer, situation };
    const line = this.#show();
    if (this.#pressed) this.result.focus();
    else if (JSON.stringify(answer.plan) !== before) this.announcer.count(`The plan has changed. ${line}.`);
    this.#pressed = false;
  }

  #show() {
    this.result.markStale(false);
    const line = this.result.show(kept.result);
    this.element.dataset.planned = Number(this.element.dataset.planned ?? 0) + 1;
    return line;
  }
}
