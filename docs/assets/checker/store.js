// What stays on this device from one visit to the next: one entry of the browser's own storage, there only when the
// reader has asked for it. Nothing of it is ever sent.

export const KEY = "afterword.kept";
const VERSION = 1; // goes up when the facts take another shape; what an older page has kept is then left alone

/** What was kept, as it was written; null where there is nothing, or nothing that can be read. */
export function readKept() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY));
    return kept?.version === VERSION ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps `what`. Returns "" when that went well, else why not: "full" or "denied"; what was kept before then stays. */
export function writeKept(what) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: VERSION, ...what }));
    return "";
  } catch (error) {
    return error.name === "QuotaExceededError" ? "full" : "denied";
  }
}

/** Takes away what was kept. */
export function eraseKept() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // where storage is denied, nothing was kept
  }
}
