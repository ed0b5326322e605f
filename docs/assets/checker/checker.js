// The checker page: puts its parts together, and passes on what happens in one to the others.

import { Announcer } from "./announcer.js";
import { breath } from "./breath.js";
import { h } from "./dom.js";
import { engine } from "./engine.js";
import { Fixing } from "./fixing.js";
import { Glance } from "./glance.js";
import { keep } from "./keep.js";
import { keepBeside } from "./keep-beside.js";
import { Loading } from "./loading.js";
import { forget, memory } from "./memory.js";
import { Notebook } from "./notebook.js";
import { offlinePart } from "./offline-part.js";
import { Outcome } from "./outcome.js";
import { draftParts, factParts, leftSide, resultParts } from "./parts.js";
import { hearStart, isUntouched, takeStart } from "./start-link.js";
import { Trouble } from "./trouble.js";

/** Builds the checker, and shows it inside `place` a moment later; returns what undoes it when the page is left. */
export function mount(place) {
  const startAgain = () => {
    keep.end();
    forget();
    page.leave();
    place.replaceChildren();
    page = new Page(startAgain);
    page.show(place);
    page.welcomeAnew();
  };
  let page = new Page(startAgain);
  const { signal } = page;
  breath().then(() => signal.aborted || page.show(place));
  return () => page.leave();
}

class Page {
  #gone = new AbortController();

  /** `startAgain` forgets everything and puts an empty page in the place of this one. */
  constructor(startAgain) {
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
    draftParts(this);
    factParts(this, startAgain);
    resultParts(this);
    this.element = h(
      "div",
      { class: "afterword" },
      leftSide(this),
      this.results.element,
      this.sending.element,
      this.form.facts,
      this.sending.sheet.element,
      offlinePart(this.announcer, this.signal),
      this.announcer.element,
    );
  }

  /** Puts it where it belongs, with what is there already. */
  show(place) {
    place.append(this.element);
    this.#listen();
    this.#restore();
    this.#begin();
  }

  /** Ends what the parts listen to. */
  get signal() {
    return this.#gone.signal;
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

  #listen() {
    const { signal } = this;
    keepBeside(this.element.querySelector(".ck-write"), signal);
    const on = (type, run) => engine.addEventListener(type, run, { signal });
    on("state", () => this.#engineChanged());
    on("progress", () => this.loading.show(this.checking.wanted));
    this.element.addEventListener("focusin", () => engine.start(), { once: true });
    // Closing the tab would lose the draft; leaving by a link inside the site does not come here.
    const stay = (event) => this.notebook.hasOwnWords && !keep.isSafe && event.preventDefault();
    addEventListener("beforeunload", stay, { signal });
    hearStart(() => isUntouched(memory), signal);
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

  /** The draft is of another `stage` than it was read as; `told` says so. */
  readAs(stage, told) {
    this.form.fill({ stage });
    this.factsChanged();
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

  /** The words in the box have changed. */
  typed() {
    memory.draft = this.box.text;
    this.announcer.typing();
    this.fixing.forget();
    this.sampleFacts.follow();
    this.offers.soon();
    this.#changed();
  }

  /** What is known of the interview has changed. */
  factsChanged() {
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

  /** Another note is in the box from now on. */
  turned() {
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
