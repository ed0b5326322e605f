// One card per point: what, where, why, who says so, what to write instead; and what to do when it is no such thing.

import { address } from "./address.js";
import { button, h, link, paragraphs } from "./dom.js";
import { fold } from "./fold.js";
import { icon } from "./icons.js";
import { places } from "./places.js";
import { isPlaced } from "./points.js";
import { quotation } from "./quote.js";
import { reportLink, REPORTED } from "./report.js";
import { foldWhereNarrow, inRoom } from "./roomy.js";
import { disputedLines, sourcesInShort, sourcesLine } from "./sources.js";
import { firstSentence, LEVEL_WORDS } from "./words.js";

const DONE = ["timing", "situation"]; // kinds of rules on what is done, whatever is written
const UNFOLDED = 3; // on a phone the cards after these show what was found, and the rest on demand
const REST = "Where, why and what to do";
const LINE = 80; // characters of a reason that two lines of a phone hold

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
  const why = finding.why || rule?.why || "";
  const { head } = firstSentence(why);
  const sayOnce = point.findings.every(({ message }) => message === finding.message);
  const about = h("span", { class: "ck-hidden" }, `: ${rule?.title ?? point.rule}`);
  const body = h(
    "div",
    { class: "ck-card__body" },
    first && head && h("p", { class: "ck-card__why" }, head),
    !several && quotation(draft, finding.start, finding.end),
    several
      ? places(point, draft, act, { position, title, open, sayEach: !sayOnce })
      : actions(finding, act, position, { "aria-describedby": title }),
    h(
      "div",
      { class: "ck-card__more" },
      first && [instead(rule, why, open), sourcesOf(rule, address(finding.page), open)],
      doubt(point, act, position, { open, version, title }),
    ),
  );
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
    position < UNFOLDED ? body : foldWhereNarrow(`card ${point.rule} ${point.level}`, [REST, about], open, body),
  );
}

function sourcesOf(rule, page, open) {
  if (!rule) return null;
  const lines = [sourcesLine(rule.sources, page), ...disputedLines(rule.disagreements ?? [])].filter(Boolean);
  if (!lines.length) return null;
  const [who, many] = sourcesInShort(rule.sources).split(/(?<=: )/);
  return fold(`sources ${rule.id}`, h("span", {}, many ? [inRoom(who), many] : who), open, lines);
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
    isPlaced(finding) && button(["Show", inRoom(" in draft")], () => act.show(finding), [], named),
    button("Ignore here", () => act.ignoreHere(finding, position), ["plain"], named),
  );
}

// A reason that two lines of a phone do not hold stands here in full.
function instead(rule, why, open) {
  const { head, rest } = firstSentence(why);
  if (!rule?.how && !rest && head.length <= LINE) return null;
  const what = DONE.includes(rule?.kind) ? "What to do" : "What to write";
  return fold(
    rule.id,
    h("span", {}, what, inRoom(" instead")),
    open,
    paragraphs(rule.how ?? ""),
    (rest || head.length > LINE) && h("div", { class: !rest && "ck-narrow" }, h("h4", {}, "Why"), paragraphs(why)),
  );
}
