// What the planner asks: some of the checker's facts in the words of this page. `place` is where it stands: asked at
// once, or folded under "More".

import { fieldOf } from "../checker/fields.js";

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
    ...fieldOf("decision"),
    place: "first",
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
    ...fieldOf("employer_limit.not_before"),
    place: "more",
    label: "Did they ask you to wait until a day?",
    reason: "What they ask comes before any general advice.",
  },
  {
    ...fieldOf("company"),
    place: "more",
    reason: "For the titles in your calendar. Leave it empty if others see your calendar.",
  },
];
