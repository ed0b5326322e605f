/** Puts the focus where a reader has come to: on the section that the link named, or else on the heading of the page. */
export function arrive() {
  const named = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const target = named || document.querySelector("main h1");
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
}
