// Downloads of the worker: all started at once, counted byte by byte, and handed to Pyodide when it asks.

const plainFetch = globalThis.fetch.bind(globalThis);
const ahead = new Map();
const changes = new Map();
const bytes = new Map();
let changed = () => {};
let fail = () => {};
const AWAITED = {}; // handed to Pyodide in the place of what is being compiled

/** Begins to count; `onBytes` gets the bytes of all files so far, `onFailure` the first thing that goes wrong. */
export function watchDownloads(onBytes, onFailure) {
  changed = () => onBytes([...bytes.values()].reduce((sum, size) => sum + size, 0));
  fail = onFailure;
  globalThis.fetch = (address, options) => {
    const url = absolute(address);
    const response = ahead.get(url) ?? fetched(url, options);
    ahead.delete(url);
    return response;
  };
}

/** Starts a download before anybody asks for it; `change` makes of the response what is handed on, now and later. */
export function startEarly(address, options, change = (response) => response) {
  const url = absolute(address);
  changes.set(url, change);
  ahead.set(url, fetched(url, options));
}

/** Answers with this when a file is asked for, which is not fetched then. */
export function handOver(address, response) {
  ahead.set(absolute(address), Promise.resolve(response));
}

/** A file that travels compressed as a whole, as it was before. */
export function unpacked(response) {
  return new Response(response.body.pipeThrough(new DecompressionStream("gzip")));
}

/** Imports a module of so many bytes, which do not come by way of fetch, and counts it once it is there. */
export async function inBackground(address, size) {
  const module = await import(address);
  bytes.set(absolute(address), size);
  changed();
  return module;
}

/** Compiles a file of WebAssembly while it arrives, and not only once Pyodide asks for it. */
export function compiledWith(address) {
  const plain = WebAssembly.instantiateStreaming;
  if (!plain) return; // then Pyodide does without
  const response = globalThis.fetch(address);
  const compiling = WebAssembly.compileStreaming(response);
  compiling.catch(fail);
  handOver(address, AWAITED);
  WebAssembly.instantiateStreaming = async (source, imports) => {
    if ((await source) !== AWAITED) return plain.call(WebAssembly, source, imports);
    const module = await compiling;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };
}

async function fetched(url, options) {
  const response = await counted(url, options);
  return changes.get(url)?.(response) ?? response;
}

const absolute = (address) => new URL(address, location).href;

// Pyodide waits for ever when its own download fails; so a failure is reported from here.
async function counted(url, options) {
  try {
    const response = await plainFetch(url, options).catch((error) => inCopy(url, error, options));
    if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}`);
    count(url, response.clone()).catch(fail); // a copy is counted: what Pyodide gets stays as the browser made it
    return response;
  } catch (error) {
    fail(error);
    throw error;
  }
}

// Without a network a worker's fetch fails in Firefox before the service worker hears of it, so the worker looks into
// the copy itself (https://bugzilla.mozilla.org/show_bug.cgi?id=2067202). The oldest copy is the one in charge.
async function inCopy(url, error, options) {
  const found = await globalThis.caches?.match(url).catch(() => null);
  if (found) return found;
  // Of a file that is not there a browser only says that its hash is wrong.
  const { ok, status } = options?.integrity ? await plainFetch(url).catch(() => ({ ok: true })) : { ok: true };
  throw ok ? error : new Error(`${new URL(url).pathname} answered ${status}`);
}

async function count(url, response) {
  const reader = response.body.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    bytes.set(url, size);
    changed();
  }
}
