// The weeks, drawn. The list of steps says all of it in words, so screen readers are spared the picture.

import { h } from "../checker/dom.js";

const LETTERS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The picture of `rows`, as weeks() makes them; null for none. */
export function picture(rows) {
  if (!rows.length) return null;
  let month = "";
  const named = (day) => {
    const before = month;
    month = day.slice(5, 7);
    return `${Number(day.slice(8))}${month === before ? "" : ` ${MONTHS[Number(month) - 1]}`}`;
  };
  return h(
    "div",
    { class: "aw-weeks", "aria-hidden": "true" },
    h(
      "div",
      { class: "aw-weeks__grid" },
      LETTERS.map((letters) => h("span", { class: "aw-weeks__head" }, letters)),
      rows.map((row) => (row.gap ? gap(row.gap) : row.map((cell) => drawn(cell, named(cell.day))))),
    ),
    h(
      "p",
      { class: "aw-weeks__legend" },
      h("span", {}, h("i", { class: "aw-weeks__key aw-day--interview" }), "the interview"),
      h("span", {}, h("i", { class: "aw-weeks__key aw-day--today" }), "today"),
      h("span", {}, h("i", { class: "aw-weeks__key aw-day--open" }), "in time"),
      h("span", {}, h("i", { class: "aw-todo__number" }, "1"), "a step of the list, at its best day"),
    ),
  );
}

const gap = (weeks) => h("span", { class: "aw-weeks__gap" }, weeks === 1 ? "a week" : `${weeks} weeks`);

function drawn({ steps, interview, today, free, open }, label) {
  const looks = { interview, today, free, open };
  const names = Object.keys(looks).filter((name) => looks[name]);
  return h(
    "span",
    { class: ["aw-day", ...names.map((name) => `aw-day--${name}`)].join(" ") },
    h("span", { class: "aw-day__label" }, label),
    steps.length > 0 &&
      h(
        "span",
        { class: "aw-day__steps" },
        steps.map((number) => h("span", { class: "aw-todo__number" }, String(number))),
      ),
  );
}
