// The workshop's page: puts its parts together, and decides what is asked of the engine when.

import { address } from "../checker/address.js";
import { Announcer } from "../checker/announcer.js";
import { ask } from "../checker/ask.js";
import { button, h, link } from "../checker/dom.js";
import { Keeping } from "../checker/keeping.js";
import { Loading } from "../checker/loading.js";
import { Chooser } from "./chooser.js";
import { Editor } from "./editor.js";
import { engine } from "./engine.js";
import { Sweep } from "./letters.js";
import { SourceFinder } from "./lookups.js";
import { forget, keeper, memory, NEW } from "./memory.js";
import { Results } from "./results.js";
import { TrialPart } from "./trial.js";

const PAUSE = 250; // milliseconds after a key stroke
const PROMISE =
  "What you write stays in this browser, until you go to GitHub yourself. The rule is read and tried here, on your own machine.";
const KEPT = {
  what: "Remember my work on this device",
  why: "So that you find it here next time. It is kept in this browser only, readable for whoever uses it. Better not on a shared computer.",
  sure: {
    title: "Forget everything?",
    text: "All that you wrote here goes: the rules that you changed, the new one, and your message. This cannot be undone.",
    yes: "Forget everything",
    no: "Keep it",
  },
};
const HELP = [
  ["contribute/rule-file/", "What a rule file holds"],
  ["contribute/phrases/", "What to look for"],
  ["contribute/conditions/", "When a rule applies"],
];
const GAVE_UP = {
  read: "Reading took too long, and was given up. Change the last thing that you wrote, and it is tried again",
  prove: "Trying the examples took too long, and was given up: look for a regular expression that repeats without end",
  sweep: "Reading the letters took too long, and was given up",
  cost: "Measuring the rule’s cost took too long, and was given up: a regular expression or a phrase is too slow",
};

/** Builds the workshop inside `place`; returns what undoes it when the page is left. */
export function mount(place) {
  const page = new Page(place);
  return () => page.leave();
}

class Page {
  #gone = new AbortController();
  #timer = 0;
  #draftTimer = 0;
  #known = {}; // of the text in the box: reading, proof, cost, sweep, page, trouble
  #named = ""; // the rule in this page's address that was opened

