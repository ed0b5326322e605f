// The results are drawn anew when a check comes back; whoever reads or works in them then keeps their place.

const PLACES = "[data-rule], [data-fold]";

/** Notes where in `element` the focus is; what it returns puts it back there, as near as can be, or on `otherwise`. */
export function holdFocus(element, otherwise) {
  const active = document.activeElement;
  if (!element.contains(active)) return () => {};
  const words = active.textContent;
  const places = [];
  for (let place = active.closest(PLACES); place && element.contains(place); place = place.parentElement.closest(PLACES)) {
    places.push(selectorOf(place));
  }
  return () => {
    const [place] = places.map((selector) => element.querySelector(selector)).filter(Boolean);
    const same = [...(place?.querySelectorAll("a, button, summary, [tabindex]") ?? [])].find(
      ({ textContent }) => textContent === words,
    );
    const held = same ?? place?.querySelector("[tabindex], summary") ?? otherwise;
    const folded = held.closest("details:not([open]) > :not(summary)"); // a card that has moved down is folded on a phone
    if (folded) folded.parentElement.open = true;
    held.focus({ preventScroll: true });
  };
}

function selectorOf({ dataset }) {
  return dataset.rule ? `[data-rule="${CSS.escape(dataset.rule)}"]` : `[data-fold="${CSS.escape(dataset.fold)}"]`;
}
