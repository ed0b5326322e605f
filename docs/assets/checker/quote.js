// A finding's words with a little of what stands around them.

import { h } from "./dom.js";

const AROUND = 36;
const LONGEST = 180;

/** The quotation of `draft` from `start` to `end`; null where there is nothing to quote. */
export function quotation(draft, start, end) {
  if (start === null || !draft.slice(start, end).trim()) return null;
  return h(
    "p",
    { class: "ck-quote" },
    before(draft.slice(Math.max(0, start - AROUND), start), start > AROUND),
    h("mark", {}, shorten(draft.slice(start, end))),
    after(draft.slice(end, end + AROUND), end + AROUND < draft.length),
  );
}

// Only the line that the words stand in, from a whole word on.
function before(text, cut) {
  const line = text.split("\n").pop();
  return cut && line === text ? `…\u00a0${line.replace(/^\S*\s?/, "")}` : line;
}

function after(text, cut) {
  const [line] = text.split("\n", 1);
  return cut && line === text ? `${line.replace(/\s?\S*$/, "")}\u00a0…` : line;
}

function shorten(text) {
  const characters = [...text.replace(/\s+/g, " ")];
  if (characters.length <= LONGEST) return characters.join("");
  return `${characters.slice(0, 110).join("")} … ${characters.slice(-50).join("")}`;
}
