// Puts text on the clipboard, in old browsers too.

import { h } from "./dom.js";

/** Whether `text` is on the clipboard now. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text); // no permission, or a page that was not fetched over https
  }
}

function copyBySelecting(text) {
  const before = document.activeElement;
  const area = h("textarea", { class: "ck-hidden", readonly: true, "aria-hidden": "true" });
  area.value = text;
  (before?.closest(".afterword") ?? document.body).append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  before?.focus({ preventScroll: true });
  return done;
}
