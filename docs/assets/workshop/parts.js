// Small pieces that several parts of the page show: the way to a line, words with code in them, a quotation.

import { button, h } from "../checker/dom.js";
import { fold } from "../checker/fold.js";

const LONGEST = 160; // characters of a text of which only the beginning is shown
const IN_SIGHT = 6; // items of a long list

/** "1 error", "3 errors"; `many` where that is no "s". */
export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

/** The beginning of a text, in one line. */
export function beginning(text) {
  const flat = text.trim().replace(/\s+/g, " ");
  return flat.length > LONGEST ? `${flat.slice(0, LONGEST).replace(/\s\S*$/, "")} …` : flat;
}

/** A button that leads to a line of the rule. */
export const toLine = (line, go, words = "") =>
  button(`Line ${line}`, () => go(line, words), ["small"], {
    "aria-label": `Go to line ${line}`,
    class: "ck-button ck-button--small wk-line",
  });

/** A sentence in which `what stands so` is code. */
export const coded = (text) => text.split(/`([^`]+)`/).map((part, place) => (place % 2 ? h("code", {}, part) : part));

/** What a finding points at, `quote` being what stands before it, itself, and what stands after; null for no place. */
export function quotation(quote, most = 90) {
  if (!quote) return null;
  const [before, words, after] = quote.map((part) => part.replace(/\s+/g, " "));
  return h(
    "p",
    { class: "ck-quote" },
    before.length > most ? `…\u00a0${before.slice(-most).replace(/^\S*\s/, "")}` : before,
    h("mark", {}, words),
    after.length > most ? `${after.slice(0, most).replace(/\s\S*$/, "")}\u00a0…` : after,
  );
}

/** What stands where something will be shown. */
export const waiting = (reading) =>
  reading && !reading.rule ? "As soon as the file can be read, this is shown." : "A moment …";

/** Results below one another; nothing where there are none. */
export const listed = (items) => items.length > 0 && h("ul", { class: "ck-list wk-results" }, items);

/** A list whose first items are in sight, and the others folded away. `key` names the fold, `open` is what is unfolded. */
export function longList(key, items, open) {
  if (items.length <= IN_SIGHT + 1) return listed(items);
  const rest = items.slice(IN_SIGHT);
  return [listed(items.slice(0, IN_SIGHT)), fold(`more ${key}`, `${rest.length} more`, open, listed(rest))];
}
