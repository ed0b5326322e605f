// Mounts the checker wherever a page has a place for it.
//
// Loaded once for the whole site, so it stays small: the checker itself is fetched on its own page only.
// With instant navigation Material replaces the page under us and says so through `document$`; what must outlive
// the page (the draft, the worker) is kept in the modules that are imported here.

let leave = null;

/** Mounts the checker if this page has a place for it, and lets go of the one that was there before. */
export async function arrive() {
  leave?.();
  leave = null;
  const place = document.getElementById("afterword-checker");
  if (!place || place.childElementCount) return;
  const { mount } = await import("./checker.js");
  if (place.isConnected && !place.childElementCount) leave = mount(place);
}

if (globalThis.document$) globalThis.document$.subscribe(arrive);
else if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", arrive);
else arrive();
