// A file for the reader, made on the spot.

import { h } from "../checker/dom.js";

/** Offers `text` to the browser as a download. */
export function saveFile(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60000); // some browsers fetch it only after the reader has agreed
}
