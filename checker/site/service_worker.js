// Answers for the network once the checker or the planner has been opened, so that both work without one. In front of
// this stand BUILD, the name of this build; KIT, the files that belong together; and PAGES, which are read along with
// them: the SHA-256 of each by its place. checker/site/offline.py writes them; docs/assets/checker/offline.js registers.
//
// What is in KIT always comes from this build's own cache, so an old engine never meets new rules or new scripts. All
// else comes from the network while there is one. A draft never comes here: no request carries it.

const SITE = new URL("./", location).href;
const MINE = `afterword ${new URL(SITE).pathname} `; // other sites may share the host, and with it the store
const CACHE = MINE + BUILD;

addEventListener("install", (event) => event.waitUntil(fill()));
addEventListener("activate", (event) => event.waitUntil(takeOver()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const address = plain(request.url);
  if (request.method !== "GET" || !address.startsWith(SITE) || leftToBrowser(address)) return;
  event.respondWith(address.slice(SITE.length) in KIT ? kept(request, address) : fresh(request, address));
});

addEventListener("message", (event) => {
  if (event.data.type === "keep") event.waitUntil(keep(event.data.addresses.map(plain)));
  if (event.data.type === "take over") event.waitUntil(takeOverIfAlone());
});

// Of a file that the browser fetched itself it keeps what it has compiled, too, and not of one that comes from here.
function leftToBrowser(address) {
  return address.endsWith(".wasm") && navigator.onLine;
}

/** Fetches the whole build; as long as one file is missing, or is not of this build, the one before stays in charge. */
async function fill() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    Object.entries({ ...KIT, ...PAGES }).map(async ([place, digest]) => {
      const address = SITE + place;
      if (await cache.match(address)) return; // from an attempt that was cut short
      await cache.put(address, (await unchanged(address, digest)) ?? (await exactly(address, digest)));
    }),
  );
  const before = (await older()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url));
  await keep((await Promise.all(before)).flat()); // pages that were visited stay at hand, as they are now
}

async function takeOver() {
  await Promise.all((await older()).map((name) => caches.delete(name)));
  await clients.claim();
}

// Another tab may be in the middle of something, with the scripts of the build before.
async function takeOverIfAlone() {
  const open = await clients.matchAll({ includeUncontrolled: true });
  if (open.filter(({ url }) => url.startsWith(SITE)).length < 2) await skipWaiting();
}

// A copy goes whole: by the reader's wish, or because the browser needs the room. Then all comes from the network.
async function kept(request, address) {
  return (await inCopy(address)) ?? fetch(request);
}

async function fresh(request, address) {
  try {
    const response = await fetch(request);
    if (response.ok) await put(address, response.clone());
    return response;
  } catch (error) {
    const found = await inCopy(address);
    if (found) return found;
    if (request.mode === "navigate") return notKept();
    throw error;
  }
}

const inCopy = (address) => caches.match(address, { cacheName: CACHE });

async function keep(addresses) {
  const wanted = addresses.filter((address) => {
    const place = address.slice(SITE.length);
    return address.startsWith(SITE) && !(place in KIT) && !(place in PAGES);
  });
  await Promise.all(
    [...new Set(wanted)].map(async (address) => {
      const response = await fetch(address, { cache: "no-cache" }).catch(() => null);
      if (response?.ok) await put(address, response);
    }),
  );
}

// Not a page that was redirected, which browsers refuse from here; and nothing once the copy has been removed.
async function put(address, response) {
  if (!response.redirected && (await caches.has(CACHE))) await (await caches.open(CACHE)).put(address, response);
}

async function exactly(address, digest) {
  const response = await fetch(address, { cache: address.endsWith(".wasm") ? "force-cache" : "no-cache", integrity: digest });
  if (!response.ok || response.redirected) throw new Error(`${address} answered ${response.status}`);
  return response;
}

/** What an older build kept at an address, if it is the very same. */
async function unchanged(address, digest) {
  for (const name of await older()) {
    const found = await (await caches.open(name)).match(address);
    if (found && (await digestOf(found.clone())) === digest) return found;
  }
  return null;
}

async function digestOf(response) {
  const bytes = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(bytes)))}`;
}

async function older() {
  return (await caches.keys()).filter((name) => name.startsWith(MINE) && name !== CACHE);
}

function plain(address) {
  const url = new URL(address);
  return url.origin + url.pathname;
}

function notKept() {
  const links = [
    ["check/", "Check a draft"],
    ["planner/", "When should I write?"],
    ["checklist/", "The checklist"],
    ["guide/", "The guide"],
  ].map(([place, words]) => `<li><a href="${SITE}${place}">${words}</a></li>`);
  const page =
    '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    '<meta name="color-scheme" content="light dark"><title>Not kept on this device</title><main>' +
    "<h1>This page is not kept on this device</h1><p>There is no network just now, and you have not been to this page " +
    `before. These work all the same:</p><ul>${links.join("")}</ul></main></html>`;
  return new Response(page, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
