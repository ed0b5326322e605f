// What is wrong with the facts, as far as anybody can see without the rules: found before the engine is asked, so
// that the words stand at the field.

import { daysBetween } from "./dates.js";

const NO_DAY = "Fill in the day of the interview. The plan counts from there.";
const EARLY = "This lies before the interview. Please look at both dates.";
const AHEAD = "This day has not come yet. List only what you have sent.";
const YEAR = "Please look at the year.";
const FAR = 400; // days before or after today, beyond which a year has probably been mistyped

/** The faults of the form's `values` and `log`, as `[path, words]`; an entry of the log has the path `sent.<place>`. */
export function faults(values, log, today) {
  const { date: interview } = values["interview.at"];
  const answer = values.decision && values.decision !== "none"; // what is written after it needs no other date
  const after = (date) => date && (far(date, today) ? YEAR : interview && date < interview ? EARLY : "");
  const found = [
    ["interview.at", interview ? far(interview, today) && YEAR : !answer && NO_DAY],
    ["interview.decision_by", after(values["interview.decision_by"])],
    ["employer_limit.not_before", far(values["employer_limit.not_before"], today) && YEAR],
    ...log.map(({ date }, place) => [`sent.${place}`, after(date) || (date > today && AHEAD)]),
  ];
  return found.filter(([, words]) => words);
}

const far = (date, today) => date && Math.abs(daysBetween(today, date)) > FAR;
