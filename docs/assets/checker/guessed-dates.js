// Dates that a draft, or the mail that it answers, tells of: when the interview was, and by when they meant to decide.
// Numbers such as 3/11 mean another day in another country, so only dates with the month in words are read.

import { dateInWords } from "../planner/dates.js";
import { linesOf } from "./quoted.js";

const MONTHS = "january february march april may june july august september october november december".split(" ");
const MONTH = String.raw`(?<month>${MONTHS.map((name) => `${name}|${name.slice(0, 3)}`).join("|")}|sept)\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const WEEKDAY = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?|the\s+)?`;
const YEAR = String.raw`(?:,?\s+(?<year>20\d\d))?`;
const dateAfter = (words) => [
  new RegExp(String.raw`${words}\s+${WEEKDAY}${DAY}\s+(?:of\s+)?${MONTH}${YEAR}(?![\p{L}\p{N}])`, "iu"),
  new RegExp(String.raw`${words}\s+${WEEKDAY}${MONTH}\s+${DAY}${YEAR}(?![\p{L}\p{N}])`, "iu"),
];

const BY = String.raw`(?<!\p{L})(?:by|before|until|no later than)`;
const THEIRS = // in the writer's own words: "You said you would let me know by 23 November"
  dateAfter(
    String.raw`(?<!\p{L})(?:you|they|your team|[Dd]r \p{L}+)(?:\s+had|\s+have)?\s+(?:said|mentioned|told|hoped|hope|expected|expect|planned|plan|promised|wrote|explained|indicated|were going|would|aimed|intended)(?!\p{L})[^.!?\n]{0,90}?${BY}`,
  );
const TOLD = // in theirs: "We will let you know by 23 November"
  dateAfter(
    String.raw`(?<!\p{L})(?:we|i|you)(?:['’]ll)?\s+(?:will|shall|hope|expect|plan|aim|intend|should|would|let|be|get|decide|make)(?!\p{L})[^.!?\n]{0,90}?${BY}`,
  );
const MET = dateAfter(
  String.raw`(?<!\p{L})(?:interview(?:ed)?|met|meet|meeting|conversation|talk(?:ed)?|spoke|speaking|call|visit(?:ed)?)(?!\p{L})[^.!?\n]{0,60}?(?<!\p{L})on`,
);
const ASKS = /(?<!\p{L})(?:please|could you|can you|would you|i need|i expect|i would (?:like|appreciate)|unless)(?!\p{L})/iu;
const NEAR = 200 * 86400000;

/** What the dates tell, a list of [path, value, shown]; `today` is a date, "2026-03-04". */
export function datesIn(draft, today) {
  const lines = linesOf(draft);
  const own = sentences(lines.filter(({ quoted }) => !quoted));
  const theirs = sentences(lines.filter(({ quoted }) => quoted));
  const met = first(own, MET, today, (day) => day <= today) ?? first(theirs, MET, today, (day) => day <= today);
  const promised =
    first(own.filter((sentence) => !ASKS.test(sentence)), THEIRS, today, () => true) ?? first(theirs, TOLD, today, () => true);
  return [
    ["interview.at", met && { date: met, time: "" }, met && dateInWords(met)],
    ["interview.decision_by", promised, promised && dateInWords(promised)],
  ];
}

function first(sentences, patterns, today, fits) {
  for (const sentence of sentences) {
    for (const pattern of patterns) {
      const found = pattern.exec(sentence)?.groups;
      const day = found && dayOf(found, today);
      if (day && fits(day)) return day;
    }
  }
  return undefined;
}

// "2026-11-23"; undefined for a day that no calendar has. Without a year it is the one nearest to today.
function dayOf({ day, month, year }, today) {
  const number = MONTHS.findIndex((name) => name.startsWith(month.toLowerCase().slice(0, 3)));
  const years = year ? [Number(year)] : [-1, 0, 1].map((more) => Number(today.slice(0, 4)) + more);
  const away = (date) => Math.abs(new Date(date) - new Date(today));
  const [nearest] = years.map((each) => iso(each, number, Number(day))).filter(Boolean).sort((one, other) => away(one) - away(other));
  return nearest && (year || away(nearest) < NEAR) ? nearest : undefined;
}

function iso(year, month, day) {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCDate() === day && date.getUTCMonth() === month ? date.toISOString().slice(0, 10) : "";
}

// Those that have a figure, as every date has. Lines of one paragraph run on into each other, so a sentence may begin on
// one and end on the next.
const sentences = (lines) =>
  lines
    .map(({ text, afterBlank }) => (afterBlank ? "\n" : " ") + text.replace(/^(?:>\s*)+/, ""))
    .join("")
    .split(/(?<=[.!?])\s+|\n/)
    .map((each) => each.trim())
    .filter((each) => /\d/.test(each));
