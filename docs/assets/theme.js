// The theme's script, and what it says of pages.
//
// It is a good part of what has to be done while a page appears. Where the engine starts with the page (see main.html),
// it comes later: when somebody moves towards what it serves, or else once the page is at rest.

import { whenIdle } from "./idle.js";

const REST = 1000; // milliseconds in which nothing is pressed and nothing is under way
const LEARNS = 2000; // milliseconds at most, until the theme knows the site's pages
const MOMENT = 50; // milliseconds
const ITS_OWN = ".md-header, .md-tabs, .md-sidebar, .md-footer";
const MOVES = ["pointerover", "focusin", "touchstart"];
const PRESSES = ["keydown", "pointerdown", "input"];

const acts = []; // what is done with each page, where the theme is still to come
let told;
let coming = null;

/** Resolves once the theme's script has run. */
export const themed = globalThis.document$ ? Promise.resolve() : new Promise((resolve) => { told = resolve; });

/** Does something with this page, and with each that the theme puts in its place. */
export function eachPage(act) {
  if (globalThis.document$) {
    globalThis.document$.subscribe(act);
  } else if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => eachPage(act), { once: true });
  } else {
    acts.push(act);
    act();
  }
}

/** Has the theme's script come by itself, if it waits; not while the page is `busy()`. */
export function bringAtRest(busy) {
  if (coming || !waiting()) return;
  let timer = 0;
  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (busy() ? rest() : whenIdle(bring, REST)), REST);
  };
  const moved = ({ target }) => target.closest?.(ITS_OWN) && bring();
  const listen = (change) => {
    for (const move of MOVES) change(move, moved, { passive: true });
    for (const press of PRESSES) change(press, rest, { passive: true });
  };
  listen(addEventListener);
  addEventListener("click", follow);
  rest();
  themed.then(() => {
    clearTimeout(timer);
    listen(removeEventListener);
    setTimeout(() => removeEventListener("click", follow), LEARNS);
  });
}

/** A link leads to a page in the place of this one, as the theme has it, so that nothing that was written here is lost. */
async function follow(event) {
  const link = event.target.closest?.("a[href]");
  const plain = event.button === 0 && !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
  if (!link || !plain || event.defaultPrevented || link.target || link.origin !== location.origin) return;
  if (link.pathname === location.pathname && link.hash) return;
  event.preventDefault();
  await bring();
  const end = performance.now() + LEARNS;
  while (!knows() && performance.now() < end) await pause();
  await pause(); // it still has to read them
  removeEventListener("click", follow);
  link.click();
}

/** Whether the theme has fetched the list of the site's pages: other links it leaves to the browser. */
const knows = () =>
  performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith("/sitemap.xml") && responseEnd);

const pause = () => new Promise((resolve) => setTimeout(resolve, MOMENT));

const waiting = () => document.querySelector("script[data-aw-later]");

function bring() {
  coming ??= new Promise((resolve) => {
    const script = document.createElement("script");
    script.onload = script.onerror = resolve; // without it, links are links
    script.src = waiting().src;
    document.body.append(script);
  }).then(() => {
    const pages = globalThis.document$;
    pages?.next(document); // the theme waits for the end of a page that it has missed
    for (const act of acts) {
      let first = true; // this page, with which it has been done
      pages?.subscribe(() => (first ? (first = false) : act()));
    }
    told();
  });
  return coming;
}
