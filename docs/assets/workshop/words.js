// What the workshop's page says of itself, and what it asks before something is lost.

/** At its head. */
export const PROMISE =
  "What you write stays in this browser, until you go to GitHub yourself. The rule is read and tried here, on your own machine.";

/** About keeping. */
export const KEPT = {
  what: "Remember my work on this device",
  why: "So that you find it here next time. It is kept in this browser only, readable for whoever uses it. Better not on a shared computer.",
  sure: {
    title: "Forget everything?",
    text: "All that you wrote here goes: the rules that you changed, the new one, and your message. This cannot be undone.",
    yes: "Forget everything",
    no: "Keep it",
  },
};

export const START_OVER = {
  title: "Start over?",
  text: "The new rule that you began is lost, and an empty one takes its place.",
  yes: "Start over",
  no: "Keep it",
};

export const UNDO_ALL = {
  title: "Undo all changes?",
  text: "What you wrote in this box is lost, and it shows again what it began with.",
  yes: "Undo all",
  no: "Keep them",
};

/** Pages that help, with what they are about. */
export const HELP = [
  ["contribute/rule-file/", "What a rule file holds"],
  ["contribute/phrases/", "What to look for"],
  ["contribute/conditions/", "When a rule applies"],
];

const GAVE_UP = {
  read: "Reading took too long, and was given up. Change the last thing that you wrote, and it is tried again",
  prove: "Trying the examples took too long, and was given up: look for a regular expression that repeats without end",
  sweep: "Reading the letters took too long, and was given up",
  cost: "Measuring the rule’s cost took too long, and was given up: a regular expression or a phrase is too slow",
};

/** What is said when a question of that kind was given up. */
export const gaveUp = (kind) => GAVE_UP[kind] ?? "Something took too long, and was given up";
