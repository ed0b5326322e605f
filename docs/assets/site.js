import { arrive } from "./arrive.js";
import * as menus from "./menus.js";
import { eachPage } from "./theme.js";

eachPage(() => {
  menus.start();
  // The link to a section, beside its heading, is for the mouse. The table of contents has the same for everybody, and
  // a heading that is read aloud, or listed by a screen reader, need not end in "number sign".
  for (const link of document.querySelectorAll(".headerlink")) {
    link.ariaHidden = "true";
    link.tabIndex = -1;
  }
  for (const link of document.querySelectorAll(".md-tabs__item--active a")) link.ariaCurrent = "true";
  for (const link of document.querySelectorAll(".md-nav--primary a.md-nav__link--active:not(.md-nav--secondary a)")) link.ariaCurrent = "page";
});

// With instant navigation the theme puts the next page in the place of this one, and the browser does not notice:
// the focus would fall back to the top of the document, and a screen reader would say nothing. So the focus goes
// where it is read aloud.

let arrivedAlready = false;

eachPage(() => {
  if (arrivedAlready) arrive();
  arrivedAlready = true; // the first page was opened by the browser, which did all that itself
});

// A guide page prints whole, as any page does; its button prints the steps alone, as a checklist on one sheet.
eachPage(() => {
  for (const button of document.querySelectorAll("[data-aw-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      document.body.classList.add("aw-printing-steps");
      addEventListener("afterprint", () => document.body.classList.remove("aw-printing-steps"), { once: true });
      print();
    });
  }
});

// The list of all rules can be narrowed down; what does that is fetched on its page only.
eachPage(async () => {
  const form = document.querySelector("form.aw-filter");
  if (form) (await import("./rule-filter.js")).start(form);
});

// Who moves towards the checker or the planner will want its Python, which is most of what they take. So it is on its way by then.
const TOWARDS = 'a[href$="check/"], a[href$="planner/"], #afterword-taste button';
const moves = ["pointerover", "focusin", "touchstart"];
async function moving({ target }) {
  if (!target.closest?.(TOWARDS)) return;
  for (const move of moves) removeEventListener(move, moving);
  (await import("./checker/ahead.js")).fetchAhead();
}
for (const move of moves) addEventListener(move, moving, { passive: true });
