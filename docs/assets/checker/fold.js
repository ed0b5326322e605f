// Something folded away under its summary, which stays as the reader left it when the results are drawn anew.

import { h } from "./dom.js";

/** A fold named `key`; `open` is the set of the names of those that are unfolded. */
export function fold(key, summary, open, ...content) {
  const element = h(
    "details",
    {
      class: "ck-fold",
      "data-fold": key,
      open: open.has(key),
      ontoggle: () => (element.open ? open.add(key) : open.delete(key)),
    },
    h("summary", {}, summary),
    content,
  );
  return element;
}
