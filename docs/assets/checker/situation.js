// From what stands in the form to the situation the engine reads. What is empty is left out: unknown, not "no".

import { FIELDS } from "./fields.js";

const text = (value) => value.trim() || undefined;

const READ = {
  text,
  long: text,
  choice: text,
  country: text,
  date: text,
  number: (value) => (/^\d+$/.test(value.trim()) ? Number(value) : undefined),
  yesno: (value) => ({ yes: true, no: false })[value],
  moment: ({ date, time }) => (date ? (time ? `${date}T${time}` : date) : undefined),
  several: (values) => (values.length ? values : undefined),
  note: (value) => (value.trim() ? [value.trim()] : undefined),
  names(value) {
    const names = value
      .split(/[\n,;]/)
      .map((name) => name.trim())
      .filter(Boolean);
    return names.length ? names.map((name) => ({ name })) : undefined;
  },
  history({ what, last }) {
    if (!what) return undefined;
    const stages = what === "none" ? [] : what.split(" ");
    return stages.map((stage, place) => ({
      stage,
      answered: false,
      ...(last && place === stages.length - 1 ? { at: last } : {}),
    }));
  },
};

/** The situation for `values`, a map from field path to what stands in the field; `fields` are those of the form. */
export function situationFrom(values, fields = FIELDS) {
  const situation = {};
  for (const { path, kind } of fields) {
    const value = values[path] === undefined ? undefined : READ[kind](values[path]);
    if (value !== undefined) put(situation, path.split("."), value);
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
