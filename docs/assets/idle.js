// Work that nobody waits for.

const SOON = 200; // milliseconds, for browsers that do not tell when they are idle

/** Runs something when the page has nothing else to do, and after `most` milliseconds, if these are given, in any case. */
export function whenIdle(run, most) {
  if (typeof requestIdleCallback === "function") requestIdleCallback(() => run(), { timeout: most });
  else setTimeout(run, SOON);
}
