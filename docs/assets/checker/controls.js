// The form control of each kind of fact. A control is `{element, focus, set}`; `change` hears each new value.

import { whenIdle } from "../idle.js";
import { h } from "./dom.js";
import { linesControl, logControl, severalControl } from "./groups.js";
import { notesControl } from "./notes.js";
import { UNKNOWN } from "./options.js";
import { peopleControl } from "./people.js";

const SOON = 1000; // milliseconds, by which a list that nobody looks at yet is there

const MAKE = {
  text: input,
  number: input,
  date: input,
  long: area,
  choice: select,
  outcome: select,
  country,
  yesno,
  moment,
  several: severalControl,
  lines: linesControl,
  people: peopleControl,
  log: logControl,
  notes: notesControl,
};

/** Builds the control of a field. `id` goes to what the label points at, `describedBy` to its reason. */
export function control(field, id, describedBy, value, change) {
  return MAKE[field.kind](field, { id, "aria-describedby": describedBy, class: "ck-input" }, value, change);
}

function simple(element, value, change) {
  element.value = value;
  element.addEventListener("input", () => change(element.value));
  return { element, focus: () => element.focus(), set: (next) => (element.value = next) };
}

function input(field, attributes, value, change) {
  const range = field.kind === "number" && { min: field.least, max: "9" };
  return simple(
    h("input", { ...attributes, ...range, type: field.kind, autocomplete: field.autocomplete ?? "off" }),
    value,
    change,
  );
}

function area(field, attributes, value, change) {
  return simple(h("textarea", { ...attributes, rows: "3", autocomplete: "off" }), value, change);
}

function select(field, attributes, value, change) {
  return simple(h("select", attributes, options(field.options)), value, change);
}

const options = (list) => list.map(([value, label]) => h("option", { value }, label));

function yesno(field, attributes, value, change) {
  const answers = [UNKNOWN, ["yes", "Yes"], ["no", field.no ?? "No"]];
  return select({ options: answers }, attributes, value, change);
}

// The countries are those whose holidays the rules know. They come with the engine, so until then there is only the
// one that was chosen before.
function country(field, attributes, value, change) {
  let wanted = value;
  let listed = null;
  const made = simple(h("select", attributes), value, (chosen) => change((wanted = chosen)));
  const set = (next) => {
    wanted = next;
    made.element.replaceChildren(...options([UNKNOWN]), ...(listed ?? (next ? options(named([next])) : [])));
    made.set(next);
  };
  const list = (codes) => {
    listed = grouped(field.first, codes);
    set(wanted);
  };
  set(value);
  return { ...made, set, offer: (codes) => whenIdle(() => list(codes), SOON) };
}

// Each code with its country's name. Regions such as GB-SCT have none, nor has whatever else was kept.
function named(codes) {
  const names = new Intl.DisplayNames(["en"], { type: "region" });
  return codes.filter((code) => /^[A-Z]{2}$/.test(code)).map((code) => [code, names.of(code)]);
}

// All countries by their names, after those that our sources are from.
function grouped(ours, codes) {
  const names = new Map(named(codes));
  const first = ours.filter((code) => names.has(code)).map((code) => [code, names.get(code)]);
  const rest = [...names].filter(([code]) => !ours.includes(code));
  // Å among the As: a language's own order would be looked up in tables that take longer than all else here.
  const key = ([, name]) => name.normalize("NFD").replace(/\p{M}/gu, "");
  rest.sort((one, other) => (key(one) < key(other) ? -1 : 1));
  return [
    h("optgroup", { label: "Where our sources are from" }, options(first)),
    h("optgroup", { label: "All others" }, options(rest)),
  ];
}

function moment(field, { id, ...attributes }, value, change) {
  let now = { ...value };
  const part = (name, type) =>
    simple(
      h("input", { ...attributes, type, "aria-label": `${field.label}: ${name}`, id: name === "date" && id }),
      now[name],
      (text) => {
        now = { ...now, [name]: text };
        change(now);
      },
    );
  const date = part("date", "date");
  const time = part("time", "time");
  const set = (next) => {
    now = { ...next };
    date.set(next.date);
    time.set(next.time);
  };
  return { element: h("div", { class: "ck-pair" }, date.element, time.element), focus: date.focus, set };
}
