// With instant navigation the theme puts the next page in the place of this one, and the browser does not notice:
// the focus would fall back to the top of the document, and a screen reader would say nothing. So the focus goes
// where it is read aloud: to the section that the link named, or else to the heading of the page.

let arrivedAlready = false;

globalThis.document$?.subscribe(() => {
  if (!arrivedAlready) {
    arrivedAlready = true; // the first page was opened by the browser, which did all that itself
    return;
  }
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const target = named || document.querySelector("main h1");
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
});

// A guide page prints whole, as any page does; its button prints the steps alone, as a checklist on one sheet.
globalThis.document$?.subscribe(() => {
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
globalThis.document$?.subscribe(async () => {
  const form = document.querySelector("form.aw-filter");
  if (form) (await import("./rule-filter.js")).start(form);
});
