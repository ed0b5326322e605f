// What to turn to when the engine cannot run here: what is missing, in words, and where the same stands to read.

import { address } from "./address.js";
import { h, link } from "./dom.js";

export const NO_MODULE_WORKERS = "workers that are modules";

/** What the browser lacks for the engine, in words; "" where nothing is known to be missing. */
export function lacking() {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") return "WebAssembly";
  if (typeof DecompressionStream !== "function") return "a way to unpack what travels compressed";
  if (typeof Worker !== "function") return "workers";
  return "";
}

/** A line that leads to what does the work of the checker, the planner or the workshop by hand. */
export function byHand(name) {
  if (name === "workshop") return h("p", {}, "You can ", h("a", { href: "#without-this-page" }, "propose a change without it"), ".");
  return name === "planner"
    ? h("p", {}, "The ", h("a", { href: "#the-usual-times" }, "usual times below"), " do for most interviews.")
    : h("p", {}, "In the meantime, ", link(address("checklist/"), "the checklist"), " goes through the same points by hand.");
}

/** What is said where the browser lacks something. `safe` says what is not lost. */
export function cannotRun(name, lacks, safe) {
  return h(
    "p",
    {},
    h("strong", {}, `The ${name} cannot run in this browser.`),
    ` It needs ${lacks}, which is missing here or switched off: the browser may be an old one, or in a mode that locks ` +
      `things down. A current Chrome, Edge, Firefox or Safari has it. ${safe}`,
  );
}
