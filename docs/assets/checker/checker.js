// The checker page: puts its parts together, and passes on what happens in one to the others.

import { Announcer } from "./announcer.js";
import { Arrivals } from "./arrivals.js";
import { Blanks } from "./blanks.js";
import { Checking } from "./checking.js";
import { h } from "./dom.js";
import { DraftBox } from "./draft.js";
import { engine } from "./engine.js";
import { Fixing } from "./fixing.js";
import { Form } from "./form.js";
import { Glance } from "./glance.js";
import { keep } from "./keep.js";
import { keepBeside } from "./keep-beside.js";
import { Keeping } from "./keeping.js";
import { Loading } from "./loading.js";
import { forget, memory } from "./memory.js";
import { Notebook } from "./notebook.js";
import { NoteDesk } from "./note-desk.js";
import { Offers } from "./offers.js";
import { offlinePart } from "./offline-part.js";
import { Outcome } from "./outcome.js";
import { Replacing } from "./replacing.js";
import { Results } from "./results.js";
import { SampleFacts } from "./sample-facts.js";
import { Sending } from "./sending.js";
import { isUntouched, takeStart } from "./start-link.js";
import { Trouble } from "./trouble.js";
import { writePart } from "./write.js";

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

  /** `startAgain` forgets everything and puts an empty page in the place of this one. */
  constructor(place, startAgain) {
    this.announcer = new Announcer();
    this.notebook = new Notebook(memory);
    this.trouble = new Trouble("ck-trouble");
    this.fixing = new Fixing(this, memory);
    this.outcome = new Outcome(this, memory);
    this.glance = new Glance(() => this.results.focus());
    this.loading = new Loading(
      engine,
      "checker",
      "Your draft is checked as soon as it is there.",
      "Your draft is still here.",
    );
    this.#makeDraft();
    this.#makeFacts(startAgain);
    this.#makeResults();
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
    this.#begin();
    engine.startWhenIdle();
  }

  /** Takes down what would outlive the page. */
  leave() {
    this.#gone.abort();
    this.box.forget();
    this.offers.leave();
  }

  /** Says that all is forgotten, on a page that shows it. */
  welcomeAnew() {
    this.box.area.focus();
    this.announcer.now("Everything is forgotten.");
  }

  #makeDraft() {
    const say = (words) => this.announcer.now(words);
    this.box = new DraftBox({
      describedBy: "ck-promise ck-trouble ck-blanks-left",
      onInput: () => this.#typed(),
      onSubmit: () => this.checking.check(),
      onCaret: (mark) => this.results?.point(mark?.card ?? -1),
    });
    this.blanks = new Blanks(this.box, memory);
    this.replacing = new Replacing(this, memory, this.notebook, {
      place: () => this.element,
      factsChanged: () => this.#factsChanged(),
      replaced: () => this.sending.startAfresh(),
      check: () => this.checking.check(() => this.results.focus()),
      say,
      trouble: (words) => this.trouble.say(words),
    });
    this.arrivals = new Arrivals(this.box, {
      mayReplace: (what) => this.replacing.mayReplace(what),
      replace: (text) => this.replacing.replace(text),
      facts: (guesses) => {
        memory.head = guesses;
        this.offers.look();
      },
      say,
      failed: (words) => this.trouble.say(words),
    });
  }

  #makeFacts(startAgain) {
    const say = (words) => this.announcer.now(words);
    const factsChanged = () => this.#factsChanged();
    this.form = new Form(memory, factsChanged);
    this.sampleFacts = new SampleFacts(memory, this.form, { factsChanged, say });
    this.desk = new NoteDesk(this.notebook, memory, this.form, {
      turned: () => this.#turned(),
      factsChanged,
      say,
      place: () => this.element,
    });
    this.offers = new Offers(memory, {
      use: (values) => {
        this.form.fill(values);
        factsChanged();
      },
      refused: () => {
        keep.soon();
        this.outcome.readAs();
      },
      mention: (words) => this.announcer.count(words),
      say,
      goOn: () => this.box.area.focus(),
    });
    this.keeping = new Keeping({ announce: say, onForget: startAgain, signal: this.#gone.signal });
    this.form.facts.append(this.keeping.element);
  }

  #makeResults() {
    this.results = new Results(
      {
        show: (finding) => this.box.show(finding),
        apply: (fix, position) => this.fixing.apply(fix, position),
        ask: (need) => this.form.ask(need),
        readAs: (stage, told) => this.#readAs(stage, told),
        redraw: () => {
          keep.soon(); // what is ignored is kept, too
          this.outcome.show();
        },
        say: (text, count) => this.announcer.now(text, count),
      },
      memory,
    );
    this.sending = new Sending(this, engine, memory, this.#gone.signal);
    this.checking = new Checking(
      engine,
      memory,
      this.notebook,
      {
        empty: (asked) => this.outcome.empty(asked),
        before: () => {
          this.form.tick();
          this.trouble.say("");
        },
        waiting: () => this.loading.show(this.checking.wanted),
        show: () => this.outcome.show(),
        others: () => this.desk.show(),
        settled: () => this.announcer.count(this.desk.part.overview),
        refused: (error) => this.outcome.refused(error),
        gaveUp: (why, key) => this.outcome.gaveUp(why, key),
      },
      this.#gone.signal,
    );
  }

  #write() {
    return writePart({
      top: this.form.top,
      notes: this.desk.part.element,
      below: this.desk.part.below,
      panel: this.desk.panel,
      glance: this.glance.element,
      label: this.desk.label,
      box: this.box.element,
      blanks: this.blanks.element,
      arrivals: this.arrivals.element,
      offers: this.offers.element,
      trouble: this.trouble.element,
      undone: [this.fixing.element, this.sampleFacts.element],
      loading: this.loading.element,
      onCheck: () => this.checking.check(() => this.results.focus()),
      onSample: (sample) => this.replacing.sample(sample),
      onStart: () => this.replacing.start(),
      onOpen: () => this.arrivals.choose(),
    });
  }

  #listen() {
    const { signal } = this.#gone;
    keepBeside(this.element.querySelector(".ck-write"), signal);
    const on = (type, run) => engine.addEventListener(type, run, { signal });
    on("state", () => this.#engineChanged());
    on("progress", () => this.loading.show(this.checking.wanted));
    addEventListener("hashchange", () => this.#begin(), { signal });
    this.element.addEventListener("focusin", () => engine.start(), { once: true });
    // Closing the tab would lose the draft; leaving by a link inside the site does not come here.
    const stay = (event) => this.notebook.hasOwnWords && !keep.isSafe && event.preventDefault();
    addEventListener("beforeunload", stay, { signal });
  }

  #restore() {
    this.#engineChanged();
    this.#showDraft();
    if (memory.following) this.checking.turned(); // something may have changed on another page
  }

  // Whoever comes by a link to begin gets the first questions, unless there is something already.
  #begin() {
    const facts = takeStart();
    if (!facts || !isUntouched(memory)) return;
    this.form.fill(facts);
    this.replacing.start();
  }

  #readAs(stage, told) {
    this.form.fill({ stage });
    this.#factsChanged();
    this.checking.check(() => {
      this.results.focus();
      this.announcer.now(`${told} ${this.results.told}`, this.results.told);
    });
  }

  // What the memory has of the present draft, put on the page.
  #showDraft() {
    this.box.restore(memory.draft);
    this.blanks.look();
    this.offers.look();
    this.outcome.show();
    this.sending.follow();
  }

  #engineChanged() {
    this.element.dataset.engine = engine.state;
    if (engine.state === "ready") this.form.offerCountries(engine.countries);
    this.loading.show(this.checking.wanted);
  }

  #typed() {
    memory.draft = this.box.text;
    this.announcer.typing();
    this.fixing.forget();
    this.sampleFacts.follow();
    this.offers.soon();
    this.#changed();
  }

  #factsChanged() {
    this.desk.follow();
    this.offers.look();
    this.#changed();
  }

  #changed() {
    keep.soon();
    this.desk.show();
    this.sending.follow();
    if (memory.following && memory.result) this.glance.wait();
    this.checking.soon();
  }

  // Another note is in the box from now on.
  #turned() {
    this.fixing.forget();
    this.sampleFacts.forget();
    this.arrivals.forget();
    this.trouble.say("");
    this.sending.startAfresh();
    this.#showDraft();
    keep.soon();
    this.checking.turned();
  }
}
