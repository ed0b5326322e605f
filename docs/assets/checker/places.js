// The places of a point that appears several times: each with its words and its buttons, and one button for all.

import { button, h } from "./dom.js";
import { fold } from "./fold.js";
import { fixForAll, isPlaced } from "./points.js";
import { quotation } from "./quote.js";
import { inRoom } from "./roomy.js";

const SHOWN = 3;

/** The places of `point` in `draft`; `title` is the id of the card's title, `sayEach` that their messages differ. */
export function places(point, draft, act, { position, title, open, sayEach }) {
  const all = fixForAll(point.findings, draft);
  const told = new Set(); // messages, whatever words they quote: the words stand above them
  const items = point.findings.map((finding, number) => {
    const id = `${title}-place-${number}`;
    const kind = finding.message.replace(/“[^”]*”/g, "“”");
    const say = sayEach && !told.has(kind);
    told.add(kind);
    const named = { "aria-describedby": `${title} ${id}` };
    return h(
      "li",
      { class: "ck-place" },
      h("div", { id }, quotation(draft, finding.start, finding.end) ?? h("p", {}, `Place ${number + 1}`)),
      say && h("p", { class: "ck-card__message" }, finding.message),
      h(
        "div",
        { class: "ck-buttons" },
        finding.fixes.map((fix) => button(fix.label, () => act.apply(fix, position), ["small"], named)),
        isPlaced(finding) && button(["Show", inRoom(" in draft")], () => act.show(finding), ["small"], named),
        button("Ignore here", () => act.ignoreHere(finding, position), ["small", "plain"], named),
      ),
    );
  });
  const rest = items.slice(SHOWN);
  const more = `${rest.length} more ${rest.length === 1 ? "place" : "places"}`;
  return [
    all &&
      h(
        "div",
        { class: "ck-buttons" },
        button(all.label, () => act.apply(all, position), ["primary"], { "aria-describedby": title }),
      ),
    h("ol", { class: "ck-list ck-places" }, items.slice(0, SHOWN)),
    rest.length > 0 &&
      fold(`places ${point.rule} ${point.level}`, more, open, h("ol", { class: "ck-list ck-places" }, rest)),
  ];
}
