// What was sent already: a short list of what and when. An empty one says that nothing was sent.

import { button, h } from "../checker/dom.js";

const STAGES = [
  ["thank-you", "A thank-you"],
  ["check-in", "A check-in"],
  ["after-decision", "A reply to their decision"],
  ["other-offer", "News of another offer"],
];

export class Log {
  #entries;
  #change;
  #list = h("div", { class: "aw-log" });
  #add = button("Add a message that you sent", () => this.#append(), ["small"]);

  /** `entries` is changed in place; `onChange` hears of it. */
  constructor(entries, onChange) {
    this.#entries = entries;
    this.#change = onChange;
    this.element = h(
      "fieldset",
      { class: "aw-sent" },
      h("legend", { class: "ck-label" }, "What have you sent since the interview?"),
      h(
        "p",
        { class: "ck-field__reason" },
        "What is done need not be planned. Leave the list empty if you have sent nothing.",
      ),
      this.#list,
      this.#add,
    );
    this.#draw();
  }

  /** The row of an entry. */
  row(place) {
    return this.#list.children[place];
  }

  focus() {
    this.#add.focus();
  }

  #append() {
    const stage = this.#entries.some((entry) => entry.stage === "thank-you") ? "check-in" : "thank-you";
    this.#entries.push({ stage, date: "", answered: false });
    this.#draw();
    this.#list.lastChild.querySelector("select").focus();
    this.#change();
  }

  #remove(place) {
    this.#entries.splice(place, 1);
    this.#draw();
    this.#add.focus();
    this.#change();
  }

  #draw() {
    this.#list.hidden = !this.#entries.length;
    this.#list.replaceChildren(...this.#entries.map((entry, place) => this.#row(entry, place)));
  }

  #row(entry, place) {
    const id = (name) => `pl-sent-${place}-${name}`;
    const number = place + 1;
    const hear = (name, read) => (event) => {
      entry[name] = read(event.target);
      this.#change();
    };
    const stage = h(
      "select",
      { id: id("stage"), class: "ck-input", oninput: hear("stage", ({ value }) => value) },
      STAGES.map(([value, label]) => h("option", { value, selected: value === entry.stage }, label)),
    );
    const date = h("input", {
      id: id("date"),
      class: "ck-input",
      type: "date",
      value: entry.date,
      autocomplete: "off",
      "aria-describedby": id("fault"),
      oninput: hear("date", ({ value }) => value),
    });
    const answered = h("input", {
      type: "checkbox",
      checked: entry.answered,
      onchange: hear("answered", ({ checked }) => checked),
    });
    return h(
      "div",
      { role: "group", "aria-label": `Message ${number}` },
      h("div", {}, h("label", { for: id("stage") }, "What it was"), stage),
      h("div", {}, h("label", { for: id("date") }, "When you sent it"), date),
      h("label", { class: "ck-tick" }, answered, "They answered it"),
      button("Remove", () => this.#remove(place), ["small"], { "aria-label": `Remove message ${number}` }),
      h("p", { class: "aw-fault", id: id("fault") }),
    );
  }
}
