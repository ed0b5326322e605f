// One card per finding: what, where, why, who says so, what to write instead.

import { address } from "./address.js";
import { button, h, link, paragraphs } from "./dom.js";
import { fold } from "./fold.js";
import { icon } from "./icons.js";
import { quotation } from "./quote.js";
import { disputedLines, sourcesLine } from "./sources.js";
import { firstSentence, LEVEL_WORDS, LEVELS } from "./words.js";

/** Findings in the order of the cards: what matters most first, then as they stand in the draft. */
export function ordered(findings) {
  const place = (finding) => finding.start ?? Infinity;
  const rank = (finding) => LEVELS.indexOf(finding.level);
  return [...findings].sort((one, other) => rank(one) - rank(other) || place(one) - place(other) || 0);
}

/**
 * The cards of a report, as list items. `act` is what the buttons do: show(finding), apply(finding, fix, position).
 * `open` remembers which cards are unfolded.
 */
export function cards(findings, rules, draft, act, open) {
  const told = new Set();
  return ordered(findings).map((finding, position) => {
    const first = !told.has(finding.rule); // the reasons of a rule are given once
    told.add(finding.rule);
    return card(finding, rules.get(finding.rule), draft, act, { position, first, open });
  });
}

function card(finding, rule, draft, act, { position, first, open }) {
  const title = `ck-card-${position}`;
  const named = { "aria-describedby": title };
  const why = firstSentence(finding.why || rule?.why || "");
  const placed = finding.start !== null && finding.end > finding.start;
  return h(
    "li",
    { class: `ck-card ck-card--${finding.level}`, "data-rule": finding.rule },
    h("p", { class: "ck-card__level" }, icon(finding.level), LEVEL_WORDS[finding.level]),
    h(
      "h3",
      { class: "ck-card__title", id: title, tabindex: "-1" },
      link(address(finding.page), rule?.title ?? finding.rule),
    ),
    quotation(draft, finding.start, finding.end),
    h("p", { class: "ck-card__message" }, finding.message),
    first && why.head && h("p", { class: "ck-card__why" }, why.head),
    h(
      "div",
      { class: "ck-buttons" },
      finding.fixes.map((fix) => button(fix.label, () => act.apply(finding, fix, position), ["primary"], named)),
      placed && button("Show in draft", () => act.show(finding), [], named),
    ),
    first && [
      instead(finding.rule, rule?.how ?? "", why.rest, open),
      sourcesLine(rule?.sources ?? [], address(finding.page)),
      disputedLines(rule?.disagreements ?? []),
    ],
  );
}

function instead(id, how, rest, open) {
  if (!how && !rest) return null;
  const more = rest && [h("h4", {}, "More on why"), paragraphs(rest)];
  return fold(id, "What to write instead", open, paragraphs(how), more);
}
