// One card per point: what, where, why, who says so, what to write instead; and what to do when it is no such thing.

import { address } from "./address.js";
import { button, h, link, paragraphs } from "./dom.js";
import { fold } from "./fold.js";
import { icon } from "./icons.js";
import { places } from "./places.js";
import { isPlaced } from "./points.js";
import { quotation } from "./quote.js";
import { reportLink, REPORTED } from "./report.js";
import { disputedLines, sourcesInShort, sourcesLine } from "./sources.js";
import { firstSentence, LEVEL_WORDS } from "./words.js";

const DONE = ["timing", "situation"]; // kinds of rules on what is done, whatever is written

/**
 * The cards of `points`, as list items. `act` is what the buttons do: show(finding), apply(fix, position),
 * ignoreHere(finding, position), ignoreRule(point, position). `open` remembers which folds are unfolded, `version` is
 * that of the rules.
 */
export function cards(points, rules, draft, act, { open, version }) {
  const told = new Set();
  return points.map((point, position) => {
    const first = !told.has(point.rule); // the reasons of a rule are given once
    told.add(point.rule);
    return card(point, rules.get(point.rule), draft, act, { position, first, open, version });
  });
}

function card(point, rule, draft, act, { position, first, open, version }) {
  const title = `ck-card-${position}`;
  const [finding] = point.findings;
  const several = point.findings.length > 1;
  const why = firstSentence(finding.why || rule?.why || "");
  const sayOnce = point.findings.every(({ message }) => message === finding.message);
  return h(
    "li",
    { class: `ck-card ck-card--${point.level}`, "data-rule": point.rule },
    h(
      "p",
      { class: "ck-card__level" },
      icon(point.level),
      LEVEL_WORDS[point.level],
      several && h("span", { class: "ck-card__count" }, `appears ${point.findings.length} times`),
    ),
    h(
      "h3",
      { class: "ck-card__title", id: title, tabindex: "-1" },
      link(address(finding.page), rule?.title ?? point.rule),
    ),
    sayOnce && h("p", { class: "ck-card__message" }, finding.message),
    first && why.head && h("p", { class: "ck-card__why" }, why.head),
    !several && quotation(draft, finding.start, finding.end),
    several
      ? places(point, draft, act, { position, title, open, sayEach: !sayOnce })
      : actions(finding, act, position, { "aria-describedby": title }),
    h(
      "div",
      { class: "ck-card__more" },
      first && [instead(rule, why.rest, open), sourcesOf(rule, address(finding.page), open)],
      doubt(point, act, position, { open, version, title }),
    ),
  );
}

function sourcesOf(rule, page, open) {
  if (!rule) return null;
  const lines = [sourcesLine(rule.sources, page), ...disputedLines(rule.disagreements ?? [])].filter(Boolean);
  return lines.length ? fold(`sources ${rule.id}`, sourcesInShort(rule.sources), open, lines) : null;
}

function doubt(point, act, position, { open, version, title }) {
  const report = reportLink(point.rule, version, `${title} ${title}-report`);
  return fold(
    `doubt ${point.rule} ${point.level}`,
    "False alarm?",
    open,
    h(
      "div",
      { class: "ck-buttons" },
      button("Ignore this rule", () => act.ignoreRule(point, position), ["small"], { "aria-describedby": title }),
      report,
    ),
    h("p", { class: "ck-quiet", id: `${title}-report` }, "It is ignored until you close this tab, or for as long as this device remembers your draft. ", report && REPORTED),
  );
}

function actions(finding, act, position, named) {
  return h(
    "div",
    { class: "ck-buttons" },
    finding.fixes.map((fix) => button(fix.label, () => act.apply(fix, position), ["primary"], named)),
    isPlaced(finding) && button("Show in draft", () => act.show(finding), [], named),
    button("Ignore here", () => act.ignoreHere(finding, position), ["plain"], named),
  );
}

function instead(rule, rest, open) {
  if (!rule?.how && !rest) return null;
  const more = rest && [h("h4", {}, "More on why"), paragraphs(rest)];
  return fold(rule.id, DONE.includes(rule.kind) ? "What to do instead" : "What to write instead", open, paragraphs(rule.how ?? ""), more);
}
