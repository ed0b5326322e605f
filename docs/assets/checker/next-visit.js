// Has the snapshot made that the next visit begins with (snapshot.js), in a worker of its own, once the page has come to rest.
// All that it takes comes from the copy on this device: after loading, no request goes out. Who keeps no copy has no snapshot.

import { whenIdle } from "../idle.js";
import { MAKER } from "./snapshot.js";
import { Thread } from "./thread.js";

const REST = 4000; // milliseconds: whoever pastes a note at once should have the processor for it
const LEAST_MEMORY = 2; // GB: Python takes its room twice while the snapshot is made

let begun = false;

/** Makes a snapshot with the worker of this address, unless the device is short of something. */
export function makeSnapshotWhenIdle(worker) {
  const copies = serviceWorkers();
  if (begun || !copies || navigator.connection?.saveData || (navigator.deviceMemory ?? LEAST_MEMORY) < LEAST_MEMORY) return;
  begun = true;
  const rest = () => setTimeout(() => whenIdle(() => make(worker), REST), REST);
  if (copies.controller) rest();
  else copies.addEventListener("controllerchange", rest, { once: true });
}

function make(worker) {
  if (!navigator.serviceWorker.controller) return; // the copy was removed meanwhile
  const thread = new Thread(
    worker,
    (_, { type }) => {
      if (type !== "progress") thread.end(); // made, or not: then the next visit begins as this one did
    },
    MAKER,
  );
}

function serviceWorkers() {
  try {
    return navigator.serviceWorker;
  } catch {
    return null; // nothing may be stored here
  }
}
