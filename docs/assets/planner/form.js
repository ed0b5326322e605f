// The planner's questions. One is needed, the day of the interview; all the others make the plan more exact.

import { control } from "../checker/controls.js";
import { h } from "../checker/dom.js";
import { initialValue } from "../checker/fields.js";
import { logOf } from "../checker/log.js";
import { fieldRow, markFault } from "../checker/rows.js";
import { faults } from "./faults.js";
import { QUESTIONS } from "./questions.js";

const UNFINISHED = "This date or time is not complete.";

export class Form {
  #controls = new Map();
  #values;
  #entries;
  #log;
  #more;

  /** `values` and `log` hold what was filled in, and are changed in place; `onChange` hears that they were. */
  constructor(values, log, onChange) {
    this.#values = values;
    this.#entries = log;
    this.#log = logOf(log, { id: "pl-sent", faults: true }, onChange);
    const rows = (place) =>
      QUESTIONS.filter((question) => question.place === place).map((question) => this.#row(question, onChange));
    this.#more = h(
      "details",
      { class: "ck-fold", open: QUESTIONS.some((question) => question.place === "more" && this.#isFilledIn(question)) },
      h("summary", {}, "More, if it matters"),
      h("div", { class: "ck-fields" }, rows("more")),
    );
    this.element = h(
      "div",
      { class: "aw-questions" },
      h("div", { class: "ck-fields" }, rows("first")),
      h(
        "fieldset",
        { class: "aw-sent" },
        h("legend", { class: "ck-label" }, "What have you sent since the interview?"),
        h(
          "p",
          { class: "ck-field__reason" },
          "What is done need not be planned. Leave the list empty if you have sent nothing.",
        ),
        this.#log.element,
      ),
      this.#more,
    );
  }

  offerCountries(codes) {
    this.#controls.get("country").offer(codes);
  }

  /** Looks for faults and shows each at its field, or takes away what was shown before. Returns how many there are. */
  look(today) {
    const found = new Map(faults(this.#values, this.#entries, today));
    const rows = [
      ...[...this.#controls].map(([path, { cell }]) => [path, cell]),
      ...this.#entries.map((_, place) => [`sent.${place}`, this.#log.row(place)]),
    ];
    for (const [path, row] of rows) {
      if (isUnfinished(row)) found.set(path, UNFINISHED);
      markFault(row, found.get(path) ?? "");
    }
    return found.size;
  }

  /** Goes to the first field with a fault. */
  goToFault() {
    const input = this.element.querySelector('[aria-invalid="true"]');
    if (this.#more.contains(input)) this.#more.open = true;
    input.focus();
  }

  /** Goes to the field of a fact; a fact that no field holds leads to the first one. */
  ask(need) {
    if (need.startsWith("sent")) {
      this.#log.focusAdd();
      return;
    }
    const question = QUESTIONS.find(({ path }) => need === path || path.startsWith(`${need}.`)) ?? QUESTIONS[0];
    if (question.place === "more") this.#more.open = true;
    this.#controls.get(question.path).focus();
  }

  // What was filled in on the checker's page is here, too, and should be seen before it goes into a calendar.
  #isFilledIn(question) {
    return this.#values[question.path] !== initialValue(question);
  }

  #row(question, onChange) {
    const id = `pl-${question.path.replace(/[._]/g, "-")}`;
    const fault = h("p", { class: "aw-fault", id: `${id}-fault` });
    const made = control(question, id, `${id}-reason ${id}-fault`, this.#values[question.path], (value) => {
      this.#values[question.path] = value;
      onChange();
    });
    const cell = h("div", {}, made.element, fault);
    this.#controls.set(question.path, { ...made, cell });
    return fieldRow(question, id, cell);
  }
}

// A date of which a part is missing reads as empty; only the browser knows that something stands there.
const isUnfinished = (row) => [...row.querySelectorAll("input")].some((input) => input.validity.badInput);
