// What a draft was read as, at the head of its verdict: a check-in that is read as a thank-you gets the wrong points. A
// guess that it is something else is one press away.

import { button, h } from "./dom.js";

const STAGES = {
  "thank-you": "a thank-you",
  "check-in": "a check-in",
  withdraw: "a withdrawal",
  "after-decision": "a reply to their decision",
  "other-offer": "news of another offer",
};
const WAYS = {
  email: "by email",
  "online-message": "in an online message",
  text: "in a text message",
  letter: "in a posted letter",
  note: "in a handwritten note",
  phone: "on the phone",
  "in-person": "on a visit",
};

/** "Read as a thank-you by email." */
export const readAs = ({ stage, channel }) => `Read as ${STAGES[stage]} ${WAYS[channel]}.`;

export class ReadAs {
  #words = h("span", { id: "ck-read-as" });
  #offer = h("div", { class: "ck-read-as__offer", hidden: true });
  #change;
  #act;
  #drawn = "";

  /** `act` is what can be done: change() leads to the question, take(stage) reads the draft as something else. */
  constructor(act) {
    this.#act = act;
    this.#change = button("Change", act.change, ["plain"], { "aria-describedby": "ck-read-as" });
    this.element = h("div", { class: "ck-read-as", hidden: true }, h("p", {}, this.#words), this.#change, this.#offer);
  }

  /** Shows what the `values` of the form say; `guess` is the stage that the draft looks like, if it is another one. */
  show(values, guess) {
    this.element.hidden = false;
    this.#words.textContent = readAs(values);
    this.#change.hidden = Boolean(guess);
    if (guess === this.#drawn) return;
    this.#drawn = guess;
    this.#offer.hidden = !guess;
    this.#offer.replaceChildren(
      ...(guess
        ? [button(`It looks like ${STAGES[guess]}: check it as that`, () => this.#act.take(guess, `Read as ${STAGES[guess]} now.`), ["primary"])]
        : []),
    );
  }

  hide() {
    this.element.hidden = true;
  }
}
