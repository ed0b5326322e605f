// The answers to the first questions in two lines, for a screen too narrow to show the questions before the draft.

import { dayAndMonth } from "../planner/dates.js";
import { h } from "./dom.js";
import { CHANNELS, STAGES } from "./options.js";
import { peopleIn } from "./people.js";

const SHOWN = 3; // people

/** The lines for the `values` of the form, as elements. */
export function toldInShort(values) {
  const label = (options, chosen) => options.find(([value]) => value === chosen)?.[1] ?? "";
  const people = values["interview.interviewers"].flatMap(({ name }) => peopleIn(name)).map(({ name }) => name);
  const { date } = values["interview.at"];
  const rest = people.length > SHOWN ? ` and ${people.length - SHOWN} more` : "";
  const known = [
    people.length > 0 && `with ${people.slice(0, SHOWN).join(", ")}${rest}`,
    date && `on ${dayAndMonth(date)}`,
  ].filter(Boolean);
  const missing = [!people.length && "who interviewed you", !date && "when"].filter(Boolean);
  return [
    h("span", {}, `${label(STAGES, values.stage)}, ${label(CHANNELS, values.channel).toLowerCase()}`),
    h(
      "span",
      { class: "ck-quiet" },
      [known.length > 0 && `Interview ${known.join(" ")}.`, missing.length > 0 && `Say ${missing.join(" and ")}.`]
        .filter(Boolean)
        .join(" "),
    ),
  ];
}
