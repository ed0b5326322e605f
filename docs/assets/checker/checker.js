// The checker page: puts its parts together and decides when a check is due.

import { Announcer } from "./announcer.js";
import { Arrivals } from "./arrivals.js";
import { ask } from "./ask.js";
import { Blanks } from "./blanks.js";
import { button, h } from "./dom.js";
import { DraftBox } from "./draft.js";
import { engine } from "./engine.js";
import { byHand } from "./fallback.js";
import { answerTo, FIELDS, initialValue } from "./fields.js";
import { Form } from "./form.js";
import { keep } from "./keep.js";
import { Keeping } from "./keeping.js";
import { Loading } from "./loading.js";
import { forget, memory } from "./memory.js";
import { Offers } from "./offers.js";
import { offlinePart } from "./offline-part.js";
import { inUtf16 } from "./offsets.js";
import { isPlaced } from "./points.js";
import { Results } from "./results.js";
import { Sending } from "./sending.js";
import { situationFrom } from "./situation.js";
import { start } from "./start.js";
import { tally } from "./words.js";
import { writePart } from "./write.js";

const PAUSE = 400; // after typing, before the draft is looked at again
const GAVE_UP = {
  slow: "This draft took too long to check, so the checker was stopped and started again.",
  crashed: "The checker broke down over this draft, and was started again.",
};
const NEXT = "Your draft is as it was. Change something, then check again.";
const EMPTY = "There is nothing to check yet. Write or paste your message, start from nothing, or try one of the samples below.";

/** Builds the checker inside `place`; returns what undoes it when the page is left. */
export function mount(place) {
  const startAgain = () => {
    keep.end();
    forget();
    page.leave();
    place.replaceChildren();
    page = new Page(place, startAgain);
    page.welcomeAnew();
  };
  let page = new Page(place, startAgain);
  return () => page.leave();
}

class Page {
  #gone = new AbortController();
  #timer = 0;
  #then = null; // what to do when the result that is being waited for is on the page
  #wanted = false; // a check was asked for and has not been answered

