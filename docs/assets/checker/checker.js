// The checker page: puts its parts together and decides when a check is due.

import { Announcer } from "./announcer.js";
import { button, h } from "./dom.js";
import { DraftBox } from "./draft.js";
import { engine } from "./engine.js";
import { answerTo, FIELDS, initialValue } from "./fields.js";
import { Form } from "./form.js";
import { Loading } from "./loading.js";
import { memory } from "./memory.js";
import { inUtf16 } from "./offsets.js";
import { Results } from "./results.js";
import { situationFrom } from "./situation.js";
import { tally } from "./words.js";
import { writePart } from "./write.js";

const PAUSE = 400; // after typing, before the draft is looked at again
const TOO_SLOW =
  "This draft took too long to check, so the checker was stopped and started again. " +
  "Your draft is as it was. Change something, then check again.";
const EMPTY = "There is nothing to check yet. Write or paste your message, or try one of the samples below.";

/** Builds the checker inside `place`; returns what undoes it when the page is left. */
export function mount(place) {
  const page = new Page(place);
  return () => page.leave();
}

class Page {
  #gone = new AbortController();
  #timer = 0;
  #then = null; // what to do when the result that is being waited for is on the page
  #wanted = false; // a check was asked for and has not been answered

  constructor(place) {
    this.announcer = new Announcer();
    this.box = new DraftBox({
      describedBy: "ck-promise ck-trouble",
      onInput: () => this.#typed(),
      onSubmit: () => this.#check(),
    });
    this.form = new Form(memory, () => this.#soon());
    this.loading = new Loading(
      engine,
      "checker",
      "Your draft is checked as soon as it is there.",
      "Your draft is still here.",
    );
    this.results = new Results(
      {
        show: (finding) => this.box.show(finding),
        apply: (finding, fix, position) => this.#apply(fix, position),
        ask: (need) => this.form.ask(need),
      },
      memory.open,
    );
    this.trouble = h("div", { id: "ck-trouble", class: "ck-trouble", role: "alert" });
    this.undone = h("div", { class: "ck-undone" });
    this.element = h(
      "div",
      { class: "afterword" },
      this.#write(),
      this.results.element,
      this.form.facts,
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
  }

  #write() {
    return writePart({
      top: this.form.top,
      box: this.box.element,
      trouble: this.trouble,
      undone: this.undone,
      loading: this.loading.element,
      onCheck: () => this.#check(() => this.results.focus()),
      onSample: (sample) => this.#sample(sample),
    });
  }

  #listen() {
    const on = (type, run) => engine.addEventListener(type, run, { signal: this.#gone.signal });
    on("state", () => this.#engineChanged());
    on("progress", () => this.loading.show(this.#wanted));
    on("check", ({ detail }) => this.#answered(detail));
    on("slow", ({ detail }) => {
      if (detail.kind !== "check") return;
      memory.following = this.#wanted = false; // or it would be stopped again at every pause in typing
      this.#then = null;
      this.#say(TOO_SLOW);
    });
    this.element.addEventListener("focusin", () => engine.start(), { once: true });
    // Closing the tab would lose the draft; leaving by a link inside the site does not come here.
    addEventListener(
      "beforeunload",
      (event) => memory.draft.trim() && memory.draft !== memory.sample && event.preventDefault(),
      { signal: this.#gone.signal },
    );
  }

  #restore() {
    this.box.restore(memory.draft);
    this.#engineChanged();
    if (memory.result) this.#show(memory.result);
    else this.results.invite();
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
    this.#soon();
  }

  #soon() {
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
    memory.result = { draft: result.draft, report: inUtf16(result.answer, result.draft) };
    this.#show(memory.result);
    this.#then?.(memory.result.report);
    this.#then = null;
  }

  #show({ draft, report }) {
    const rules = new Map((engine.rules?.rules ?? []).map((rule) => [rule.id, rule]));
    this.results.show(report, draft, rules);
    const placed = report.findings.filter(({ start, end }) => start !== null && end > start);
    this.box.mark(placed, draft);
    this.announcer.count(tally(report.findings));
    this.element.dataset.checked = Number(this.element.dataset.checked ?? 0) + 1;
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
    const what = describe(before, fix.replacement);
    this.#check((report) => {
      const left = report.findings.length;
      this.results.focus(Math.min(position, left - 1));
      this.#offerUndo(what);
      this.announcer.now(`${what} ${left} left. Undo with Control Z in the draft.`, tally(report.findings));
    });
  }

  #offerUndo(what) {
    const undo = () => {
      this.undone.replaceChildren();
      this.box.undo();
    };
    this.undone.replaceChildren(h("p", {}, what), button("Undo", undo, ["small"]));
  }

  #sample(sample) {
    const own = memory.draft.trim() && memory.draft !== memory.sample;
    if (own && !confirm("Replace your draft, and the facts around it, with this sample?")) return;
    this.form.fill({
      ...Object.fromEntries(FIELDS.filter(({ clock }) => !clock).map((field) => [field.path, initialValue(field)])),
      ...sample.facts(),
    });
    this.box.replace({ start: 0, end: this.box.text.length }, sample.draft);
    memory.sample = sample.draft;
    this.#check(() => this.results.focus());
  }
}

function describe(before, after) {
  if (!after) return `Removed “${before}”.`;
  return before ? `Replaced “${before}” with “${after}”.` : `Added “${after.trim()}”.`;
}
