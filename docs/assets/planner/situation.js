// From what stands in the planner's form to the situation that the engine plans for.

import { fieldOf } from "../checker/fields.js";
import { clock, factOf, situationFrom } from "../checker/situation.js";
import { QUESTIONS } from "./questions.js";

/** The situation for the form's `values` and the `log` of what was sent; `now` is the reader's clock. */
export function plannedSituation(values, log, now = clock()) {
  return {
    ...situationFrom(values, QUESTIONS),
    sent: factOf(fieldOf("sent"), { entries: log, none: true }), // here an empty list says that nothing was sent
    now: `${now.date}T${now.time}`,
  };
}
