// The list of what is ignored, below the cards, from which each can be brought back.

import { button, h } from "./dom.js";
import { fold } from "./fold.js";

/** The list of the `entries` of Ignored.apart, null when there are none; `bringBack` gets one of them. */
export function ignoredList(entries, rules, open, bringBack) {
  if (!entries.length) return null;
  const items = entries.map((entry, place) => {
    const id = `ck-ignored-${place}`;
    const title = rules.get(entry.rule)?.title ?? entry.rule;
    return h(
      "li",
      {},
      h("p", { id }, h("strong", {}, title), " ", whatOf(entry)),
      button("Bring back", () => bringBack(entry), ["small"], { "aria-describedby": id }),
    );
  });
  return fold("ignored", `Ignored (${entries.length})`, open, h("ul", { class: "ck-list ck-ignored" }, items));
}

function whatOf({ key, words, count }) {
  if (key !== null) return words ? `at “${words.replace(/\s+/g, " ")}”` : "in this draft";
  if (!count) return "everywhere; it finds nothing now";
  return count === 1 ? "everywhere; 1 place now" : `everywhere; ${count} places now`;
}
