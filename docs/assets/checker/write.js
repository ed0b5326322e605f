// The left side of the page: what it is, the box to write in, the button, and what is said below it.

import { button, h } from "./dom.js";
import { SAMPLES } from "./samples.js";

const PROMISE =
  "Your draft stays in this browser. It is checked here, on your own machine, and never sent. " +
  "It is stored only if you ask for that below.";

/** Puts the parts around the draft together; the button and the samples say when they are pressed. */
export function writePart({ top, notes, below, panel, glance, label, box, blanks, offers, arrivals, trouble, undone, loading, onCheck, onSample, onStart, onOpen }) {
  panel.append(
    glance,
    label,
    h("p", { id: "ck-promise", class: "ck-promise" }, PROMISE),
    box,
    blanks,
    arrivals,
    offers,
    trouble,
    h(
      "div",
      { class: "ck-actions" },
      button("Check", onCheck, ["primary", "main"]),
      h("p", { class: "ck-quiet ck-keys" }, "or Ctrl + Enter (⌘ + Enter on a Mac)"),
    ),
    ...undone,
  );
  return h(
    "section",
    { class: "ck-write", "aria-label": "Your message" },
    top,
    notes,
    panel,
    below,
    loading,
    h(
      "div",
      { class: "ck-samples" },
      h("p", { class: "ck-quiet" }, "Other ways to begin:"),
      button("Start from nothing", onStart, ["small"]),
      button("Open an .eml or .txt file", onOpen, ["small"]),
      h("p", { class: "ck-quiet" }, "Or try one with slips in it:"),
      SAMPLES.map((sample) => button(sample.label, () => onSample(sample), ["small"])),
    ),
  );
}
