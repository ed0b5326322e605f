// The workshop's page: puts its parts together, and leads from one rule to another.

import { address } from "../checker/address.js";
import { Announcer } from "../checker/announcer.js";
import { ask } from "../checker/ask.js";
import { button, h, link } from "../checker/dom.js";
import { Keeping } from "../checker/keeping.js";
import { Loading } from "../checker/loading.js";
import { clock } from "../checker/situation.js";
import { Chooser } from "./chooser.js";
import { Editor } from "./editor.js";
import { engine } from "./engine.js";
import { Inquiry, PAUSE } from "./inquiry.js";
import { SourceFinder } from "./lookups.js";
import { forget, keeper, memory, NEW } from "./memory.js";
import { Results } from "./results.js";
import { BLANK, spared } from "./spare.js";
import { TrialPart } from "./trial.js";
import { HELP, KEPT, PROMISE, START_OVER, UNDO_ALL } from "./words.js";

/** Builds the workshop inside `place`; returns what undoes it when the page is left. */
export function mount(place) {
  const page = new Page(place);
  return () => page.leave();
}

class Page {
  #gone = new AbortController();
  #draftTimer = 0;
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
    this.trial = new TrialPart({ onInput: () => this.#draftTyped(), onSpare: (sentence) => this.#spare(sentence) });
    this.results = new Results({
      go: (line, words) => this.editor.goTo(line, words),
      announcer: this.announcer,
      trial: this.trial.element,
    });
    this.inquiry = new Inquiry({
      subject: () => this.#subject,
      wantsPage: () => this.results.folds.page.open,
      onRead: () => this.#askForDraft(),
      onLearned: () => this.#show(),
      signal,
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
    const isTried = (detail) => detail.draft === memory.draft && this.inquiry.isCurrent(detail);
    on("draft", ({ detail }) => isTried(detail) && this.trial.show(detail.answer));
    this.element.addEventListener("focusin", () => engine.start(), { once: true });
    this.results.folds.page.addEventListener("toggle", () => this.inquiry.page());
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

  #published() {
    return memory.current === NEW ? memory.began : engine.rulesById.get(memory.current).text;
  }

  #open(id, withFocus = true) {
    if (id !== NEW && !engine.rulesById.get(id)?.text) return;
    memory.current = id;
    this.editor.show(memory.texts[id] ?? this.#published());
    this.work.hidden = false;
    this.#list();
    this.inquiry.now();
    if (withFocus) this.editor.area.focus();
  }

  async #begin(kind) {
    if (memory.texts[NEW] && memory.texts[NEW] !== memory.began && !(await ask(this.element, START_OVER))) return;
    memory.began = engine.rules.templates[kind].replace("TODAY", clock().date);
    memory.texts[NEW] = memory.began;
    keeper.soon();
    this.#open(NEW);
  }

  async #undo() {
    if (this.editor.text === this.#published()) return;
    if (!(await ask(this.element, UNDO_ALL))) return;
    this.editor.show(this.#published());
    this.#typed();
    this.announcer.now("All changes are undone.");
  }

  // The first blank behind the cursor, or the very first.
  #fillIn() {
    const { text, area } = this.editor;
    const line = text.slice(0, area.selectionEnd).split("\n").length;
    const column = area.selectionEnd - text.lastIndexOf("\n", area.selectionEnd - 1);
    const { blanks } = this.inquiry.known.reading;
    const next = blanks.find((each) => each.line > line || (each.line === line && each.column >= column)) ?? blanks[0];
    if (next) this.editor.goTo(next.line, `<<${next.words}>>`);
  }

  #forget() {
    forget();
    this.trial.recall();
    this.work.hidden = true;
    this.#list();
    this.announcer.now("All is forgotten.");
  }

  // ---- What is written and tried

  #typed() {
    this.announcer.typing();
    if (this.editor.text === this.#published() && memory.current !== NEW) delete memory.texts[memory.current];
    else memory.texts[memory.current] = this.editor.text;
    keeper.soon();
    this.element.dataset.state = "busy"; // what is shown belongs to what stood there before
    this.results.showSteps(this.inquiry.known, this.#rule);
    this.inquiry.soon();
  }

  #draftTyped() {
    keeper.soon();
    clearTimeout(this.#draftTimer);
    this.#draftTimer = setTimeout(() => this.#askForDraft(), PAUSE);
  }

  #askForDraft() {
    if (!this.results.folds.trial.open || !memory.current) return;
    if (memory.draft.trim()) engine.ask({ kind: "draft", ...this.#subject, draft: memory.draft, facts: TrialPart.facts });
    else this.trial.show(null);
  }

  #spare(sentence) {
    const found = spared(this.editor.text, sentence, TrialPart.ownFacts);
    if (!found) return this.announcer.now("The file has no list of examples to leave alone.");
    this.editor.insertAt(found.at, found.example);
    const first = this.editor.text.slice(0, found.at).split("\n").length;
    this.editor.goTo(first + found.example.split("\n").findIndex((line) => line.includes(BLANK)), BLANK);
    this.announcer.now("The sentence stands among the examples to be left alone. Say in its place why it is fine.");
  }

  #show() {
    this.element.dataset.state = this.results.show(this.inquiry.known, this.#rule);
    const { reading, proof } = this.inquiry.known;
    const place = memory.current === NEW ? "A new rule" : engine.rulesById.get(memory.current)?.path;
    this.path.textContent = reading?.rule ? reading.path : place;
    this.nextBlank.hidden = !reading?.blanks.length;
    const failed = (proof?.examples ?? []).filter((each) => each.complaints.length);
    this.editor.mark([
      ...(reading?.blanks ?? []).map(({ line }) => [line, "blank"]),
      ...[...(reading?.problems ?? []), ...(proof?.complaints ?? []), ...failed].map(({ line }) => [line, "error"]),
    ]);
  }

  get #subject() {
    return { text: this.editor.text, former: memory.current === NEW ? "" : memory.current };
  }

  get #rule() {
    return { text: this.editor.text, isNew: memory.current === NEW };
  }
}
