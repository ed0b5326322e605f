// From what stands in the planner's form to the situation that the engine plans for, and on to the checker's form.

import { PAST } from "../checker/controls.js";
import { clock, situationFrom } from "../checker/situation.js";
import { QUESTIONS } from "./questions.js";

/** The situation for the form's `values` and the `log` of what was sent; `now` is the reader's clock. */
export function plannedSituation(values, log, now = clock()) {
  const { decision, ...situation } = situationFrom(values, QUESTIONS);
  return {
    ...situation,
    ...(decision === "closed" ? { process_closed: true } : decision && { decision }),
    sent: log.map(({ stage, date, answered }) => ({ stage, answered, ...(date && { at: date }) })),
    now: `${now.date}T${now.time}`,
  };
}

/** What the checker's form has to say about a log: what got no answer, as far as that form has words for it. */
export function history(log) {
  const open = log.filter(({ answered }) => !answered);
  const stages = open.map(({ stage }) => stage).sort((one, other) => other.localeCompare(one)); // the thank-you first
  const what = stages.join(" ");
  if (!PAST.some(([value]) => value === what)) return { what: "", last: "" };
  return {
    what,
    last:
      open
        .map(({ date }) => date)
        .sort()
        .at(-1) ?? "",
  };
}
