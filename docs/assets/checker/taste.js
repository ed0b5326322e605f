// On the first page, below a draft that was checked while the site was built: a button that brings the live checker.
// Nothing of it is fetched before somebody asks, but where the browser says that the connection is not metered.

import { whenIdle } from "../idle.js";

const UNMETERED = ["wifi", "ethernet"];

/** Puts the button in `place`; returns what undoes it when the page is left. */
export function mount(place) {
  const made = place.closest(".aw-taste").querySelector(".aw-taste-made");
  const gone = new AbortController();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "md-button";
  button.textContent = "Try it with words of your own";
  button.addEventListener("click", async () => {
    button.disabled = true;
    const { start } = await import("./taste-live.js");
    if (!gone.signal.aborted) start(place, made, gone.signal);
  });
  place.append(button);
  if (UNMETERED.includes(navigator.connection?.type)) whenIdle(async () => (await import("./ahead.js")).fetchAhead());
  return () => gone.abort();
}
