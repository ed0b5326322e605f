// Beside long results the draft stays in view. A column that is taller than the window stops with its end at the end of
// the window, so that all of it can be reached by scrolling as ever.

const FROM_TOP = 60; // pixels: below the header of the site

/** Tells the style sheet where `element` stops; `signal` ends it. */
export function keepBeside(element, signal) {
  const follow = () => {
    const top = Math.min(FROM_TOP, innerHeight - element.offsetHeight - 8);
    element.style.setProperty("--ck-stop", `${top}px`);
  };
  const observer = new ResizeObserver(follow);
  observer.observe(element);
  addEventListener("resize", follow, { signal });
  signal.addEventListener("abort", () => observer.disconnect());
}
