// What lasts as long as the visit, beside the facts that the checker knows too.

import { memory, whenForgotten } from "../checker/memory.js";

/** The values of all facts by their paths. Those of both pages are the same ones: nobody is asked twice. */
export const values = memory.values;

export const kept = {
  following: false, // a first plan was asked for, so it follows the facts
  result: null, // the last answer of the engine, and the situation it belongs to
  open: new Set(), // what is unfolded

  /** What was sent already: {stage, date, channel, round, answered}. */
  get log() {
    return values.sent.entries;
  },
};

whenForgotten(() => Object.assign(kept, { following: false, result: null }));
