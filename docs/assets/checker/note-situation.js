// What the engine is told of one of several notes: whom it goes to, what the others say, and who has one already.

import { FIELDS } from "./fields.js";
import { hasWords } from "./notebook.js";
import { situationFrom } from "./situation.js";

const WITHOUT_RECIPIENTS = FIELDS.filter(({ path }) => path !== "recipients"); // the tab says who they are

/**
 * What the engine is asked of the note `key`, or of the one note for all: `{key, draft, situation, mark}`. While `mark` stays
 * the same, so does the result.
 */
export function questionOf(key, notebook, { values, touched }) {
  const { draft } = notebook.note(key);
  const situation = situationOf(key, notebook, values);
  return { key, draft, situation, mark: markOf(draft, situation, !touched.has("now")) };
}

function situationOf(key, notebook, values) {
  if (!notebook.on) return situationFrom(values);
  const situation = situationFrom(values, WITHOUT_RECIPIENTS);
  const { people } = notebook;
  const others = people.filter((person) => person.key !== key && hasWords(notebook.note(person.key)));
  const reader = people.find((person) => person.key === key);
  if (reader?.known) situation.recipients = [reader.name];
  situation.other_notes = [...(situation.other_notes ?? []), ...others.map((person) => notebook.note(person.key).draft)];
  // Whoever has a note of their own need not be thanked in this one.
  const named = people.filter(({ known }) => known);
  for (const [place, person] of (situation.interview?.interviewers ?? []).entries()) {
    if (others.includes(named[place])) person.thanked = true;
  }
  return situation;
}

// What a result depends on, as one text. A time of sending that follows the clock (`ticking`) is left out, or each minute
// would be a reason to look again.
function markOf(draft, { now, ...situation }, ticking) {
  return JSON.stringify([draft, ticking ? "" : now, situation]);
}
