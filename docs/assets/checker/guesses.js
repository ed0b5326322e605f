// What a draft says of the facts around it: whom it greets, who signs, the company, the kind of message. These are
// guesses, to be offered and never to be taken for granted; where a draft is not plain, nothing is guessed.

import { datesIn } from "./guessed-dates.js";
import { together } from "./names.js";
import { ownLines } from "./quoted.js";
import { senderOf } from "./quoted-sender.js";
import { clock } from "./situation.js";

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|herr|frau)$/i;
const NO_NAMES = new Set(
  (
    "sir madam sirs all everyone everybody team hiring manager committee panel recruiter recruitment hr there folks " +
    "colleagues ladies gentlemen department staff human resources selection board whom thank thanks i it we my just " +
    "hope the a an and to morning afternoon evening again good"
  ).split(" "),
);
const NO_COMPANIES = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august " +
    "september october november december christmas easter noon midnight i you your our my the this that a an"
  ).split(" "),
);

const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}'’‐-]*\.?`;
const NAME = new RegExp(
  String.raw`^(?:${NAME_WORD}|(?:van|von|der|de|da|del|di|la|el|al|bin|ter|ten)(?=\s))(?:\s+(?:${NAME_WORD}|(?:van|von|der|den|de|da|del|di|la|el|al|bin|ter|ten)(?=\s)))*`,
  "u",
);
const GREETING = /^(?:dear|hello|hi|hey|greetings|good (?:morning|afternoon|evening))(?:\s+|,\s+)(?=\p{L})/iu;
const SIGN_OFF =
  /^(?:(?:with |many |my )*(?:kind|kindest|best|warm|warmest|friendly)?\s?(?:regards|wishes)|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|yours|best|all the best|cheers|(?:many |with )?thanks(?: again)?|thank you(?: again)?|respectfully|cordially|warmly|gratefully)(?:[,.!]|$)/iu;

const COMPANY_WORD = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’&-]*(?:\.(?=\p{L}))?`;
const COMPANY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])at\s+(?:the\s+)?(${COMPANY_WORD}(?:\s+(?:(?:of|of the|de|&|\+)\s+)?${COMPANY_WORD})*)`,
  "gu",
);
const POSITION =
  /(?<!\p{L})(?:the|your|a|an)\s+((?:\p{Lu}[\p{L}\p{M}&/-]*\s+(?:(?:of|and)\s+(?=\p{Lu}))?){1,5})(?:position|role|post|vacancy|job|opening)(?!\p{L})/u;

