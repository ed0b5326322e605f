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
