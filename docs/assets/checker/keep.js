// Keeps the draft and the facts on this device while the reader wants that.

import { Keeper } from "./keeper.js";
import { notesToKeep } from "./kept-notes.js";
import { memory } from "./memory.js";
import { KEPT } from "./store.js";

function collect() {
  const { since, draft, skeleton, values, touched, refused, ignored } = memory;
  return {
    since,
    draft,
    skeleton,
    values,
    touched: [...touched],
    refused: [...refused],
    ignored: { here: [...ignored.here], rules: ignored.rules },
    notes: notesToKeep(memory.notes),
  };
}

/** The one keeper of this visit. */
export const keep = new Keeper(memory, collect, KEPT);
