// The form control of each kind of fact. A control is `{element, focus, set}`; `change` hears each new value.

import { h } from "./dom.js";

/** What may have been sent, as far as the form has words for it. */
export const PAST = [
  ["", "Not said"],
  ["none", "Nothing yet"],
  ["thank-you", "A thank-you"],
  ["check-in", "A check-in"],
  ["thank-you check-in", "A thank-you and a check-in"],
  ["thank-you check-in check-in", "A thank-you and two check-ins"],
];

const MAKE = {
  text: input,
  number: input,
  date: input,
  long: area,
  note: area,
  names: area,
  choice: select,
  country,
  yesno,
  moment,
  several,
  history,
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
  const number = field.kind === "number";
  const type = number ? "number" : field.kind;
  return simple(
    h("input", {
      ...attributes,
      type,
      min: number && "1",
      max: number && "9",
      autocomplete: field.autocomplete ?? "off",
    }),
    value,
    change,
  );
}

function area(field, attributes, value, change) {
  return simple(
    h("textarea", { ...attributes, rows: field.kind === "names" ? "2" : "3", autocomplete: "off" }),
    value,
    change,
  );
}

function select(field, attributes, value, change) {
  return simple(h("select", attributes, options(field.options)), value, change);
}

const options = (list) => list.map(([value, label]) => h("option", { value }, label));

function yesno(field, attributes, value, change) {
  return select(
    {
      options: [
        ["", "Not said"],
        ["yes", "Yes"],
        ["no", "No, only the text"],
      ],
    },
    attributes,
    value,
    change,
  );
}

// The countries are those whose holidays the rules know. They come with the engine, so the list may have to wait for
// it, and the choice for the list.
function country(field, attributes, value, change) {
  let wanted = value;
  const made = simple(h("select", attributes, options([["", "Not said"]])), value, (chosen) =>
    change((wanted = chosen)),
  );
  const set = (next) => made.set((wanted = next));
  const offer = (codes) => {
    const names = new Intl.DisplayNames(["en"], { type: "region" });
    const named = (list) => list.map((code) => [code, names.of(code)]);
    const first = field.first.filter((code) => codes.includes(code));
    const rest = named(codes.filter((code) => !first.includes(code)));
    rest.sort((one, other) => one[1].localeCompare(other[1]));
    made.element.replaceChildren(
      ...options([["", "Not said"]]),
      h("optgroup", { label: "Where our sources are from" }, options(named(first))),
      h("optgroup", { label: "All others" }, options(rest)),
    );
    made.set(wanted);
  };
  return { ...made, set, offer };
}

function moment(field, { id, ...attributes }, value, change) {
  let now = { ...value };
  const part = (name, type) => {
    const made = simple(
      h("input", { ...attributes, type, "aria-label": `${field.label}: ${name}`, id: name === "date" && id }),
      now[name],
      (text) => {
        now = { ...now, [name]: text };
        change(now);
      },
    );
    return made;
  };
  const date = part("date", "date");
  const time = part("time", "time");
  const set = (next) => {
    now = { ...next };
    date.set(next.date);
    time.set(next.time);
  };
  return { element: h("div", { class: "ck-pair" }, date.element, time.element), focus: date.focus, set };
}

function several(field, { id, class: _, ...attributes }, value, change) {
  const boxes = field.options.map(([name, label], place) => {
    const box = h("input", { type: "checkbox", value: name, id: place === 0 && id, onchange: () => change(chosen()) });
    box.checked = value.includes(name);
    return { box, element: h("label", { class: "ck-tick" }, box, label) };
  });
  const chosen = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  const set = (next) => boxes.forEach(({ box }) => (box.checked = next.includes(box.value)));
  const element = h(
    "div",
    { class: "ck-ticks", role: "group", "aria-label": field.label, ...attributes },
    boxes.map((each) => each.element),
  );
  return { element, focus: () => boxes[0].box.focus(), set };
}

function history(field, { id, ...attributes }, value, change) {
  let now = { ...value };
  const what = simple(h("select", { ...attributes, id }, options(PAST)), now.what, (text) =>
    change((now = { ...now, what: text })),
  );
  const last = simple(
    h("input", { ...attributes, type: "date", "aria-label": "Date of the last one" }),
    now.last,
    (text) => change((now = { ...now, last: text })),
  );
  const set = (next) => {
    now = { ...next };
    what.set(next.what);
    last.set(next.last);
  };
  return { element: h("div", { class: "ck-pair" }, what.element, last.element), focus: what.focus, set };
}