  /** `startAgain` forgets everything and puts an empty page in the place of this one. */
  constructor(place, startAgain) {
    this.announcer = new Announcer();
    this.box = new DraftBox({
      describedBy: "ck-promise ck-trouble ck-blanks-left",
      onInput: () => this.#typed(),
      onSubmit: () => this.#check(),
    });
    this.blanks = new Blanks(this.box, memory);
    this.arrivals = new Arrivals(this.box, {
      mayReplace: (what) => this.#mayReplace(what),
      replace: (text) => this.#replace(text),
      facts: (guesses) => {
        memory.head = guesses;
        this.offers.look();
      },
      say: (words) => this.announcer.now(words),
      failed: (words) => this.#say(words),
    });
    this.form = new Form(memory, () => this.#factsChanged());
    this.offers = new Offers(memory, {
      use: (path, value) => {
        this.form.fill({ [path]: value });
        this.#factsChanged();
      },
      refused: () => keep.soon(),
      mention: (words) => this.announcer.count(words),
      say: (words) => this.announcer.now(words),
      goOn: () => this.box.area.focus(),
    });
    this.keeping = new Keeping({
      announce: (words) => this.announcer.now(words),
      onForget: startAgain,
      signal: this.#gone.signal,
    });
    this.form.facts.append(this.keeping.element);
    this.loading = new Loading(
      engine,
      "checker",
      "Your draft is checked as soon as it is there.",
      "Your draft is still here.",
    );
    this.results = new Results(
      {
        show: (finding) => this.box.show(finding),
        apply: (fix, position) => this.#apply(fix, position),
        ask: (need) => this.form.ask(need),
        redraw: () => this.#show(memory.result),
        say: (text, count) => this.announcer.now(text, count),
      },
      memory,
    );
    this.sending = new Sending(this, engine, memory, this.#gone.signal);
    this.trouble = h("div", { id: "ck-trouble", class: "ck-trouble", role: "alert" });
    this.undone = h("div", { class: "ck-undone" });
    this.element = h(
      "div",
      { class: "afterword" },
      this.#write(),
      this.results.element,
      this.sending.element,
      this.form.facts,
      this.sending.sheet.element,
      offlinePart(this.announcer, this.#gone.signal),
      this.announcer.element,
    );
    place.append(this.element);
    this.#listen();
    this.#restore();
    engine.startWhenIdle();
  }

  /** Takes down what would outlive the page. */
  leave() {
    this.#gone.abort();
    clearTimeout(this.#timer);
    this.box.forget();
    this.offers.leave();
  }

  /** Says that all is forgotten, on a page that shows it. */
  welcomeAnew() {
    this.box.area.focus();
    this.announcer.now("Everything is forgotten.");
  }

  #write() {
    return writePart({
      top: this.form.top,
      box: this.box.element,
      blanks: this.blanks.element,
      arrivals: this.arrivals.element,
      offers: this.offers.element,
      trouble: this.trouble,
      undone: this.undone,
      loading: this.loading.element,
      onCheck: () => this.#check(() => this.results.focus()),
      onSample: (sample) => this.#sample(sample),
      onStart: () => this.#start(),
      onOpen: () => this.arrivals.choose(),
    });
  }

  #listen() {
    const on = (type, run) => engine.addEventListener(type, run, { signal: this.#gone.signal });
    on("state", () => this.#engineChanged());
    on("progress", () => this.loading.show(this.#wanted));
    on("check", ({ detail }) => this.#answered(detail));
    for (const why of ["slow", "crashed"]) on(why, ({ detail }) => detail?.kind === "check" && this.#gaveUp(why));
    this.element.addEventListener("focusin", () => engine.start(), { once: true });
    // Closing the tab would lose the draft; leaving by a link inside the site does not come here.
    addEventListener(
      "beforeunload",
      (event) => memory.draft.trim() && memory.draft !== memory.sample && !keep.isSafe && event.preventDefault(),
      { signal: this.#gone.signal },
    );
  }

  #restore() {
    this.box.restore(memory.draft);
    this.blanks.look();
    this.offers.look();
    this.#engineChanged();
    if (memory.result) this.#show(memory.result);
    else this.results.invite();
    this.sending.follow();
  }

  #engineChanged() {
    this.element.dataset.engine = engine.state;
    if (engine.state === "ready") this.form.offerCountries(engine.countries);
    this.loading.show(this.#wanted);
  }

  #typed() {
    memory.draft = this.box.text;
    this.announcer.typing();
    this.undone.replaceChildren();
    this.offers.soon();
    keep.soon();
    this.#soon();
  }

  #factsChanged() {
    this.offers.look();
    keep.soon();
    this.#soon();
  }

  #soon() {
    this.sending.follow();
    clearTimeout(this.#timer);
    if (memory.following) this.#timer = setTimeout(() => this.#check(), PAUSE);
  }

  #check(then = null) {
    clearTimeout(this.#timer);
    this.#then = then;
    if (!this.box.text.trim()) {
      this.#empty(then !== null);
      return;
    }
    this.form.tick();
    memory.following = true;
    this.#wanted = true;
    this.#say("");
    engine.check(this.box.text, situationFrom(memory.values));
    this.loading.show(true);
  }

  #empty(asked) {
    this.#wanted = false;
    memory.result = null;
    this.box.mark([], "");
    this.results.invite();
    this.#say(asked ? EMPTY : "");
    if (asked) this.box.area.focus();
  }

  #answered(result) {
    this.#wanted = false;
    this.loading.show(false);
    if (!this.box.text.trim()) return; // emptied in the meantime
    if (result.answer.error) {
      this.#refused(result.answer.error);
      return;
    }
    const before = memory.result;
    memory.result = { draft: result.draft, report: inUtf16(result.answer, result.draft) };
    if (before) memory.ignored.follow(before, memory.result);
    const points = this.#show(memory.result);
    this.#then?.(points);
    this.#then = null;
  }

  #show({ draft, report }) {
    const { points, findings } = this.results.show(report, draft, engine.rulesById);
    this.box.mark(findings.filter(isPlaced), draft);
    this.announcer.count(tally(points));
    this.sending.follow();
    this.element.dataset.checked = Number(this.element.dataset.checked ?? 0) + 1;
    return points;
  }

  #gaveUp(why) {
    memory.following = this.#wanted = false; // or it would be stopped again at every pause in typing
    this.#then = null;
    this.#say(`${GAVE_UP[why]} ${NEXT}`, byHand("checker"));
  }

  // What could not be read is said beside the draft; a fact that is wrong leads to its field.
  #refused({ where, message }) {
    this.box.mark([], "");
    this.results.invite();
    memory.result = null;
    this.#then = null;
    const need = where.replace(/^situation\.?/, "");
    const { field } = where === "draft" ? {} : answerTo(need);
    this.#say(message, field && button(`Go to “${field.label}”`, () => this.form.ask(need)));
  }

  #say(text, button) {
    this.trouble.replaceChildren(...[text && h("p", {}, text), button].filter(Boolean));
  }

  #apply(fix, position) {
    if (memory.result.draft !== this.box.text) {
      this.#check(); // the places belong to an older text; a new look, then the button works
      return;
    }
    const before = this.box.text.slice(fix.start, fix.end);
    this.box.replace(fix, fix.replacement);
    const what = fix.told ?? describe(before, fix.replacement);
    this.#check((points) => {
      this.results.focus(position);
      this.#offerUndo(what);
      this.announcer.now(`${what} ${points.length} left. Undo with Control Z in the draft.`, tally(points));
    });
  }

  #offerUndo(what) {
    const undo = () => {
      this.undone.replaceChildren();
      this.box.undo();
    };
    this.undone.replaceChildren(h("p", {}, what), button("Undo", undo, ["small"]));
  }

  // Whether `what` may take the place of the draft: the reader is asked if it holds words of their own.
  #mayReplace(what) {
    const own = memory.draft.trim() && memory.draft !== memory.sample;
    const text = `It would be replaced by ${what}.`;
    return !own || ask(this.element, { title: "Replace your draft?", text, yes: "Replace it", no: "Keep my draft" });
  }

  #replace(text) {
    memory.skeleton = false;
    memory.head = [];
    this.box.replace({ start: 0, end: this.box.text.length }, text);
    memory.ignored.forgetDraft();
    this.sending.startAfresh();
  }

  async #start() {
    if (!(await this.#mayReplace("a message with blanks in it"))) return;
    const done = (text, facts) => {
      this.form.fill(facts);
      this.#replace(text);
      memory.sample = text;
      this.#factsChanged();
      this.blanks.begin();
      this.announcer.now("The message is in the box. Its first blank is selected.");
    };
    try {
      await start(this.element, memory.values, done);
      this.#say("");
    } catch {
      this.#say("The messages to start from could not be loaded. Look at your connection, then try again.");
    }
  }

  async #sample(sample) {
    if (!(await this.#mayReplace("this sample, and so would the facts around it"))) return;
    this.form.fill({
      ...Object.fromEntries(FIELDS.filter(({ clock }) => !clock).map((field) => [field.path, initialValue(field)])),
      ...sample.facts(),
    });
    this.#replace(sample.draft);
    memory.sample = sample.draft;
    this.#check(() => this.results.focus());
  }
}

function describe(before, after) {
  if (!after) return `Removed “${before}”.`;
  return before ? `Replaced “${before}” with “${after}”.` : `Added “${after.trim()}”.`;
}
