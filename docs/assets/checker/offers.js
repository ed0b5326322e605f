// What the page has guessed from the draft, offered below it: one button uses a guess, another refuses it for good.

import { button, h } from "./dom.js";
import { fieldOf } from "./fields.js";
import { guessesFrom } from "./guesses.js";
import { factOf } from "./situation.js";

const PAUSE = 400; // after typing; half a name is no guess

export class Offers {
  #memory;
  #act;
  #timer = 0;
  #list = h("ul", { class: "ck-list" });
  #all = button("Use all", () => this.#useAll(), ["small"]);
  #open = [];
  #drawn = "";

  /**
   * `memory` holds draft, values and what was refused. `act` is what is done: use(values) by their paths, refused(),
   * mention(words) in a pause, say(words) at once, and goOn() when no guess is left.
   */
  constructor(memory, act) {
    this.#memory = memory;
    this.#act = act;
    this.element = h(
      "section",
      { class: "ck-offers", "aria-label": "Guessed from your draft", hidden: true },
      h("p", { class: "ck-quiet" }, "Guessed from your draft. Use what is right; nothing is filled in by itself."),
      this.#list,
      this.#all,
    );
  }

  /** Looks at the draft again when the reader pauses. */
  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.look(), PAUSE);
  }

  /** Looks at the draft again. */
  look() {
    clearTimeout(this.#timer);
    const guesses = [...this.#memory.head, ...guessesFrom(this.#memory.draft)].filter((guess) => this.#isOpen(guess));
    const open = guesses.filter(({ path }, place) => guesses.findIndex((each) => each.path === path) === place);
    this.#open = open;
    const drawn = JSON.stringify(open);
    if (drawn === this.#drawn) return;
    const more = open.length > this.#list.childElementCount;
    this.#drawn = drawn;
    this.element.hidden = !open.length;
    this.#all.hidden = open.length < 2;
    this.#list.replaceChildren(...open.map((guess) => this.#row(guess)));
    if (more && !this.#memory.result) this.#act.mention(`${open.length} guessed from your draft, offered below it.`);
  }

  /** The guess of the fact `path`, if one is offered. */
  open(path) {
    return this.#open.find((each) => each.path === path);
  }

  leave() {
    clearTimeout(this.#timer);
  }

  // A fact that is known needs no guess; of the kind of message that is so once the reader has chosen one.
  #isOpen({ path, value, shown }) {
    const { values, touched, refused } = this.#memory;
    const field = fieldOf(path);
    const known = field.initial ? touched.has(path) || values[path] === value : factOf(field, values[path]) !== undefined;
    return !known && !refused.has(keyOf(path, shown));
  }

  #row({ path, value, shown }) {
    const { label, words } = inWords(path, shown);
    const use = () => {
      this.#act.use({ [path]: value });
      this.#done(`${label}: ${words}. Filled in.`);
    };
    const refuse = () => {
      this.#memory.refused.add(keyOf(path, shown));
      this.#act.refused();
      this.#done(`${words}: not used, and not offered again.`);
    };
    return h(
      "li",
      {},
      h("span", { class: "ck-offers__what" }, `${label}: `, h("strong", {}, `${words}?`)),
      h(
        "span",
        { class: "ck-offers__answers" },
        button("Use it", use, ["small"], { "aria-label": `Use it: ${label}, ${words}` }),
        button("No", refuse, ["small"], { "aria-label": `No: ${label}, not ${words}` }),
      ),
    );
  }

  #useAll() {
    const used = this.#open;
    this.#act.use(Object.fromEntries(used.map(({ path, value }) => [path, value])));
    this.#done(`Filled in: ${used.map(({ path, shown }) => inWords(path, shown)).map(({ label, words }) => `${label}, ${words}`).join("; ")}.`);
  }

  // The button that was pressed is gone; the focus goes to the next guess, or on to the draft.
  #done(words) {
    this.look();
    this.#act.say(words);
    const next = this.#list.querySelector("button");
    if (next) next.focus();
    else this.#act.goOn();
  }
}

function inWords(path, shown) {
  const { label, options } = fieldOf(path);
  return { label: label.replace(/\?$/, ""), words: options?.find(([option]) => option === shown)?.[1] ?? shown };
}

const keyOf = (path, shown) => `${path}=${shown}`;
