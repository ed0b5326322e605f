// One fact of a form: what it is called, why it is asked, and where it is filled in.

import { h } from "./dom.js";

const WIDE = ["long", "several", "log", "notes"];
const GROUPED = ["several", "log"]; // named as a group; a label would name its first field only

/** The row of a field. `id` is that of its control; the reason is `id`-reason, which the control is described by. */
export function fieldRow(field, id, control) {
  const label = GROUPED.includes(field.kind)
    ? h("span", { class: "ck-label" }, field.label)
    : h("label", { class: "ck-label", for: id }, field.label);
  return h(
    "div",
    { class: WIDE.includes(field.kind) ? "ck-field ck-field--wide" : "ck-field" },
    label,
    h("p", { class: "ck-field__reason", id: `${id}-reason` }, field.reason),
    control,
  );
}

/** Says what is wrong with a field in its row, and marks the dates and times in it; "" takes both back. */
export function markFault(row, words) {
  row.querySelector(".aw-fault").textContent = words;
  for (const input of row.querySelectorAll('[type="date"], [type="time"]')) {
    if (words) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }
}
