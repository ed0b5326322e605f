// Has the snapshot made that the next visit begins with (snapshot.js), in a worker of its own, once the page has come to rest.

import { Thread } from "./thread.js";

const REST = 5000; // milliseconds: whoever pastes a note at once should have the processor for it
const NAME = "afterword snapshot"; // by which python.js knows what the worker is for
const LEAST_MEMORY = 2; // GB: Python takes its room twice while the snapshot is made
const UNWANTED = `${new URL("../../", import.meta.url).pathname}.no-copy`; // in storage: the reader wants no copy kept here

let begun = false;

/** Makes a snapshot with the worker of this address, unless the device is short of something, or the reader keeps no copy. */
export function makeSnapshotWhenIdle(worker) {
  if (begun || navigator.connection?.saveData || (navigator.deviceMemory ?? LEAST_MEMORY) < LEAST_MEMORY) return;
  begun = true;
  setTimeout(() => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => make(worker), { timeout: REST });
    else make(worker);
  }, REST);
}

function make(worker) {
  if (unwanted()) return;
  const thread = new Thread(
    worker,
    (_, { type }) => {
      if (type !== "progress") thread.end(); // made, or not: then the next visit begins as this one did
    },
    NAME,
  );
}

function unwanted() {
  try {
    return localStorage.getItem(UNWANTED) !== null;
  } catch {
    return true; // nothing may be stored here
  }
}
