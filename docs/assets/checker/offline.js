// The copy for use without a network: whether there is one, making it, removing it. The service worker at the site's
// root does the keeping. This module is fetched with the checker and the planner alone, so who reads guidance has no copy.

import { engine } from "./engine.js";
import { forget } from "./snapshot.js";

const site = new URL("../../", import.meta.url);
const MINE = `afterword ${site.pathname} `; // as the service worker names what it keeps
const UNWANTED = `${site.pathname}.no-copy`; // in storage: this reader has removed the copy

const REST = 2000; // milliseconds after the engine is ready: the copy has hundreds of files, and the first check goes before them
const AGAIN = 100; // milliseconds after which a newer build is asked again to take over,
const TIMES = 10; // and how often

/** Tells of "state": none (nothing to offer here), off (not wanted), making, kept, or failed (asked for, and refused). */
class Offline extends EventTarget {
  state = "none";
  #asked = false; // by the reader, with the button

  /** Looks what there is. What is not there yet is made once the engine runs, so that nothing is fetched twice. */
  async start() {
    let registration = null;
    try {
      registration = await navigator.serviceWorker.getRegistration(site.href);
      await caches.keys();
    } catch {
      return; // too old, not on a safe connection, or not allowed to store anything
    }
    if (registration?.waiting) onceSettled(() => renew(registration.waiting));
    if (registration?.active) this.#become("kept");
    else if (unwanted() || navigator.connection?.saveData) this.#become("off");
    else if (engine.state === "ready") await this.#make();
    else engine.addEventListener("state", () => engine.state === "ready" && setTimeout(() => this.state === "none" && this.#make(), REST));
  }

  /** Makes the copy because the reader says so. */
  keep() {
    this.#asked = true;
    wanted();
    return this.#make();
  }

  /** Removes the copy, for good. */
  async remove() {
    wanted(false);
    const registration = await navigator.serviceWorker.getRegistration(site.href);
    await registration?.unregister();
    const mine = (await caches.keys()).filter((name) => name.startsWith(MINE));
    await Promise.all([forget(), ...mine.map((name) => caches.delete(name))]);
    this.#become("off");
  }

  async #make() {
    this.#become("making");
    try {
      const address = new URL("service-worker.js", site);
      const registration = await navigator.serviceWorker.register(address, { scope: site.href });
      const active = await activated(registration);
      // What was fetched before there was a service worker to see it: the pages that were visited.
      const addresses = [location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)];
      active.postMessage({ type: "keep", addresses: addresses.filter((each) => each.startsWith(site.href)) });
      this.#become("kept");
    } catch {
      this.#become(this.#asked ? "failed" : "none");
    }
  }

  #become(state) {
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}

/** The one copy of this site. */
export const offline = new Offline();
offline.start();

// A newer build lies complete beside this one. It takes over where nobody is in the middle of something: this page was
// opened a moment ago, and no other tab is open. Then the page begins again, with the scripts of the new one.
function renew(waiting) {
  let times = 0;
  const ask = () => {
    if (touched() || times++ === TIMES) clearInterval(asking);
    else waiting.postMessage({ type: "take over" });
  };
  const asking = setInterval(ask, AGAIN);
  const begin = () => {
    clearInterval(asking);
    if (!touched()) location.reload();
  };
  navigator.serviceWorker.addEventListener("controllerchange", begin, { once: true });
  ask();
}

// Chromium lets a new service worker wait for as long as the one before is at work, and what a page asks for meanwhile
// comes from one that is about to end: a page that is opened then may stay empty. So nothing is renewed while files
// are on their way, and the wish is told again until it is granted.
function onceSettled(then) {
  const look = () => {
    if (engine.state !== "ready" && engine.state !== "failed") return;
    engine.removeEventListener("state", look);
    then();
  };
  engine.addEventListener("state", look);
  look();
}

const touched = () => navigator.userActivation?.hasBeenActive !== false;

function activated(registration) {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === "activated") resolve(worker);
      if (worker.state === "redundant") reject(new Error("not installed"));
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

function unwanted() {
  try {
    return localStorage.getItem(UNWANTED) !== null;
  } catch {
    return false; // storage is closed, so nothing was ever removed for good
  }
}

function wanted(yes = true) {
  try {
    if (yes) localStorage.removeItem(UNWANTED);
    else localStorage.setItem(UNWANTED, "1");
  } catch {
    // The copy goes all the same; it is made again on the next visit.
  }
}
