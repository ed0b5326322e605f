// What a visit leaves for the next one: Python's memory with the engine ready in it, made by a worker that never sees a
// draft. It counts for one build and one browser. Whatever goes wrong with it, the engine starts as on the first visit.

/** The name of a worker that gets no questions: it makes the snapshot. */
export const MAKER = "afterword snapshot";

const site = new URL("../../", import.meta.url);
const STORE = `afterword-ready ${site.pathname}`; // other sites may share the host
const PROOF = "x-proof"; // what the engine says of a message that it holds itself: so it is seen whether it came back whole
const MIME = "application/octet-stream";

/** The snapshot of this build in this browser, as `{memory, proof}`; null where there is none, or nothing may be stored. */
export async function kept(build) {
  try {
    if (!(await caches.has(STORE))) return null;
    const found = await (await caches.open(STORE)).match(address(build));
    return found ? { memory: await found.arrayBuffer(), proof: decodeURIComponent(found.headers.get(PROOF)) } : null;
  } catch {
    return null;
  }
}

/** Keeps the bytes of a snapshot, alone: those of older builds go. Throws where there is no room. */
export async function keep(build, memory, proof) {
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  if (quota - usage < 4 * memory.byteLength) throw new Error("too little room");
  await caches.delete(STORE);
  const headers = { "Content-Type": MIME, [PROOF]: encodeURIComponent(proof) };
  await (await caches.open(STORE)).put(address(build), new Response(memory, { headers }));
}

/** Removes all snapshots. */
export async function forget() {
  try {
    await caches.delete(STORE);
  } catch {
    // Nothing may be stored here, so there is none.
  }
}

function address(build) {
  return new URL(`assets/engine/snapshot/${build}?${encodeURIComponent(navigator.userAgent)}`, site).href;
}
