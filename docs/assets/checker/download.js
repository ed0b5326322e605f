// Downloads of the worker: all started at once, counted byte by byte, and handed to Pyodide when it asks.

const plainFetch = globalThis.fetch.bind(globalThis);
const ahead = new Map();
const bytes = new Map();
let changed = () => {};
let fail = () => {};

/** Begins to count; `onBytes` gets the bytes of all files so far, `onFailure` the first thing that goes wrong. */
export function watchDownloads(onBytes, onFailure) {
  changed = () => onBytes([...bytes.values()].reduce((sum, size) => sum + size, 0));
  fail = onFailure;
  globalThis.fetch = (address, options) => {
    const url = absolute(address);
    const response = ahead.get(url) ?? counted(url, options);
    ahead.delete(url);
    return response;
  };
}

/** Starts a download before anybody asks for it. */
export function startEarly(address) {
  const url = absolute(address);
  ahead.set(url, counted(url));
}

/** Counts a file that does not come by way of fetch, such as a module, once it is there. */
export function arrived(address, size) {
  bytes.set(absolute(address), size);
  changed();
}

const absolute = (address) => new URL(address, location).href;

// Pyodide waits for ever when its own download fails; so a failure is reported from here.
async function counted(url, options) {
  try {
    const response = await plainFetch(url, options).catch((error) => inCopy(url, error));
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
async function inCopy(url, error) {
  const found = await globalThis.caches?.match(url).catch(() => null);
  if (!found) throw error;
  return found;
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
