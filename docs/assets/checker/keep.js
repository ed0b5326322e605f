// Keeps the draft and the facts on this device while the reader wants that, and knows whether it went well.

import { memory } from "./memory.js";
import { clock } from "./situation.js";
import { eraseKept, KEY, writeKept } from "./store.js";

const PAUSE = 500; // after a change, before it is kept

/** Tells of "change" when something is kept from now on, or no longer, or could not be kept. */
class Keep extends EventTarget {
  trouble = ""; // why the latest could not be kept: "", "full" or "denied"
  #timer = 0;

  /** Since when something is kept, as "2026-03-04T09:30"; null while nothing is. */
  get since() {
    return memory.since;
  }

  /** Is all that would be lost with the tab on the device as well? */
  get isSafe() {
    this.now();
    return Boolean(memory.since) && !this.trouble;
  }

  begin() {
    const { date, time } = clock();
    memory.since = `${date}T${time}`;
    this.#write();
    if (this.trouble) memory.since = null;
    this.#tell();
  }

  /** Takes away what was kept; what stands on the page stays. */
  end() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    memory.since = null;
    this.trouble = "";
    eraseKept();
    this.#tell();
  }

  /** Something has changed: keeps it when the reader pauses. */
  soon() {
    if (!memory.since) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), PAUSE);
  }

  /** Keeps at once what is still waiting for a pause. */
  now() {
    if (!this.#timer) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    const before = this.trouble;
    this.#write();
    if (this.trouble !== before) this.#tell();
  }

  #write() {
    const { since, draft, values, touched, refused } = memory;
    this.trouble = writeKept({ since, draft, values, touched: [...touched], refused: [...refused] });
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}

/** The one keeper of this visit. */
export const keep = new Keep();

addEventListener("pagehide", () => keep.now());

// What is forgotten in another tab must not be written down again by this one.
addEventListener("storage", ({ key, newValue }) => {
  if ((key === KEY || key === null) && newValue === null && keep.since) keep.end();
});
