// Writes into a box the way typing would, so that the browser's own undo takes it back.

/** Puts `text` in the place of what stands in `area` from `start` to `end`. */
export function typeOver(area, { start, end }, text) {
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  const done =
    text === "" ? start === end || document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (done) return;
  area.setRangeText(text, start, end, "end"); // no undo, yet better than nothing
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
