// Below the cards: the rules that the draft keeps, and those that could not be judged for want of a fact.

import { address } from "./address.js";
import { button, h, link } from "./dom.js";
import { answerTo } from "./fields.js";
import { fold } from "./fold.js";
import { icon } from "./icons.js";

/** The rules that are kept; null when there are none. */
export function passedList(ids, rules, open) {
  if (!ids.length) return null;
  const items = ids.map((id) => h("li", {}, icon("passed"), named(rules, id)));
  return fold("passed", `Fine already (${ids.length})`, open, h("ul", { class: "ck-list ck-passed" }, items));
}

/** The rules that wait for facts, those that wait for the same ones together, so that each is asked for once. */
export function unjudgedList(entries, rules, open, ask) {
  if (!entries.length) return null;
  const groups = new Map();
  for (const entry of entries) {
    const key = [...entry.needs].sort().join(" ");
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const items = [...groups.values()].map((group) =>
    h(
      "li",
      {},
      h(
        "p",
        {},
        between(
          ", ",
          group.map(({ rule }) => named(rules, rule)),
        ),
      ),
      h(
        "p",
        { class: "ck-needs" },
        "Needs ",
        between(
          " and ",
          group[0].needs.map((need) => answer(need, ask)),
        ),
      ),
    ),
  );
  const list = h("ul", { class: "ck-list ck-unjudged" }, items);
  return fold("not-checked", `Not checked (${entries.length})`, open, list);
}

function answer(need, ask) {
  const { field, words } = answerTo(need);
  return field ? button(words, () => ask(need), ["small"]) : words;
}

function named(rules, id) {
  const rule = rules.get(id);
  return link(address(rule?.page ?? `rules/${id}/`), rule?.title ?? id);
}

const between = (separator, items) => items.flatMap((item, place) => (place ? [separator, item] : [item]));
