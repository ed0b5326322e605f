// "Remember on this device", and "Forget everything": the reader's choice, off until it is made.

import { ask } from "./ask.js";
import { button, h } from "./dom.js";
import { keep } from "./keep.js";

const WHAT = "Remember my draft and these facts on this device";
const WHY =
  "So that you find them here next time. They are kept in this browser only, readable for whoever uses it. Better not on a shared computer.";
const STILL_HERE = "Nothing is lost: all of it is still on this page, until you close it.";
const TROUBLE = {
  denied: `This browser does not let the page keep anything, as in a private window. ${STILL_HERE}`,
  full: `There is no room left for it in this browser. ${STILL_HERE}`,
};
const SURE = {
  title: "Forget everything?",
  text: "Your draft, all facts and the results go, here and on this device. This cannot be undone.",
  yes: "Forget everything",
  no: "Keep it",
};

export class Keeping {
  #tick = h("input", {
    type: "checkbox",
    "aria-describedby": "ck-keep-why ck-keep-since",
    onchange: () => this.#choose(),
  });
  #since = h("p", { id: "ck-keep-since", class: "ck-quiet" });
  #trouble = h("div", { class: "ck-trouble", role: "alert" });
  #announce;

  /** `announce` says a sentence, `onForget` hears that all is to be forgotten; `signal` ends the listening. */
  constructor({ announce, onForget, signal }) {
    this.#announce = announce;
    const forget = async () => (await ask(this.element, SURE)) && onForget();
    this.element = h(
      "div",
      { class: "ck-keep", role: "group", "aria-label": "Remember or forget" },
      h("label", { class: "ck-tick" }, this.#tick, WHAT),
      h("p", { id: "ck-keep-why", class: "ck-quiet" }, WHY),
      this.#since,
      this.#trouble,
      button("Forget everything", forget, ["small"]),
    );
    keep.addEventListener("change", () => this.#show(), { signal });
    this.#show();
  }

  #choose() {
    if (this.#tick.checked) keep.begin();
    else keep.end();
    if (!keep.trouble) this.#announce(keep.since ? "Kept on this device from now on." : "No longer kept on this device.");
  }

  #show() {
    this.#tick.checked = Boolean(keep.since);
    this.#since.textContent = keep.since ? `Kept since ${inWords(keep.since)}.` : "";
    const before = keep.since && keep.trouble ? " What was kept before is still there." : "";
    this.#trouble.replaceChildren(...(keep.trouble ? [h("p", {}, TROUBLE[keep.trouble] + before)] : []));
  }
}

const inWords = (moment) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" }).format(new Date(moment));
