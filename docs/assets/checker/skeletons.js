// Messages to start from: facts in their places, blanks for the words. They are data, rules/skeletons.yml, fetched when
// somebody wants one.

import { together } from "./names.js";

const GROUPS = { email: "written", letter: "written", note: "written", "online-message": "message", text: "message" };
const SLOT = /\{([a-z]+)\}/g;
const WEEK = 6 * 86400000;

let loading = null;

/** All of rules/skeletons.yml: `{facts, questions, skeletons}`. Rejects where it cannot be fetched. */
export function loadSkeletons() {
  loading ??= fetch(new URL("../checker/skeletons.json", import.meta.url))
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(new Error(answer.statusText))))
    .catch((error) => {
      loading = null; // the next time may go better
      throw error;
    });
  return loading;
}

/** The skeletons for a stage and a channel. */
export const skeletonsFor = ({ skeletons }, stage, channel) =>
  skeletons.filter((each) => each.stage === stage && each.group === (GROUPS[channel] ?? "spoken"));

/** The names of the facts and answers that a skeleton has places for. */
export const slotsOf = ({ text }) => new Set([...text.matchAll(SLOT)].map(([, name]) => name));

/** The words for the facts of a situation that are known; `today` is a date. */
export function factsIn(situation, today = new Date()) {
  const names = (situation.interview?.interviewers ?? []).map(({ name }) => name);
  return {
    name: together(names),
    me: situation.me,
    company: situation.company,
    position: situation.position,
    day: situation.interview?.at && dayOf(situation.interview.at, situation.country, today),
  };
}

/** The draft: `known` are words for facts, `answers` what was answered to the questions, both by name. */
export function fillIn(skeleton, { facts }, known, answers, channel) {
  const text = channel === "email" ? skeleton.text : skeleton.text.replace(/^Subject:.*\n+/, "");
  return text
    .replace(SLOT, (_, name) => {
      if (name in facts) return known[name] || facts[name];
      const answer = (answers[name] ?? "").replace(/[[\]{}<>«»~\s]+/g, " ").trim();
      return answer ? `: ${answer}` : "";
    })
    .trim();
}

// The weekday while that is plain, then the date in the order of the employer's country.
function dayOf(at, country, today) {
  const [year, month, day] = at.split("T")[0].split("-").map(Number);
  const date = new Date(year, month - 1, day);
  const ago = new Date(today.getFullYear(), today.getMonth(), today.getDate()) - date;
  const form = ago > 0 && ago <= WEEK ? { weekday: "long" } : { day: "numeric", month: "long" };
  return date.toLocaleDateString(country === "US" ? "en-US" : "en-GB", form);
}
