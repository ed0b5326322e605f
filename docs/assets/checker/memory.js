// What lasts as long as the visit: in memory only, never in the address, and in storage only if the reader asks for it
// (keep.js). Leaving the page for a rule and coming back finds everything as it was; closing the tab forgets it.

import { Ignored } from "./ignored.js";
import { emptyValues, revive } from "./revive.js";
import { KEPT } from "./store.js";

const fresh = () => ({
  since: null, // since when draft and facts are kept on this device; null: they are not
  draft: "",
  values: emptyValues(),
  touched: new Set(), // fields that the reader has changed
  following: false, // a first check was asked for, so the results follow what is written
  result: null, // the last answer of the engine and the draft it belongs to
  open: new Set(), // cards that are unfolded
  order: "importance", // of the cards
  ignored: new Ignored(),
  sample: "", // the sample that was put in, which nobody minds losing
  sampleFacts: null, // the facts that came with it, by their paths, while they are of use
  refused: new Set(), // guesses from the draft that the reader did not want
  head: [], // what the head of an email that came in tells of the facts, as guesses are
  skeleton: false, // the draft began with blanks to fill
  notes: { on: false, present: "", all: new Map() }, // a note for each interviewer (notebook.js); what is above is of the present one
});

export const memory = fresh();
revive(memory, KEPT.read());

const others = [];

/** Calls `run` when all is forgotten: for what a page remembers beside this. */
export function whenForgotten(run) {
  others.push(run);
}

/** Forgets everything. The record of the values stays the same one, for those who hold it. */
export function forget() {
  const { values, ...rest } = fresh();
  Object.assign(memory, rest);
  Object.assign(memory.values, values);
  for (const run of others) run();
}
