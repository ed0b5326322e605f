// The facts that came with a sample are about somebody else's interview. Once the sample has made room for a draft of the
// reader's own they go, unless the reader has changed them; a line says so, and brings them back.

import { button, h } from "./dom.js";
import { fieldOf, FIELDS, initialValue } from "./fields.js";

const GONE = "The facts that came with the sample are gone with it.";
const SHARE = 0.4; // of a text, that has to stay the same for it to be the same text still

export class SampleFacts {
  element = h("div", { class: "ck-undone" });
  #memory;
  #form;
  #act;
  #last;

  /** `act` is what the page does: factsChanged(), say(words). `memory.sampleFacts` holds the facts, by their paths. */
  constructor(memory, form, act) {
    this.#memory = memory;
    this.#form = form;
    this.#act = act;
    this.#last = memory.draft;
  }

  /** A sample is put in with `facts`: those before it go, all but the time of sending. */
  put(facts) {
    this.forget();
    this.#form.clear(FIELDS.filter(({ clock }) => !clock).map(({ path }) => path));
    this.#form.fill(facts);
    const kept = Object.keys(facts).map((path) => [path, structuredClone(this.#memory.values[path])]);
    this.#memory.sampleFacts = Object.fromEntries(kept);
  }

  /** The values of the form without those that are still the sample's. */
  without() {
    const own = { ...this.#memory.values };
    for (const path of this.#stillTheirs()) own[path] = initialValue(fieldOf(path));
    return own;
  }

  /** Follows the draft: another text than the sample takes its facts away. */
  follow() {
    const before = this.#last;
    this.#last = this.#memory.draft;
    if (this.#memory.sampleFacts && this.#memory.draft !== this.#memory.sample && isAnother(before, this.#memory.draft)) this.drop();
  }

  /** Takes the sample's facts away, and says so. */
  drop() {
    const paths = this.#stillTheirs();
    const facts = this.#memory.sampleFacts;
    this.#memory.sampleFacts = null;
    if (!paths.length) return;
    this.#form.clear(paths);
    this.#act.factsChanged();
    const undo = () => {
      this.forget();
      this.#form.fill(Object.fromEntries(paths.map((path) => [path, facts[path]])));
      this.#act.factsChanged();
      this.#act.say("The facts of the sample are back.");
    };
    this.element.replaceChildren(h("p", {}, GONE), button("Bring them back", undo, ["small"]));
    this.#act.say(GONE);
  }

  /** Takes back what was said of them. */
  forget() {
    this.element.replaceChildren();
    this.#last = this.#memory.draft;
  }

  #stillTheirs() {
    const { sampleFacts, values } = this.#memory;
    return Object.keys(sampleFacts ?? {}).filter((path) => JSON.stringify(values[path]) === JSON.stringify(sampleFacts[path]));
  }
}

/** Has one change made another text of `before`? One that begins and ends as it did is the same one, mended. */
export function isAnother(before, after) {
  if (!after.trim()) return before.trim() !== "";
  const room = Math.min(before.length, after.length);
  let head = 0;
  while (head < room && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < room - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return head + tail < SHARE * before.length && before.trim() !== "";
}
