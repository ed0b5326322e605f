// The verdict in words: what to do first, how much there is, and what it does not say.

import { LEVELS, tally } from "./words.js";

const READY = "Ready to send";
const A_FEW = 2; // warnings with which a message is still called good

/** What the heading says of `points`; `ignoredLevels` are those of the findings that the reader ignores. */
export function headingOf(points, ignoredLevels) {
  const [errors, warnings] = LEVELS.map((level) => points.filter((point) => point.level === level).length);
  if (errors) return errors === 1 ? "Fix this first" : "Fix these first";
  if (warnings > A_FEW) return "Several things to improve";
  if (warnings) return "Good, and could be better";
  return ignoredLevels.some((level) => level !== "suggestion") ? `${READY}, apart from what you ignore` : READY;
}

/** The counts in a sentence or a few; `hidden` findings are ignored, `unjudged` rules wait for facts. */
export function countsOf(points, hidden, unjudged) {
  return [
    counted(points),
    hidden && `What you ignore (${hidden}) is not counted.`,
    unjudged && `${unjudged} ${unjudged === 1 ? "rule" : "rules"} not checked, because facts are missing.`,
  ]
    .filter(Boolean)
    .join(" ");
}

/** What a verdict of one kind does not say. */
export const limitsOf = (verdict) => (verdict === "ready" ? AT_THE_END : ON_THE_WAY);

/** The verdict as it is told to whoever does not see it: "Ready to send. Nothing found." */
export function aloud(points, ignoredLevels) {
  return `${headingOf(points, ignoredLevels)}. ${counted(points)}`;
}

function counted(points) {
  const counts = tally(points);
  return `${counts[0].toUpperCase()}${counts.slice(1)}.`;
}

const AT_THE_END = "No rule stands against it. Read it once more yourself: grammar and meaning are not checked.";
const ON_THE_WAY =
  "Grammar is not checked, and of spelling only common slips. Your browser may underline misspelt words in the draft.";
