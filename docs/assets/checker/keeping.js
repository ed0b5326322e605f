// "Remember on this device", and "Forget everything": the reader's choice, off until it is made.

import { ask } from "./ask.js";
import { button, h } from "./dom.js";
import { keep } from "./keep.js";
import { Trouble } from "./trouble.js";

const DRAFT = {
  what: "Remember my draft and these facts on this device",
  why: "So that you find them here next time. They are kept in this browser only, readable for whoever uses it. Better not on a shared computer.",
  sure: {
    title: "Forget everything?",
    text: "Your draft, all facts and the results go, here and on this device. This cannot be undone.",
    yes: "Forget everything",
    no: "Keep it",
  },
};
const STILL_HERE = "Nothing is lost: all of it is still on this page, until you close it.";
const TROUBLE = {
  denied: `This browser does not let the page keep anything, as in a private window. ${STILL_HERE}`,
  full: `There is no room left for it in this browser. ${STILL_HERE}`,
};

export class Keeping {
  #tick = h("input", {
    type: "checkbox",
    "aria-describedby": "ck-keep-why ck-keep-since",
    onchange: () => this.#choose(),
  });
  #since = h("p", { id: "ck-keep-since", class: "ck-quiet" });
  #trouble = new Trouble();
  #announce;
  #keeper;

  /**
   * `announce` says a sentence, `onForget` hears that all is to be forgotten; `signal` ends the listening. `keeper` keeps it,
   * `words` say what "it" is: the draft, where nothing else is said.
   */
  constructor({ announce, onForget, signal, keeper = keep, words = DRAFT }) {
    this.#announce = announce;
    this.#keeper = keeper;
    const forget = async () => (await ask(this.element, words.sure)) && onForget();
    this.element = h(
      "div",
      { class: "ck-keep", role: "group", "aria-label": "Remember or forget" },
      h("label", { class: "ck-tick" }, this.#tick, words.what),
      h("p", { id: "ck-keep-why", class: "ck-quiet" }, words.why),
      this.#since,
      this.#trouble.element,
      button("Forget everything", forget, ["small"]),
    );
    keeper.addEventListener("change", () => this.#show(), { signal });
    this.#show();
  }

  #choose() {
    const keeper = this.#keeper;
    if (this.#tick.checked) keeper.begin();
    else keeper.end();
    if (!keeper.trouble) this.#announce(keeper.since ? "Kept on this device from now on." : "No longer kept on this device.");
  }

  #show() {
    const { since, trouble } = this.#keeper;
    this.#tick.checked = Boolean(since);
    this.#since.textContent = since ? `Kept since ${inWords(since)}.` : "";
    const before = since && trouble ? " What was kept before is still there." : "";
    this.#trouble.say(trouble && TROUBLE[trouble] + before);
  }
}

const inWords = (moment) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(new Date(moment));
