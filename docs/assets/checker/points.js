// From findings to the points of a report: what one rule finds several times is one point with several places.

import { LEVELS } from "./words.js";

export const ORDERS = [
  ["importance", "By importance"],
  ["place", "By place"],
];

/** Whether a finding belongs to words of the draft. */
export const isPlaced = ({ start, end }) => start !== null && end > start;

/** Findings with what matters most first, and then as they stand in the draft. */
export function ordered(findings) {
  const rank = ({ level }) => LEVELS.indexOf(level);
  return inPlace(findings).sort((one, other) => rank(one) - rank(other));
}

/** The points of `findings`, `{rule, level, findings}`, in one of the ORDERS. */
export function pointsOf(findings, order) {
  const points = new Map();
  for (const finding of order === "place" ? inPlace(findings) : ordered(findings)) {
    const key = `${finding.rule} ${finding.level}`;
    if (points.has(key)) points.get(key).findings.push(finding);
    else points.set(key, { rule: finding.rule, level: finding.level, findings: [finding] });
  }
  return [...points.values()];
}

/** fix: something is wrong; improve: a careful editor would change something; ready: at most suggestions. */
export function verdictOf(findings) {
  const has = (level) => findings.some((finding) => finding.level === level);
  return has("error") ? "fix" : has("warning") ? "improve" : "ready";
}

/**
 * One fix that mends several findings of `draft` at once, so that one undo takes all of it back: `{label, start, end,
 * replacement, told}`. Null where fewer than two of them have a fix that nobody needs to choose.
 */
export function fixForAll(findings, draft) {
  const fixes = apart(findings.filter(({ fixes }) => fixes.length === 1).map(({ fixes: [fix] }) => fix));
  if (fixes.length < 2) return null;
  const start = fixes[0].start;
  const end = fixes.at(-1).end;
  let replacement = "";
  let done = start;
  for (const fix of fixes) {
    replacement += draft.slice(done, fix.start) + fix.replacement;
    done = fix.end;
  }
  return { label: labelOf(fixes.length, findings.length), start, end, replacement, told: `Changed in ${fixes.length} places.` };
}

function labelOf(count, all) {
  if (count < all) return `Fix ${count} of ${all}`;
  return count === 2 ? "Fix both" : `Fix all ${count}`;
}

const inPlace = (findings) => [...findings].sort((one, other) => placeOf(one) - placeOf(other) || 0);
const placeOf = ({ start }) => start ?? Infinity; // what belongs to no place comes last; Infinity - Infinity is no order

// In their order, without those that reach into the one before.
function apart(fixes) {
  const kept = [];
  for (const fix of [...fixes].sort((one, other) => one.start - other.start)) {
    if (!kept.length || fix.start >= kept.at(-1).end) kept.push(fix);
  }
  return kept;
}
