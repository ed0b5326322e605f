// What is wrong with the facts, as far as anybody can see without the rules: found before the engine is asked, so
// that the words stand at the field.

import { AHEAD, EARLY, isFar, YEAR } from "../checker/faults.js";

const NO_DAY = "Fill in the day of the interview. The plan counts from there.";

/** The faults of the form's `values` and `log`, as `[path, words]`; an entry of the log has the path `sent.<place>`. */
export function faults(values, log, today) {
  const { date: interview } = values["interview.at"];
  const answer = values.decision && values.decision !== "none"; // what is written after it needs no other date
  const after = (date) => date && (isFar(date, today) ? YEAR : interview && date < interview ? EARLY : "");
  const found = [
    ["interview.at", interview ? isFar(interview, today) && YEAR : !answer && NO_DAY],
    ["interview.decision_by", after(values["interview.decision_by"])],
    ["employer_limit.not_before", isFar(values["employer_limit.not_before"], today) && YEAR],
    ...log.map(({ date }, place) => [`sent.${place}`, after(date) || (date > today && AHEAD)]),
  ];
  return found.filter(([, words]) => words);
}
