// What is folded away on a narrow screen and simply stands there on a wide one, and on paper.

import { h } from "./dom.js";

const wide = matchMedia("(min-width: 45em), print");
let roomy = wide.matches; // follows only below: a fold may tell of its opening after the screen has changed
const opened = new WeakMap(); // whether the reader has unfolded it, where there is something to unfold

/** A fold named `key`; `open` is the set of the names of those that are unfolded. */
export function foldWhereNarrow(key, summary, open, ...content) {
  const element = h(
    "details",
    {
      class: "ck-fold ck-fold--narrow",
      "data-fold": key,
      open: roomy || open.has(key),
      ontoggle: () => {
        if (roomy) return;
        if (element.open) open.add(key);
        else open.delete(key);
      },
    },
    h("summary", {}, summary),
    content,
  );
  opened.set(element, () => open.has(key));
  return element;
}

/** A part of a label that is heard everywhere, and seen where there is room. */
export const inRoom = (words) => h("span", { class: "ck-roomy" }, words);

wide.addEventListener("change", () => {
  roomy = wide.matches;
  for (const element of document.querySelectorAll(".ck-fold--narrow")) {
    element.open = roomy || opened.get(element)();
  }
});
