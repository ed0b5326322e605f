// Starting from nothing: a dialog with a few short questions, and then a message whose words are still blank.

import { openDialog } from "./ask.js";
import { control } from "./controls.js";
import { button, h } from "./dom.js";
import { fieldOf } from "./fields.js";
import { fieldRow } from "./rows.js";
import { situationFrom } from "./situation.js";
import { factsIn, fillIn, loadSkeletons, skeletonsFor, slotsOf } from "./skeletons.js";

const PATHS = { name: "interview.interviewers", day: "interview.at", company: "company", position: "position", me: "me" };
const LONGEST = 40; // characters of an answer: it is a reminder, within a blank
const WHAT = "A few facts, then a message with blanks in it. The words stay yours: the checker points at each blank until you have filled it.";

/**
 * Asks in a dialog within `place`. `values` are the facts of the form so far; `done(text, values)` hears the draft and
 * the facts that were given with it. `to` is the name of the one reader, where each interviewer gets a note of their
 * own; they are not asked for then. Rejects where the skeletons cannot be fetched.
 */
export async function start(place, values, done, to) {
  const data = await loadSkeletons();
  const given = structuredClone(values);
  const answers = {};
  const body = h("div", { class: "ck-fields" });
  const which = { chosen: 0 };

  const row = (field, value, change, more = {}) => {
    const id = `sk-${field.path.replace(/[._]/g, "-")}`;
    const made = control(field, id, `${id}-reason`, value, change);
    if (more.maxlength) made.element.setAttribute("maxlength", more.maxlength);
    return fieldRow(field, id, made.element);
  };
  const fact = (path, then) =>
    row(fieldOf(path), given[path], (value) => {
      given[path] = value;
      then?.();
    });
  const fitting = () => skeletonsFor(data, given.stage, given.channel);
  const skeleton = () => fitting()[which.chosen] ?? fitting()[0];
  const ask = () => {
    const slots = slotsOf(skeleton());
    const choice = { path: "which", kind: "choice", label: "What did they decide?", reason: "A no and an offer want different answers." };
    body.replaceChildren(
      ...[
        fitting().length > 1 &&
          row({ ...choice, options: fitting().map(({ title }, place) => [String(place), title]) }, String(which.chosen), (value) => {
            which.chosen = Number(value);
            ask();
            body.querySelector("select").focus();
          }),
        ...Object.keys(PATHS).map((slot) => slots.has(slot) && !(to && slot === "name") && fact(PATHS[slot])),
        ...data.questions.map(
          ({ id, label, reason }) =>
            slots.has(id) &&
            row({ path: id, kind: "text", label, reason }, answers[id] ?? "", (value) => (answers[id] = value), { maxlength: LONGEST }),
        ),
      ].filter(Boolean),
    );
  };
  const anew = () => {
    which.chosen = 0;
    ask();
  };
  ask();

  const form = h(
    "form",
    {
      class: "ck-start",
      onsubmit: (event) => {
        event.preventDefault();
        dialog.close("yes");
      },
    },
    h("p", { class: "ck-quiet" }, WHAT),
    h("div", { class: "ck-fields" }, fact("stage", anew), fact("channel", anew)),
    body,
    h(
      "div",
      { class: "ck-buttons" },
      h("button", { class: "ck-button ck-button--primary" }, "Put the message in"),
      button("Cancel", () => dialog.close("")),
    ),
  );
  const dialog = openDialog(place, "Start from nothing", form, (answer) => {
    if (answer !== "yes") return;
    const chosen = skeleton();
    if (chosen.decision) given.decision = chosen.decision;
    const text = fillIn(chosen, data, { ...factsIn(situationFrom(given)), ...(to && { name: to }) }, answers, given.channel);
    const changed = Object.entries(given).filter(([path, value]) => JSON.stringify(value) !== JSON.stringify(values[path]));
    done(text, Object.fromEntries(changed));
  });
}
