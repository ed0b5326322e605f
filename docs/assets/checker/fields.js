// The facts that the page asks for: all that a situation may hold, each with what it is called, why it is asked, and
// in which group of the form it stands.

import { APPLICATION, DATES, MESSAGES, TOLD } from "./fields-course.js";
import { FIRST, KNOWING, PEOPLE } from "./fields-people.js";

/** The groups in their order: the name of each, its title ("" for the one that is always open) and its fields. */
export const GROUPS = [
  { name: "first", title: "", fields: FIRST },
  { name: "people", title: "The people", fields: PEOPLE },
  { name: "dates", title: "Dates", fields: DATES },
  { name: "told", title: "What they told you", fields: TOLD },
  { name: "messages", title: "Messages so far", fields: MESSAGES },
  { name: "knowing", title: "How you know each other", fields: KNOWING },
  { name: "application", title: "Your application", fields: APPLICATION },
];

export const FIELDS = GROUPS.flatMap(({ fields }) => fields);

const INITIAL = {
  moment: { date: "", time: "" },
  several: [],
  lines: { text: "", none: false },
  people: [],
  log: { entries: [], none: false },
  notes: [],
};

/** The field of a fact. */
export const fieldOf = (path) => FIELDS.find((field) => field.path === path);

/** The group that a fact's field stands in. */
export const groupOf = (path) => GROUPS.find(({ fields }) => fields.some((field) => field.path === path));

/** The field that answers a need of the engine, "agency" or "interview.interviewers[0].email", and the words for it. */
export function answerTo(need) {
  const steps = need.split(/[.[]/);
  const field = FIELDS.find(({ path }) => path.split(".").every((key, place) => (steps[place] ?? key) === key));
  return { field, words: field?.need ?? need };
}

/** What stands in a field before anybody has touched it: a copy of its own each time. */
export function initialValue(field) {
  return structuredClone(INITIAL[field.kind] ?? field.initial ?? "");
}
