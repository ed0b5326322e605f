// In one line how things stand, and the list of what is in the way.

import { h } from "../checker/dom.js";
import { icon } from "../checker/icons.js";
import { wrongIn } from "./examples.js";
import { coded, counted, longList, toLine } from "./parts.js";

/** Does the checker look for a rule such as this one? */
export const isLookedFor = ({ kind, status }) => kind !== "none" && status !== "retired";

/** What is known of the rule → {state, text}: the worst that is known, or how far the trying has come. */
export function verdict({ reading, proof, cost, sweep, trouble }) {
  if (trouble) return { state: "error", text: trouble };
  if (!reading) return { state: "busy", text: "Reading …" };
  const { problems, blanks, rule } = reading;
  if (problems.length) return { state: "error", text: `${counted(problems.length, "error")} in the file` };
  if (blanks.length && !rule) return { state: "warning", text: `${counted(blanks.length, "place")} to fill in` };
  if (!proof) return { state: "busy", text: "The file can be read. Trying its examples …" };
  const wrong = wrongIn(proof) + (cost?.length ?? 0);
  const left = blanks.length ? `, ${counted(blanks.length, "place")} to fill in` : "";
  if (wrong) return { state: "warning", text: `The file can be read. ${counted(wrong, "point")} to look at${left}` };
  if (left) return { state: "warning", text: `The file can be read${left}` };
  if (!isLookedFor(rule)) return { state: "passed", text: "In order: the file can be read" };
  if (!sweep?.isDone) return { state: "busy", text: "All examples hold. Reading good letters …" };
  const alarms = sweep.alarms.length;
  if (alarms) return { state: "warning", text: `All examples hold. ${counted(alarms, "alarm")} on good letters` };
  const quiet = sweep.quiet.length;
  const often = quiet * 10 > sweep.good ? `, but ${quiet} suggestions: look whether each of them helps` : "";
  return {
    state: often ? "warning" : "passed",
    text: `In order: all examples hold, no alarm on ${sweep.good} good letters${often}`,
  };
}

/** The verdict as an element's content. */
export const verdictLine = ({ state, text }) => [state !== "busy" && icon(state), h("span", {}, `${text}.`)];

/** What is in the way, the worst first, each with the way to its line; `open` remembers what is unfolded. */
export function obstacles({ reading, cost }, go, open) {
  if (!reading) return [];
  const { problems, blanks } = reading;
  const fault = ({ line, message }, more) =>
    h("li", { class: "wk-result", "data-holds": "no" }, toLine(line, go), h("p", {}, coded(message), more));
  const errors = problems.map((each) => fault(each, h("span", { class: "ck-quiet" }, ` (column ${each.column})`)));
  const slow = (cost ?? []).map((each) => fault(each));
  const unfilled = blanks.map(({ line, words }) =>
    h("li", { class: "wk-result" }, toLine(line, go, `<<${words}>>`), h("p", {}, "Fill in: ", words)),
  );
  return [longList("obstacles", [...errors, ...slow, ...unfilled], open)];
}
