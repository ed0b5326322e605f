// Who interviewed you: a row for each person, with the name at hand and the rest folded away.

import { button, h } from "./dom.js";
import { ListEditor } from "./list-editor.js";
import { ADDRESS } from "./names.js";

export const PEOPLE = "interview.interviewers"; // the path of the field

// `key` tells a row from the others for good, whatever becomes of its name: a note may hang on it.
const newKey = () => Math.random().toString(36).slice(2);
const BLANK = { name: "", lead: false, signs_as: "", email: "", thanked: false };
const AFTER_A_NAME = /^(?:ph\.?d|m\.?d|mba|msc|bsc|rgn|rn|cpa|esq|jr|sr|ii|iii)\.?$/i;

/** One person, of whom only what is given is known. */
export const person = (facts) => ({ ...BLANK, ...facts });

// Marks the entries before they are copied, so that the form's and the memory's rows have the same keys.
function ownRows(value) {
  for (const entry of value) entry.key ??= newKey();
  return structuredClone(value);
}

/** The people in a line such as "Dana Ortiz <d.ortiz@northwind.example>; Tom Baker, PhD and Dr Osei". */
export function peopleIn(text) {
  const pieces = [];
  for (const piece of text.split(/[\n,;\t]|\s+(?:and|[&+])\s+/i).map((each) => each.trim().replace(/\s+/g, " "))) {
    if (AFTER_A_NAME.test(piece) && pieces.length) pieces[pieces.length - 1] += `, ${piece}`;
    else if (piece) pieces.push(piece);
  }
  return pieces.map((piece) => {
    const [email = ""] = ADDRESS.exec(piece) ?? [];
    const name = piece.replace(ADDRESS, "").replace(/[<>()"]/g, "").trim();
    return person({ name: name || email, email });
  });
}

/** The key of the person at `place` in a row with the key `key`, which two names in one row share. */
export const keyAt = (key, place) => (place ? `${key}+${place}` : key);

/** A row for each of the people in `row`, which describes the first of them; their notes stay with them. */
export function apart(row, rows) {
  const free = (key) => (rows.some((each) => each.key === key) ? newKey() : key);
  return peopleIn(row.name).map(({ name, email }, place) =>
    place ? person({ name, email, key: free(keyAt(row.key, place)) }) : { ...row, name, email: row.email || email },
  );
}

/** The control of the field: a list of people. */
export function peopleControl(field, attributes, value, change) {
  let entries = ownRows(value);
  const list = new ListEditor(
    entries,
    {
      className: "ck-people",
      add: "Add another person",
      least: 1,
      blank: () => person({ key: newKey() }),
      row: (entry, place, remove, changed) =>
        row(entry, place, entries.length > 1 && remove, changed, {
          field,
          attributes,
          split: (name) => list.replace(place, apart({ ...entry, name }, entries)),
        }),
    },
    () => change(entries),
  );
  const set = (next) => list.set((entries = ownRows(next)));
  return { element: list.element, focus: () => list.focus(), set };
}

function row(entry, place, remove, changed, { field, attributes, split }) {
  const { id, ...rest } = attributes;
  const idOf = (name) => `${id}-${place}-${name}`;
  const number = place + 1;
  const who = h("span");
  const hear = (name, read) => (event) => {
    entry[name] = read(event.target);
    follow();
    changed();
  };
  const text = (name, more) =>
    h("input", { class: "ck-input", value: entry[name], autocomplete: "off", oninput: hear(name, valueOf), ...more });
  const tick = (name, label) =>
    h(
      "label",
      { class: "ck-tick" },
      h("input", { type: "checkbox", checked: entry[name], onchange: hear(name, ({ checked }) => checked) }),
      label,
    );
  const labelled = (name, label, more) =>
    h("div", {}, h("label", { for: idOf(name) }, label), text(name, { id: idOf(name), ...more }));
  const nameInput = text("name", {
    ...rest,
    id: place === 0 ? id : idOf("name"),
    "aria-label": place > 0 && `${field.label} Person ${number}`,
    onpaste: (event) => {
      // A field of one line would run the lines of what is pasted together.
      const pasted = event.clipboardData.getData("text");
      const people = entry.name ? [] : peopleIn(pasted);
      if (people.length < 2 && !people[0]?.email) return;
      event.preventDefault();
      split(pasted);
    },
  });
  const known = Object.keys(BLANK).some((name) => name !== "name" && entry[name]);
  const more = h(
    "details",
    { class: "ck-fold", open: known },
    h("summary", {}, who),
    h(
      "div",
      { class: "ck-person__more" },
      tick("lead", "Leads the hiring"),
      tick("thanked", "Already thanked"),
      labelled("signs_as", "How they sign"),
      labelled("email", "Their address", { type: "email" }),
    ),
  );
  const several = button("A row for each of them", () => split(entry.name), ["small"]);
  const follow = () => {
    const many = peopleIn(entry.name).length > 1;
    who.textContent = `More about ${entry.name.trim()}`;
    more.hidden = many || !entry.name.trim(); // of nobody there is no more to say
    several.hidden = !many;
  };
  follow();
  return h(
    "div",
    { role: "group", "aria-label": `Person ${number}` },
    h(
      "div",
      { class: "ck-person" },
      nameInput,
      remove && button("Remove", remove, ["small"], { "aria-label": `Remove person ${number}` }),
    ),
    more,
    several,
  );
}

const valueOf = ({ value }) => value;
