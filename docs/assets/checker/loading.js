// How far the engine has got, in words and as a bar; and what to do when it does not come.

import { button, h } from "./dom.js";
import { byHand, cannotRun } from "./fallback.js";

export class Loading {
  #text = h("p", { id: "ck-loading-text" });
  #bar = h("progress", { max: "1", "aria-labelledby": "ck-loading-text" });
  #alert = h("div", { role: "alert" });
  #engine;
  #words;

  /** `name` is what the page calls the engine, `soon` says what happens once it is there, `safe` what is not lost. */
  constructor(engine, name, soon, safe) {
    this.#engine = engine;
    this.#words = { name, soon, safe };
    this.element = h("div", { class: "ck-loading" }, this.#text, this.#bar, this.#alert);
  }

  /** Shows the engine's state; `wanted` says that somebody is waiting for it. */
  show(wanted) {
    const { state, share } = this.#engine;
    const { name, soon } = this.#words;
    const loading = state === "loading" || (state === "idle" && wanted);
    this.element.dataset.state = state;
    this.#text.hidden = this.#bar.hidden = !loading;
    if (loading) {
      const percent = Math.floor(share * 100);
      const step =
        percent < 100 ? `Getting the ${name} ready (about 3 MB, once) … ${percent} %` : `Starting the ${name} …`;
      this.#text.textContent = wanted ? `${step}. ${soon}` : step;
      this.#bar.value = share;
    }
    if (state !== "failed") this.#alert.replaceChildren();
    else if (!this.#alert.childElementCount) this.#alert.append(...this.#failed());
  }

  #failed() {
    const { failure, lacks } = this.#engine;
    const { name, safe } = this.#words;
    if (lacks) return [cannotRun(name, lacks, safe), byHand(name)];
    const retry = () => {
      this.#engine.retry();
      this.element.closest(".afterword")?.querySelector(".ck-button--main")?.focus(); // this button is gone by then
    };
    return [
      h(
        "p",
        {},
        h("strong", {}, `The ${name} could not be loaded.`),
        ` ${safe} Look at your connection, then try again.`,
      ),
      byHand(name),
      h("p", { class: "ck-quiet" }, `What the browser said: ${failure}.`),
      button("Try again", retry),
    ];
  }
}
