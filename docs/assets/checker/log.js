// What was sent already: a row for each message, what it was and when it went out.

import { button, h } from "./dom.js";
import { ListEditor } from "./list-editor.js";
import { PAST_STAGES, UNKNOWN, WAYS } from "./options.js";

/**
 * The list of `entries` {stage, date, channel, round, answered}. `id` begins the ids of its fields; `further` asks for
 * the channel and the round, too; `faults` leaves room in each row for what is wrong with it.
 */
export function logOf(entries, { id, further = false, faults = false }, onChange) {
  return new ListEditor(
    entries,
    {
      className: "aw-log",
      add: "Add a message that you sent",
      blank: (before) => ({
        stage: before.some(({ stage }) => stage === "thank-you") ? "check-in" : "thank-you",
        date: "",
        channel: "",
        round: "",
        answered: false,
      }),
      row: (entry, place, remove, changed) => row(entry, place, remove, changed, { id, further, faults }),
    },
    onChange,
  );
}

function row(entry, place, remove, changed, { id, further, faults }) {
  const number = place + 1;
  const idOf = (name) => `${id}-${place}-${name}`;
  const hear = (name, read) => (event) => {
    entry[name] = read(event.target);
    changed();
  };
  const value = (target) => target.value;
  const labelled = (name, label, input) => h("div", {}, h("label", { for: idOf(name) }, label), input);
  const choice = (name, options) =>
    h(
      "select",
      { id: idOf(name), class: "ck-input", oninput: hear(name, value) },
      options.map(([option, label]) => h("option", { value: option, selected: option === entry[name] }, label)),
    );
  const input = (name, attributes) =>
    h("input", {
      id: idOf(name),
      class: "ck-input",
      value: entry[name],
      autocomplete: "off",
      oninput: hear(name, value),
      ...attributes,
    });
  return h(
    "div",
    { role: "group", "aria-label": `Message ${number}` },
    labelled("stage", "What it was", choice("stage", PAST_STAGES)),
    labelled("date", "When you sent it", input("date", { type: "date", "aria-describedby": faults && idOf("fault") })),
    further && [
      labelled("channel", "How it went out", choice("channel", [UNKNOWN, ...WAYS])),
      labelled("round", "After which round", input("round", { type: "number", min: "1", max: "9" })),
    ],
    h(
      "label",
      { class: "ck-tick" },
      h("input", { type: "checkbox", checked: entry.answered, onchange: hear("answered", ({ checked }) => checked) }),
      "They answered it",
    ),
    button("Remove", remove, ["small"], { "aria-label": `Remove message ${number}` }),
    faults && h("p", { class: "aw-fault", id: idOf("fault") }),
  );
}
