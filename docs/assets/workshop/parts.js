// Small pieces that several parts of the page show: the way to a line, words with code in them, a quotation.

import { button, h } from "../checker/dom.js";
import { fold } from "../checker/fold.js";

/** "1 error", "3 errors"; `many` where that is no "s". */
export const counted = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

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

const IN_SIGHT = 6;

/** A list whose first items are in sight, and the others folded away. `key` names the fold, `open` is what is unfolded. */
export function longList(key, items, open) {
  const list = (some) => h("ul", { class: "ck-list wk-results" }, some);
  if (items.length <= IN_SIGHT + 1) return items.length > 0 && list(items);
  const rest = items.slice(IN_SIGHT);
  return [list(items.slice(0, IN_SIGHT)), fold(`more ${key}`, `${rest.length} more`, open, list(rest))];
}
