// The theme makes its menus of labels and tick boxes, which a mouse can press and a keyboard cannot reach. Here they
// become buttons, say whether they are open, close with Esc, and give the focus back. site.css hides what is closed.

import { arrive } from "./arrive.js";
import { themed } from "./theme.js";

const narrow = matchMedia("(max-width: 76.234375em)"); // where the theme folds the navigation into a drawer
const BEHIND = ".md-skip, .md-header, .md-tabs, .md-content, .md-sidebar--secondary, .md-footer, .md-top";
const LETTERS = ["f", "s", "/", "p", ",", "n", "."]; // the theme's, for the search and for the pages before and after

const drawer = document.getElementById("__drawer");
const search = document.getElementById("__search");
const field = document.querySelector(".md-search__input");
let before = null; // what had the focus when the search was opened
let followed = false; // whether the drawer was left by one of its links

const opensMenu = inPlaceOf(document.querySelector(".md-header label[for=__drawer]"), "Menu", drawer);
const opensSearch = inPlaceOf(document.querySelector(".md-header__inner > label[for=__search]"), "Search", search);

drawer.addEventListener("change", () => {
  fit();
  if (drawer.checked) {
    followed = false;
    document.querySelector(".aw-close")?.focus();
  } else if (followed) arrive();
  else opensMenu.focus();
});

search.addEventListener("change", () => {
  if (search.checked) field.focus();
});

field.addEventListener("focus", ({ relatedTarget }) => {
  if (!relatedTarget?.closest(".md-search")) before = relatedTarget;
});

addEventListener("keydown", (event) => {
  const { key, target } = event;
  const typing = target.isContentEditable || target.matches?.("input:not([type=radio], [type=checkbox]), select, textarea");
  if (LETTERS.includes(key) && !typing) {
    event.stopImmediatePropagation(); // a key hit by chance, or a word that speech input heard, must not turn the page
  } else if (key === "Escape" && drawer.checked) {
    drawer.click();
  } else if (key === "Escape" && (search.checked || target === field)) {
    setTimeout(() => (before?.checkVisibility() ? before : opensSearch).focus()); // once the theme has closed it
  } else if (key === " " && target.matches?.(".md-option, .md-nav label")) {
    event.preventDefault();
    target.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })); // which the theme knows
  }
}, { capture: true });

narrow.addEventListener("change", fit);

/** Every page brings a navigation of its own. */
export function start() {
  if (drawer.checked) drawer.click();
  themed.then(tick);
  document.querySelector(".md-sidebar--primary")?.addEventListener("click", ({ target }) => {
    if (target.closest("a")) followed = true;
  });
  const closes = button("Close the menu", drawer, "aw-close");
  closes.textContent = "✕";
  document.querySelector(".md-nav--primary > .md-nav__title")?.after(closes);
  for (const box of document.querySelectorAll(".md-nav--primary .md-nav__toggle")) {
    box.addEventListener("change", () => {
      // Into the list that slides in, or back to what opened it.
      const next = box.parentElement.querySelector(box.checked ? ":scope > .md-nav > .md-nav__title" : ":scope > label");
      // Without scrolling: the list is still sliding in, and would be left half way.
      if (narrow.matches) setTimeout(() => next.focus({ preventScroll: true }));
    });
  }
  fit();
}

/** The theme ticks none of the choices of colours until one is made; the Tab key would come to one that is hidden. */
function tick() {
  const colours = document.querySelector(".md-option:has(+ label:not([hidden]))");
  if (colours) colours.checked = true;
}

/** In the drawer every label leads to a list, or back from one; beside the text such lists stand open. */
function fit() {
  // What the open drawer covers is kept from the keyboard and from screen readers.
  for (const part of document.querySelectorAll(BEHIND)) part.inert = narrow.matches && drawer.checked;
  for (const label of document.querySelectorAll(".md-nav--primary :is(.md-nav .md-nav__title, .md-nav__item--section > label, label[for=__toc])")) {
    if (narrow.matches) label.tabIndex = 0;
    else label.removeAttribute("tabindex");
  }
}

/** A button that ticks a box, and tells whether it is ticked, instead of the theme's label. */
function inPlaceOf(label, name, box) {
  const made = button(name, box, label.className);
  const tell = () => { made.ariaExpanded = String(box.checked); };
  box.addEventListener("change", tell);
  tell();
  made.append(...label.childNodes);
  label.replaceWith(made);
  return made;
}

function button(name, box, looks) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = `aw-menu ${looks}`;
  made.dataset.for = box.id;
  made.ariaLabel = name;
  made.addEventListener("click", () => box.click());
  return made;
}
