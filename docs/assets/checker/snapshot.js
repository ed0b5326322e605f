// What a visit leaves for the next one: Python's memory with the engine ready in it, made by a worker that never sees a
// draft. It counts for one build and one browser. Whatever goes wrong with it, the engine starts as on the first visit.
//
// It lies in a file that only this site can see (the origin private file system). There a worker reads forty megabytes at
// once, where another store would hand them over piece by piece while the page needs the processor.

/** The name of a worker that gets no questions: it makes the snapshot. */
export const MAKER = "afterword snapshot";

const site = new URL("../../", import.meta.url);
const FOLDER = `afterword-ready ${encodeURIComponent(site.pathname)}`; // other sites may share the host
const FILE = "snapshot"; // the length of what follows, four bytes; what it belongs to, as JSON; the memory
const LENGTH = 4;

/** The snapshot of this build in this browser, as `{memory, proof}`; null where there is none, or nothing may be stored. For workers. */
export async function kept(build) {
  try {
    const file = await (await folder()).getFileHandle(FILE);
    const open = await file.createSyncAccessHandle({ mode: "read-only" }); // so that two tabs may begin at once
    try {
      const length = new DataView(read(open, 0, LENGTH).buffer).getUint32(0);
      if (!length) return null; // it was never finished
      const { proof, ...belongs } = JSON.parse(new TextDecoder().decode(read(open, LENGTH, length)));
      if (JSON.stringify(belongs) !== JSON.stringify(owner(build))) return null;
      const begin = LENGTH + length;
      return { memory: read(open, begin, open.getSize() - begin), proof };
    } finally {
      open.close();
    }
  } catch {
    return null;
  }
}

/**
 * Keeps the bytes of a snapshot, in the place of an older one. `proof` is what the engine says of a message that it holds
 * itself: so it is seen whether it came back whole. Throws where there is no room. For workers.
 */
export async function keep(build, memory, proof) {
  const { quota = 0, usage = 0 } = (await navigator.storage.estimate?.()) ?? {};
  if (quota - usage < 4 * memory.byteLength) throw new Error("too little room");
  const file = await (await folder({ create: true })).getFileHandle(FILE, { create: true });
  const open = await file.createSyncAccessHandle();
  try {
    const head = new TextEncoder().encode(JSON.stringify({ ...owner(build), proof }));
    const length = new Uint8Array(LENGTH);
    new DataView(length.buffer).setUint32(0, head.length);
    open.truncate(0);
    write(open, LENGTH, head);
    write(open, LENGTH + head.length, memory);
    open.flush();
    write(open, 0, length); // last: until then nothing of it counts
  } finally {
    open.close();
  }
}

/** Removes the snapshot. */
export async function forget() {
  try {
    await (await navigator.storage.getDirectory()).removeEntry(FOLDER, { recursive: true });
  } catch {
    // Nothing may be stored here, so there is none; or there is none.
  }
}

async function folder(options) {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, options);
}

const owner = (build) => ({ build, browser: navigator.userAgent });

function read(open, at, size) {
  const bytes = new Uint8Array(size);
  if (open.read(bytes, { at }) < size) throw new Error("the file ends too early");
  return bytes;
}

function write(open, at, bytes) {
  if (open.write(bytes, { at }) < bytes.byteLength) throw new Error("too little room");
}
