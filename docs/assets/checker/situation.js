// From what stands in the form to the situation the engine reads. What is empty is left out: unknown, not "no".

import { FIELDS } from "./fields.js";
import { peopleIn } from "./people.js";

const text = (value) => value.trim() || undefined;
const some = (list) => (list.length ? list : undefined);
const count = (value) => (/^\d+$/.test(value.trim()) ? Number(value) : undefined);
const given = (record) => Object.fromEntries(Object.entries(record).filter(([, value]) => value));

const READ = {
  text,
  long: text,
  choice: text,
  outcome: text,
  country: text,
  date: text,
  number: count,
  yesno: (value) => ({ yes: true, no: false })[value],
  moment: ({ date, time }) => (date ? (time ? `${date}T${time}` : date) : undefined),
  several: (values) => (values.includes("none") ? [] : some(values)),
  lines: ({ text, none }) => (none ? [] : some(trimmed(text.split("\n")))),
  notes: (texts) => some(trimmed(texts)),
  people: (people) =>
    some(
      people.flatMap(({ name, key, ...rest }) =>
        // Two names in one row are two people, of whom the rest of the row describes the first.
        peopleIn(name).map((found, place) => given({ ...found, ...(place === 0 && given(rest)) })),
      ),
    ),
  log: ({ entries, none }) =>
    entries.length
      ? entries.map(({ stage, date, channel, round, answered = false }) => ({
          stage,
          answered,
          ...given({ at: date, channel, round: round && count(round) }),
        }))
      : none
        ? []
        : undefined,
};

const trimmed = (texts) => texts.map((each) => each.trim()).filter(Boolean);

/** What a field's `value` says to the engine; undefined where it says nothing. */
export const factOf = (field, value) => (value === undefined ? undefined : READ[field.kind](value));

/** The situation for `values`, a map from field path to what stands in the field; `fields` are those of the form. */
export function situationFrom(values, fields = FIELDS) {
  const situation = {};
  for (const field of fields) {
    const value = factOf(field, values[field.path]);
    if (value !== undefined) put(situation, field.path.split("."), value);
  }
  if (situation.decision === "closed") {
    // One answer of the form, another fact of the situation.
    delete situation.decision;
    situation.process_closed = true;
  }
  return situation;
}

function put(record, [key, ...rest], value) {
  if (rest.length) put((record[key] ??= {}), rest, value);
  else record[key] = value;
}

/** The reader's own clock as a moment, to the minute, without a zone. */
export function clock(now = new Date()) {
  const two = (number) => String(number).padStart(2, "0");
  return {
    date: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    time: `${two(now.getHours())}:${two(now.getMinutes())}`,
  };
}
