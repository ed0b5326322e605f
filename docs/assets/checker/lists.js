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
  return fold("passed", `Rules that it keeps (${ids.length})`, open, h("ul", { class: "ck-list ck-passed" }, items));
}

/** What could not be judged, `{rule, needs}`, by the words for the facts that it waits for. */
export function byNeeds(entries) {
  const groups = new Map();
  for (const entry of entries) {
    const words = [...new Set(entry.needs.map((need) => answerTo(need).words))].sort().join(" and ");
    groups.set(words, [...(groups.get(words) ?? []), entry]);
  }
  return groups;
}

/** The rules that wait for facts, those that wait for the same ones together, so that each is asked for once. */
export function unjudgedList(entries, rules, open, ask) {
  if (!entries.length) return null;
  const largestFirst = [...byNeeds(entries)].sort(([, one], [, other]) => other.length - one.length);
  const items = largestFirst.map(([key, group]) =>
    h("li", {}, needsOf(group[0], ask), waiting(group, rules, key, open)),
  );
  const list = h("ul", { class: "ck-list ck-unjudged" }, items);
  return fold("not-checked", `Not checked (${entries.length})`, open, list);
}

function needsOf({ needs }, ask) {
  const answers = new Map(needs.map((need) => [answerTo(need).words, answer(need, ask)]));
  return h("p", { class: "ck-needs" }, "Needs ", between(" and ", [...answers.values()]));
}

function waiting(group, rules, key, open) {
  const links = group.map(({ rule }) => named(rules, rule));
  if (links.length === 1) return h("p", {}, links);
  const list = links.map((each) => h("li", {}, each));
  return fold(`not-checked ${key}`, `for ${links.length} rules`, open, h("ul", {}, list));
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
