// Keeps something on this device while the reader wants that, and knows whether it went well.

import { clock } from "./situation.js";

const PAUSE = 500; // after a change, before it is kept

/** Tells of "change" when something is kept from now on, or no longer, or could not be kept. */
export class Keeper extends EventTarget {
  trouble = ""; // why the latest could not be kept: "", "full" or "denied"
  #memory;
  #collect;
  #entry;
  #timer = 0;

  /** `memory` has `since`; `collect` gives what is to be kept, `entry` is where (store.js). */
  constructor(memory, collect, entry) {
    super();
    this.#memory = memory;
    this.#collect = collect;
    this.#entry = entry;
    addEventListener("pagehide", () => this.now());
    // What is forgotten in another tab must not be written down again by this one.
    addEventListener("storage", ({ key, newValue }) => {
      if ((key === entry.key || key === null) && newValue === null && this.since) this.end();
    });
  }

  /** Since when something is kept, as "2026-03-04T09:30"; null while nothing is. */
  get since() {
    return this.#memory.since;
  }

  /** Is all that would be lost with the tab on the device as well? */
  get isSafe() {
    this.now();
    return Boolean(this.since) && !this.trouble;
  }

  begin() {
    const { date, time } = clock();
    this.#memory.since = `${date}T${time}`;
    this.#write();
    if (this.trouble) this.#memory.since = null;
    this.#tell();
  }

  /** Takes away what was kept; what stands on the page stays. */
  end() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#memory.since = null;
    this.trouble = "";
    this.#entry.erase();
    this.#tell();
  }

  /** Something has changed: keeps it when the reader pauses. */
  soon() {
    if (!this.since) return;
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
    this.trouble = this.#entry.write(this.#collect());
  }

  #tell() {
    this.dispatchEvent(new Event("change"));
  }
}
