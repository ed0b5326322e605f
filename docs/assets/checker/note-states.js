// Where each of several notes stands, and who would go without thanks.

import { questionOf } from "./note-situation.js";
import { hasWords } from "./notebook.js";
import { pointsOf } from "./points.js";

export const EVERYONE = "thank-every-interviewer"; // judged over all notes together
const ALIKE = "write-each-note-afresh";

/** The part of a report that is about one note alone; what is said of everyone is kept apart from it. */
export function ofOneNote(report) {
  const isAboutAll = ({ rule }) => rule === EVERYONE;
  return {
    ...report,
    findings: report.findings.filter((finding) => !isAboutAll(finding)),
    not_checked: report.not_checked.filter((entry) => !isAboutAll(entry)),
  };
}

/**
 * The states of all notes, in the order of the people: each `{...person, state, count, alike}`, `state` being "none"
 * (nothing written), "thanked" (and said to be thanked already), "unchecked", "fix" or "improve" (`count` points) or
 * "ready". `alike` tells that it is too much like another.
 */
export function statesOf(notebook, memory) {
  return notebook.people.map((person) => {
    const note = notebook.note(person.key);
    if (!hasWords(note)) return { ...person, state: person.thanked ? "thanked" : "none", count: 0, alike: false };
    const isNew = () => note.result.mark === questionOf(person.key, notebook, memory).mark;
    // While the checks follow what is written, a new result is on its way, and until then the old one stands.
    if (!note.result || !(memory.following || isNew())) return { ...person, state: "unchecked", count: 0, alike: false };
    const { kept } = memory.ignored.apart(note.result.report.findings, note.here);
    const points = pointsOf(kept, "importance");
    const count = (level) => points.filter((point) => point.level === level).length;
    const alike = kept.some(({ rule }) => rule === ALIKE);
    if (count("error")) return { ...person, state: "fix", count: count("error"), alike };
    if (count("warning")) return { ...person, state: "improve", count: count("warning"), alike };
    return { ...person, state: "ready", count: 0, alike };
  });
}

/**
 * Those of `states` who have no note and no thanks in the notes that are checked. The engine is asked: its finding in a
 * note names all whom that note leaves out.
 */
export function leftOut(states, notebook, ignored) {
  if (ignored.rules.includes(EVERYONE)) return [];
  const checked = states
    .filter(({ state }) => ["fix", "improve", "ready"].includes(state))
    .map(({ key }) => notebook.note(key).result.everyone);
  if (!checked.length) return [];
  return states.filter(({ state, name, known }) => state === "none" && known && checked.every((words) => names(words, name)));
}

/** What a report says of those whom a note leaves out; "" where it leaves out nobody, or cannot tell. */
export const everyoneIn = (report) => report.findings.find(({ rule }) => rule === EVERYONE)?.message ?? "";

const names = (words, name) => new RegExp(String.raw`(?<!\p{L})${escaped(name)}(?!\p{L})`, "u").test(words);
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
