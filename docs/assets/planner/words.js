// What each step is called and where more is said about it; how its state is put; and the plan in one line.

import { dayInWords, dayOf, inWords, timeOf } from "./dates.js";

export const STATES = {
  done: "Done",
  now: "Now",
  later: "Later",
  missed: "Late",
  unknown: "Not known yet",
  blocked: "Not now",
};

/** The words of each kind of step: a title that can be told to somebody, a line on it, pages of this site. */
const STEPS = {
  notes: {
    title: "Write down what you talked about",
    line: "The names, one detail that stayed with you, and what happens next. Your messages will need them.",
    pages: [["rules/write-notes-at-once/", "What to write down"]],
  },
  "thank-you": {
    title: "Send your thank-you",
    line: "A few lines: thanks, one thing that you talked about, your interest.",
    pages: [["guide/thank-you/", "How to write it"]],
  },
  "their-date": {
    title: "Wait for their date",
    line: "Until that day has passed, nothing is expected of you.",
    lacking: "If they told you by when they hope to decide, fill it in. The check-in then waits for that day.",
    pages: [["guide/waiting/", "While you wait"]],
  },
  "check-in": {
    title: "Check in once",
    again: "Check in again",
    line: "One short message with one question: when they expect to decide.",
    pages: [["guide/checking-in/", "How to ask"]],
  },
  rest: {
    title: "Let it rest",
    line: "You have done your part. Use the time for your other applications.",
    lacking: "They have answered you. If they named a new date, fill it in, and the plan goes on from there.",
    pages: [["guide/when-to-stop/", "When to stop"]],
  },
  "answer-decision": {
    title: "Answer their no",
    line: "Two or three kind sentences do.",
    pages: [["guide/after-a-no/", "After a no"]],
  },
  "answer-offer": {
    title: "Answer their offer",
    line: "Thank them first. If you need time to decide, say when they will hear from you.",
    pages: [["rules/say-thanks/", "Say thanks"]],
  },
};

/**
 * The words of a step, `{title, line, lacking, pages}`; `lacking` takes the place of the line where their date is
 * missing. `decision` is what the employer has decided.
 */
export function wordsOf({ id }, decision) {
  const [, kind, again] = id.match(/^(.*?)(-\d+)?$/); // a further check-in is "check-in-2"
  if (kind === "answer-decision" && decision === "offered") return STEPS["answer-offer"];
  return again ? { ...STEPS[kind], title: STEPS[kind].again } : STEPS[kind];
}

/** When to act on a step, `{label, words}`, or null where there is no such moment. */
export function actAt({ state, best, next }, now) {
  const at = next ?? best;
  if (!at) return null;
  const label = state === "missed" ? "Send it" : "Best";
  if (next && next <= now) return { label, words: "now" };
  return { label, words: [dayInWords(at, now), timeOf(at) && `from ${timeOf(at)}`].filter(Boolean).join(", ") };
}

/** The step that matters most at `now`: what is due, else what comes next. Undefined where nothing is left. */
export function mostUrgent(steps, now) {
  const due = steps.filter((step) => isDue(step, now));
  const ahead = steps.filter(({ state, stage, next }) => stage && next && state !== "done");
  const [next] = ahead.sort((one, other) => (one.next < other.next ? -1 : 1));
  return (
    due.find(({ stage }) => stage) ??
    due.find(({ id, best }) => id === "notes" && dayOf(best) === dayOf(now)) ??
    next ??
    due.find(({ id }) => id !== "notes") ?? // what one can write down days later is no news
    steps.find(({ state }) => state === "blocked") ??
    steps.find(({ state, stage }) => state === "unknown" && stage)
  );
}

/** Whether a step is for `now`. What is better sent tomorrow is not, although today would be in time. */
export function isDue({ state, next }, now) {
  if (state === "missed") return Boolean(next) && next <= now;
  return state === "now" && (!next || next <= now);
}

/** The plan in one line. `now` is the moment that it was made for, `decision` what the employer has decided. */
export function headline(steps, now, decision) {
  const step = mostUrgent(steps, now);
  if (!step) return "Nothing is left to send";
  if (step.state === "blocked") return "Send nothing for now";
  if (step.state === "unknown") return "One more fact is needed";
  const { title } = wordsOf(step, decision);
  const what = `${title[0].toLowerCase()}${title.slice(1)}`;
  if (isDue(step, now)) return `Now: ${what}`;
  return dayOf(step.next) === dayOf(now) ? `Today: ${what}` : `Next: ${what}, on ${dayInWords(step.next, now)}`;
}

/** How much time there is for a step, in a sentence; "" where nothing can be said. */
export function timeLeft(step, now) {
  if (step?.state === "missed") return "It is not too late.";
  if (step?.latest > now) return `In time until ${inWords(step.latest, now)}.`;
  return step?.state === "later" ? "Until then nothing is expected of you." : "";
}