  constructor(place) {
    const { signal } = this.#gone;
    this.announcer = new Announcer();
    this.loading = new Loading(
      engine,
      "workshop",
      "The rules are shown as soon as it is there.",
      "What you wrote is still here.",
    );
    this.chooser = new Chooser({ open: (id) => this.#open(id), begin: (kind) => this.#begin(kind) });
    this.editor = new Editor({ describedBy: "wk-path wk-keys", onInput: () => this.#typed() });
    this.nextBlank = button("Next place to fill in", () => this.#fillIn(), ["primary"], { hidden: true });
    this.path = h("p", { id: "wk-path", class: "ck-quiet" });
    this.trial = new TrialPart(() => this.#draftTyped());
    this.results = new Results({
      go: (line, words) => this.editor.goTo(line, words),
      announcer: this.announcer,
      trial: this.trial.element,
    });
    this.work = h("div", { class: "wk-work", hidden: true }, this.results.verdict, this.#left(), this.results.element);
    this.element = h(
      "div",
      { class: "afterword wk-workshop" },
      h("p", { class: "ck-promise" }, PROMISE),
      this.loading.element,
      this.chooser.element,
      this.work,
      new Keeping({
        announce: (text) => this.announcer.now(text),
        onForget: () => this.#forget(),
        signal,
        keeper,
        words: KEPT,
      }).element,
      this.announcer.element,
    );
    place.append(this.element);
    this.#listen(signal);
    this.#engineChanged();
    engine.startWhenIdle();
  }

  /** Takes down what would outlive the page. */
  leave() {
    this.#gone.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#draftTimer);
  }

  #left() {
    return h(
      "section",
      { class: "wk-left", "aria-label": "The rule" },
      h("label", { class: "ck-label", for: "wk-text" }, "The rule’s file"),
      this.path,
      this.editor.element,
      h(
        "p",
        { id: "wk-keys", class: "ck-quiet" },
        "Tab leaves the box. A new line begins as far in as the one before.",
      ),
      h(
        "p",
        { class: "ck-quiet" },
        "Help: ",
        HELP.map(([page, words], place) => [place > 0 && " · ", link(address(page), words)]),
      ),
      h(
        "div",
        { class: "ck-buttons" },
        this.nextBlank,
        button("Back to how it began", () => this.#undo(), ["small"]),
      ),
    );
  }

  #listen(signal) {
    const on = (type, run) => engine.addEventListener(type, run, { signal });
    on("state", () => this.#engineChanged());
    on("progress", () => this.loading.show(false));
    const current =
      (run) =>
      ({ detail }) =>
        detail.text === this.editor.text && detail.former === this.former && run(detail);
    on(
      "read",
      current(({ answer }) => this.#read(answer)),
    );
    on(
      "prove",
      current(({ answer }) => this.#learn({ proof: answer }, () => this.#afterProof())),
    );
    on(
      "cost",
      current(({ answer }) => this.#learn({ cost: answer })),
    );
    on(
      "page",
      current(({ answer }) => this.#learn({ page: answer })),
    );
    on(
      "draft",
      current((detail) => detail.draft === memory.draft && this.trial.show(detail.answer)),
    );
    on(
      "sweep",
      current(({ answer }) => this.#swept(answer)),
    );
    for (const why of ["slow", "crashed"]) on(why, ({ detail }) => this.#gaveUp(detail));
    this.element.addEventListener("focusin", () => engine.start(), { once: true });
    this.results.folds.page.addEventListener("toggle", () => this.#askForPage());
    this.results.folds.trial.addEventListener("toggle", () => this.#askForDraft());
    const stay = (event) => Object.keys(memory.texts).length && !keeper.isSafe && event.preventDefault();
    addEventListener("beforeunload", stay, { signal });
    addEventListener("hashchange", () => this.#openNamed(), { signal });
  }

  #engineChanged() {
    this.element.dataset.engine = engine.state;
    this.loading.show(false);
    this.chooser.element.hidden = !engine.rules;
    if (engine.state !== "ready" || this.work.dataset.begun) return;
    this.work.dataset.begun = "yes";
    this.results.folds.sources.append(new SourceFinder(engine.rules.sources, (id) => this.editor.insert(id)).element);
    this.#list();
    if (!this.#openNamed() && memory.current) this.#open(memory.current, false);
  }

  #list() {
    this.chooser.list(engine.rules.rules, engine.rules.groups);
  }

  // A link to this page may name a rule.
  #openNamed() {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!engine.rulesById.get(id)?.text || id === this.#named) return false;
    this.#named = id; // once: whoever goes on to another rule and comes back finds that one
    this.#open(id, false);
    return true;
  }

  get former() {
    return memory.current === NEW ? "" : memory.current;
  }

  #published() {
    return memory.current === NEW ? memory.began : engine.rulesById.get(memory.current).text;
  }

  #open(id, withFocus = true) {
    if (id !== NEW && !engine.rulesById.get(id)?.text) return;
    memory.current = id;
    this.editor.show(memory.texts[id] ?? this.#published());
    this.work.hidden = false;
    this.#list();
    this.#look();
    if (withFocus) this.editor.area.focus();
  }

  async #begin(kind) {
    const sure = {
      title: "Start over?",
      text: "The new rule that you began is lost, and an empty one takes its place.",
      yes: "Start over",
      no: "Keep it",
    };
    if (memory.texts[NEW] && memory.texts[NEW] !== memory.began && !(await ask(this.element, sure))) return;
    const today = new Date();
    const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
    memory.began = engine.rules.templates[kind].replace("TODAY", day);
    memory.texts[NEW] = memory.began;
    keeper.soon();
    this.#open(NEW);
  }

  async #undo() {
    if (this.editor.text === this.#published()) return;
    const sure = {
      title: "Undo all changes?",
      text: "What you wrote in this box is lost, and it shows again what it began with.",
      yes: "Undo all",
      no: "Keep them",
    };
    if (!(await ask(this.element, sure))) return;
    this.editor.show(this.#published());
    this.#typed();
    this.announcer.now("All changes are undone.");
  }

  // The first blank behind the cursor, or the very first.
  #fillIn() {
    const { text, area } = this.editor;
    const line = text.slice(0, area.selectionEnd).split("\n").length;
    const column = area.selectionEnd - text.lastIndexOf("\n", area.selectionEnd - 1);
    const { blanks } = this.#known.reading;
    const next = blanks.find((each) => each.line > line || (each.line === line && each.column >= column)) ?? blanks[0];
    if (next) this.editor.goTo(next.line, `<<${next.words}>>`);
  }

  #forget() {
    forget();
    this.trial.show(null);
    this.work.hidden = true;
    for (const field of this.trial.element.querySelectorAll("[id^=wk-try]:is(textarea, select)"))
      field.value = memory[field.id.slice(7)];
    this.#list();
    this.announcer.now("All is forgotten.");
  }

  // ---- What is asked, and when

  #typed() {
    this.announcer.typing();
    if (this.editor.text === this.#published() && memory.current !== NEW) delete memory.texts[memory.current];
    else memory.texts[memory.current] = this.editor.text;
    keeper.soon();
    this.element.dataset.state = "busy"; // what is shown belongs to what stood there before
    this.results.showSteps(this.#known, this.#rule);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), PAUSE);
  }

  #look() {
    clearTimeout(this.#timer);
    const { page } = this.#known; // stays in sight until there is another
    this.#known = { page };
    this.#ask("read");
    this.#show();
  }

  #ask(kind, more = {}) {
    engine.ask({ kind, text: this.editor.text, former: this.former, ...more });
  }

  #read(reading) {
    this.#learn({ reading });
    if (!reading.problems.length && reading.rule) this.#ask("prove");
    this.#askForPage();
    this.#askForDraft();
  }

  #afterProof() {
    const { kind, status } = this.#known.reading.rule;
    if (kind === "none" || status === "retired") return;
    this.#known.sweep = new Sweep();
    this.#ask("sweep", this.#known.sweep.slice);
    this.#ask("cost");
  }

  #swept(answer) {
    const { sweep } = this.#known;
    if (!sweep) return;
    sweep.add(answer);
    if (!sweep.isDone) this.#ask("sweep", sweep.slice);
    this.#show();
  }

  #draftTyped() {
    keeper.soon();
    clearTimeout(this.#draftTimer);
    this.#draftTimer = setTimeout(() => this.#askForDraft(), PAUSE);
  }

  #askForDraft() {
    if (!this.results.folds.trial.open || !memory.current) return;
    if (memory.draft.trim()) this.#ask("draft", { draft: memory.draft, facts: TrialPart.facts });
    else this.trial.show(null);
  }

  #askForPage() {
    if (this.results.folds.page.open && this.#known.reading?.rule) this.#ask("page");
  }

  #gaveUp(request) {
    if (!request || request.text !== this.editor.text) return;
    this.#learn({ trouble: GAVE_UP[request.kind] ?? "Something took too long, and was given up" });
  }

  #learn(more, then) {
    Object.assign(this.#known, more);
    then?.();
    this.#show();
  }

  #show() {
    this.element.dataset.state = this.results.show(this.#known, this.#rule);
    const { reading, proof } = this.#known;
    const place = memory.current === NEW ? "A new rule" : engine.rulesById.get(memory.current)?.path;
    this.path.textContent = reading?.rule ? reading.path : place;
    this.nextBlank.hidden = !reading?.blanks.length;
    const failed = (proof?.examples ?? []).filter((each) => each.complaints.length);
    this.editor.mark([
      ...(reading?.blanks ?? []).map(({ line }) => [line, "blank"]),
      ...[...(reading?.problems ?? []), ...(proof?.complaints ?? []), ...failed].map(({ line }) => [line, "error"]),
    ]);
  }

  get #rule() {
    return { text: this.editor.text, isNew: memory.current === NEW };
  }
}
