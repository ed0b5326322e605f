// Drawing only what has changed: who has come to a button with the keyboard must not lose it because something else was
// learned.

const drawn = new WeakMap();

/** Draws what `make` gives in an element, below the line of a fold; only when one of `from`, what it is made from, has changed. */
export function draw(element, from, make) {
  const before = drawn.get(element);
  if (before?.length === from.length && before.every((each, place) => each === from[place])) return;
  drawn.set(element, from);
  const head = element.localName === "details" ? [element.children[0]] : [];
  element.replaceChildren(...head, ...make().flat(Infinity).filter(Boolean));
}

/** Writes the line of a fold, which stays where it is. */
export function sum(element, line) {
  const [head] = element.children;
  if (head.textContent !== line) head.textContent = line;
}
