// What is to be printed: a sheet for the message, or one for each of several notes that is written.

import { dateInWords } from "../planner/dates.js";
import { byNeeds } from "./lists.js";
import { hasWords } from "./notebook.js";
import { pointsOf, verdictOf } from "./points.js";
import { readAs } from "./read-as.js";
import { clock } from "./situation.js";
import { aloud, limitsOf } from "./verdict.js";

const NOT_CHECKED = "Not checked yet.";

/**
 * The sheets, each `{title, head, text, draft, points, waiting}`: `head` are the lines above the text, `points` belong to
 * `draft`, an earlier `text`, and `waiting` says which rules wait for which facts, a list of {words, rules}.
 */
export function sheetsOf(memory, notebook) {
  const notes = notebook.on
    ? notebook.people.map(({ key, name }) => ({ title: `Your note to ${name}`, note: notebook.note(key) }))
    : [{ title: "Your message", note: { ...memory, here: memory.ignored.here } }];
  return notes.filter(({ note }) => hasWords(note)).map(({ title, note }) => sheetOf(title, note, memory));
}

function sheetOf(title, { draft: text, result, here }, { values, ignored, order }) {
  const today = dateInWords(clock().date);
  if (!result) return { title, head: [`${today}. ${NOT_CHECKED}`], text, draft: "", points: [], waiting: [] };
  const { findings, not_checked: unjudged } = result.report;
  const { kept } = ignored.apart(findings, here);
  const points = pointsOf(kept, order);
  const away = findings.filter((finding) => !kept.includes(finding)).map(({ level }) => level);
  const since = result.draft === text ? "" : " The draft has changed since it was checked.";
  const head = [`${today}. ${readAs(values)}`, `${aloud(points, away)}${since}`, limitsOf(verdictOf(kept))];
  return { title, head, text, draft: result.draft, points, waiting: waitingFor(unjudged) };
}

const waitingFor = (entries) => [...byNeeds(entries)].map(([words, group]) => ({ words, rules: group.map(({ rule }) => rule) }));
