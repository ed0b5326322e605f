// What the planner asks: the checker's facts in the words of this page, and a few more. `place` is where it stands:
// asked at once, or folded under "More".

import { fieldOf } from "../checker/fields.js";

const OUTCOMES = [
  ["", "Not said"],
  ["none", "Nothing yet"],
  ["rejected", "They said no"],
  ["offered", "They made an offer"],
  ["closed", "They are not filling the post"],
];

export const QUESTIONS = [
  {
    ...fieldOf("interview.at"),
    place: "first",
    label: "When was the interview?",
    reason: "Everything counts from that day. The time may stay empty.",
  },
  {
    ...fieldOf("interview.decision_by"),
    place: "first",
    label: "By when did they hope to decide?",
    reason: "If they gave a date, the wait is as long as that. Leave it empty if they gave none.",
  },
  {
    path: "decision",
    place: "first",
    kind: "choice",
    options: OUTCOMES,
    label: "What have they decided?",
    reason: "After a decision there is something else to write, or nothing.",
  },
  {
    ...fieldOf("country"),
    place: "first",
    label: "In which country are they?",
    reason: "For its public holidays. Without it only weekends are known.",
  },
  {
    ...fieldOf("channel"),
    place: "more",
    label: "How will you write?",
    reason: "A call or a visit needs office hours.",
  },
  {
    path: "employer_limit.not_before",
    place: "more",
    kind: "date",
    label: "Did they ask you to wait until a day?",
    reason: "What they ask comes before any general advice.",
  },
  {
    ...fieldOf("company"),
    place: "more",
    reason: "For the titles in your calendar. Leave it empty if others see your calendar.",
  },
];