// The first that matches counts: a withdrawal may well mention an offer, and an answer to an offer gives thanks. What
// follows a stage and its words rules them out: "I wanted to follow up on our talk and thank you" checks in on nothing.
const STAGES = [
  [
    "withdraw",
    /\bwithdraw(?:ing|al)?\b|\btake (?:my name|me) (?:out|off)\b|\bno longer (?:wish|want|like) to be considered\b|\bremove (?:me|my name|my application) from\b|\baccepted (?:an|another|a different) (?:offer|job|post|position|role)\b/i,
  ],
  [
    "after-decision",
    /\b(?:accept(?:ing)?|declin(?:e|ing)|thank(?:s| you) (?:so much |very much )?for) (?:your|the|this) (?:kind |generous |job )?offer\b(?! to\b| of a\b| from an| elsewhere)|\b(?:not (?:been )?(?:selected|chosen|successful)|unsuccessful|another candidate|someone else for)\b|\bletting me know (?:about|of) your decision\b/i,
  ],
  [
    "other-offer",
    /\b(?:another|other|competing|second|different) (?:job )?offer\b|\boffer from another\b|\boffer(?:ed)? (?:\S+ ){0,4}elsewhere\b/i,
  ],
  [
    "check-in",
    /\bheard? back\b|\b(?:not|haven['’]t|never) (?:yet )?heard\b|\bcheck(?:ing)? in\b|\b(?:is there|are there|have you|if there (?:is|are)) (?:any|an) (?:news|updates?)\b|\bstatus of my application\b|\bwhere things stand\b|\bhas a decision\b|\bstill (?:waiting|being considered)\b|\b(?:nobody|no[- ]one) (?:has|had) (?:yet )?(?:written|replied|answered|called|been in touch|got(?:ten)? back)\b/i,
  ],
  [
    "check-in",
    /\bfollow(?:ing)? up\b|\bhow (?:do )?things stand\b|\bwas told (?:that )?I(?: would|['’]d) (?:have|hear|get|know)\b|\bwhen (?:do )?you (?:expect|hope|plan) to (?:decide|have|make)\b/i,
    /\bthank/i,
  ],
];

/**
 * What the draft tells: a list of {path, value, shown}, `value` as it stands in the form, `shown` in words. `today` is a
 * date, "2026-03-04": a date without its year is the one nearest to it.
 */
export function guessesFrom(draft, today = clock().date) {
  const lines = wordsOf(draft);
  const greeted = greetedNames(lines).map((name) => senderOf(draft, name) ?? { name });
  const names = greeted.map(({ name }) => name);
  const text = lines.join("\n");
  return [
    ["interview.interviewers", greeted.length > 0 && greeted, together(names)],
    ...datesIn(draft, today),
    ["me", signature(lines)],
    ["company", company(text, names)],
    ["position", POSITION.exec(text)?.[1].trim().replace(/\s+/g, " ")],
    ["stage", STAGES.find(([, words, unless]) => words.test(text) && !unless?.test(text))?.[0]],
  ]
    .filter(([, value]) => value)
    .map(([path, value, shown = value]) => ({ path, value, shown }));
}

// The writer's own lines: without the subject, and without the mail that is being answered.
const wordsOf = (draft) =>
  ownLines(draft)
    .map(({ text }) => plain(text))
    .filter((line, place) => line && !(place === 0 && /^subject:/i.test(line)));

const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ").replace(/[\u200b\ufeff]/g, "").trim();

/** The people whom the first line greets: "Dear Dr Osei and Dana Ortiz," names two. */
function greetedNames([line = ""]) {
  const greeting = GREETING.exec(line);
  if (!greeting) return [];
  const names = [];
  let rest = line.slice(greeting[0].length);
  for (let found = NAME.exec(rest); found; found = NAME.exec(rest)) {
    const after = rest.slice(found[0].length);
    const next = /^\s*(?:,\s*and\s+|,\s*|\s+and\s+|\s*&\s*|[-–—:;!.]|$)/u.exec(after);
    const name = found[0].replace(/(?<!^(?:mr|mrs|ms|dr|prof))\.$/i, "");
    if (!next || !isName(name)) break;
    names.push(name);
    if (!/[,&]|and/.test(next[0])) break;
    rest = after.slice(next[0].length);
  }
  return names;
}

function isName(text) {
  const words = text.split(/\s+/).map((word) => word.replace(/\.$/, ""));
  return words.length <= 5 && words.some((word) => !TITLE.test(word)) && !words.some((word) => isIn(NO_NAMES, word));
}

const isIn = (words, word) => words.has(word.toLowerCase());

// The name below the sign-off; without a sign-off, a last line that is nothing but a name.
function signature(lines) {
  const place = lines.findLastIndex((line) => SIGN_OFF.test(line));
  const same = place >= 0 ? lines[place].replace(SIGN_OFF, "").trim() : "";
  const line = place >= 0 ? same || lines[place + 1] || "" : lines.length > 1 ? lines.at(-1) : "";
  const name = NAME.exec(line)?.[0] ?? "";
  const whole = name === line.replace(/[,!]$/, "") && !GREETING.test(line);
  return whole && name.split(/\s+/).length <= 4 && isName(name) ? name.replace(/(?<=\p{L}{2})\.$/u, "") : "";
}

// What is named most often after "at"; of equals, the first.
function company(text, people) {
  const named = [...text.matchAll(COMPANY)].map(([, name]) => name.replace(/['’]s$/, ""));
  const possible = named.filter((name) => !isIn(NO_COMPANIES, name.split(/\s/)[0]) && !people.includes(name));
  const count = (name) => possible.filter((other) => other === name).length;
  return [...possible].sort((one, other) => count(other) - count(one))[0];
}
