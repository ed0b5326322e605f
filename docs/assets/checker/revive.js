// Puts what was kept on this device back into the memory of the visit.

import { FIELDS, initialValue } from "./fields.js";
import { Ignored } from "./ignored.js";
import { keptNotes } from "./kept-notes.js";
import { clock } from "./situation.js";

/** Fills `memory` with what was `kept`; null leaves it as it is. */
export function revive(memory, kept) {
  if (!kept) return;
  memory.since = kept.since;
  memory.draft = kept.draft;
  const touched = new Set(kept.touched);
  for (const field of FIELDS) {
    const { path, clock: isTimeOfSending } = field;
    const value = kept.values[path];
    if (value === undefined || (isTimeOfSending && isPast(value))) touched.delete(path);
    else memory.values[path] = structuredClone(value);
  }
  memory.touched = touched;
  memory.refused = new Set(kept.refused);
  memory.skeleton = Boolean(kept.skeleton);
  memory.ignored = new Ignored(kept.ignored?.rules);
  memory.ignored.here = new Set(kept.ignored?.here);
  if (kept.notes) memory.notes = keptNotes(kept.notes);
}

/** A memory's values before anybody has touched them. */
export const emptyValues = () => Object.fromEntries(FIELDS.map((field) => [field.path, initialValue(field)]));

// A time of sending that has gone by says nothing about when the message will go out now.
function isPast({ date, time }) {
  const now = clock();
  return `${date}T${time || "24:00"}` < `${now.date}T${now.time}`;
}
