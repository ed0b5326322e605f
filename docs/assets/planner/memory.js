// What lasts as long as the visit, beside the facts that the checker knows too: in memory only, never in the address,
// never in storage.

import { initialValue } from "../checker/fields.js";
import { memory } from "../checker/memory.js";
import { QUESTIONS } from "./questions.js";

/** The values of all facts by their paths. Those of both pages are the same ones: nobody is asked twice. */
export const values = memory.values;
for (const question of QUESTIONS) values[question.path] ??= initialValue(question);

export const kept = {
  log: [], // what was sent already: {stage, date, answered}
  following: false, // a first plan was asked for, so it follows the facts
  result: null, // the last answer of the engine, and the situation it belongs to
  open: new Set(), // what is unfolded
};
