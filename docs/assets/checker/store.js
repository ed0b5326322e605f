// What stays on this device from one visit to the next: an entry of the browser's own storage, there only when the reader
// has asked for it. Nothing of it is ever sent.

export class Entry {
  #version;

  /** `version` goes up when what is kept takes another shape; what an older page has kept is then left alone. */
  constructor(key, version) {
    this.key = key;
    this.#version = version;
  }

  /** What was kept, as it was written; null where there is nothing, or nothing that can be read. */
  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key));
      return kept?.version === this.#version ? kept : null;
    } catch {
      return null;
    }
  }

  /** Keeps `what`. Returns "" when that went well, else why not: "full" or "denied"; what was kept before then stays. */
  write(what) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ version: this.#version, ...what }));
      return "";
    } catch (error) {
      return error.name === "QuotaExceededError" ? "full" : "denied";
    }
  }

  /** Takes away what was kept. */
  erase() {
    try {
      localStorage.removeItem(this.key);
    } catch {
      // where storage is denied, nothing was kept
    }
  }
}

/** The draft and the facts. */
export const KEPT = new Entry("afterword.kept", 1);
