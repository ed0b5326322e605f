// Which rule to work on: a published one, the one that was begun, or a new one.

import { button, h } from "../checker/dom.js";
import { memory, NEW } from "./memory.js";

const KINDS = [
  ["phrase", "Words to find", "The checker points at words that are better left out, or said otherwise."],
  ["missing", "Something to miss", "The checker tells what a message should say, and does not."],
  ["none", "Advice to read", "Nothing is checked: no message tells whether it was followed."],
];

export class Chooser {
  #select = h("select", { id: "wk-rule", class: "ck-input" });

  /** `open` gets the id of a rule, or NEW; `begin` the kind of a new one. */
  constructor({ open, begin }) {
    this.element = h(
      "div",
      { class: "wk-chooser" },
      h(
        "form",
        {
          class: "wk-choose",
          onsubmit: (event) => {
            event.preventDefault();
            open(this.#select.value);
          },
        },
        h("label", { class: "ck-label", for: "wk-rule" }, "Change a rule"),
        h("div", { class: "wk-row" }, this.#select, h("button", { class: "ck-button" }, "Open it")),
      ),
      h(
        "div",
        { class: "wk-begin", role: "group", "aria-labelledby": "wk-begin-title" },
        h("p", { id: "wk-begin-title", class: "ck-label" }, "Or start a new one"),
        h(
          "div",
          { class: "wk-kinds" },
          KINDS.map(([kind, label, about]) =>
            h(
              "div",
              {},
              button(label, () => begin(kind), [], { "aria-describedby": `wk-kind-${kind}` }),
              h("p", { class: "ck-quiet", id: `wk-kind-${kind}` }, about),
            ),
          ),
        ),
      ),
    );
  }

  /** Lists the rules, by their groups; those that were changed say so. */
  list(rules, groups) {
    const option = ({ id, title }) => h("option", { value: id }, id in memory.texts ? `${title} (changed)` : title);
    this.#select.replaceChildren(
      ...(NEW in memory.texts ? [h("option", { value: NEW }, "Your new rule")] : []),
      ...Object.entries(groups).map(([group, label]) =>
        h(
          "optgroup",
          { label },
          rules
            .filter((rule) => rule.group === group && rule.text)
            .sort((one, other) => one.title.localeCompare(other.title))
            .map(option),
        ),
      ),
    );
    if (memory.current) this.#select.value = memory.current;
  }
}
