// The questions about the course of things: dates, what they told you, what was written, and what you applied with.

import { OF_SOURCES, OUTCOMES, REQUESTS } from "./options.js";

export const DATES = [
  {
    path: "now",
    kind: "moment",
    clock: true,
    label: "When will you send it?",
    need: "when you will send it",
    reason: "Filled in from your clock. Change it if you send it later.",
  },
  {
    path: "interview.decision_by",
    kind: "date",
    label: "Decision promised by",
    need: "the date they promised",
    reason: "While their date has not passed, a check-in comes too early.",
  },
  {
    path: "interview.round",
    kind: "number",
    least: 1,
    label: "Which round was it?",
    need: "which round it was",
    reason: "1 for the first. From the second on, each round is thanked for.",
  },
  {
    path: "reply_needed_by",
    kind: "moment",
    label: "By when do they need an answer?",
    need: "by when they need an answer",
    reason: "What is urgent may go out sooner, and on any day.",
  },
  {
    path: "country",
    kind: "country",
    first: OF_SOURCES,
    label: "Country of the employer",
    need: "the employer’s country",
    reason: "For public holidays; without it only weekends are known.",
  },
];

export const TOLD = [
  {
    path: "decision",
    kind: "outcome",
    options: OUTCOMES,
    label: "What have they decided?",
    need: "what they decided",
    reason: "An offer and a no are answered differently.",
  },
  {
    path: "process_closed",
    kind: "yesno",
    label: "Is the hiring over?",
    need: "whether the hiring is over",
    reason: "Some things may wait until then, such as asking to connect.",
  },
  {
    path: "asked_for",
    kind: "several",
    options: REQUESTS,
    none: "Nothing",
    label: "What did they ask you for?",
    need: "what they asked you to send",
    reason: "What they asked for belongs into the message, pay included.",
  },
  {
    path: "employer_limit.messages",
    kind: "number",
    least: 0,
    label: "How many messages do they allow?",
    need: "whether they set a limit on contact",
    reason: "0 if they asked not to be contacted. Empty if they set no limit.",
  },
  {
    path: "employer_limit.not_before",
    kind: "date",
    label: "Not before which day?",
    need: "until when they asked you to wait",
    reason: "If they asked you to wait until a day, that comes first.",
  },
  {
    path: "invited_to_drop_in",
    kind: "yesno",
    label: "Did they invite you to drop in?",
    need: "whether they invited you to drop in",
    reason: "Without that, a visit takes them by surprise.",
  },
  {
    path: "invited_to_connect",
    kind: "yesno",
    label: "Did they ask to connect on a network?",
    need: "whether they asked to connect",
    reason: "If they did, you may bring it up.",
  },
];

export const MESSAGES = [
  {
    path: "sent",
    kind: "log",
    label: "What have you sent since the first interview?",
    need: "what you have sent already",
    reason: "Too many messages, or too close together, tire the reader.",
  },
  {
    path: "other_notes",
    kind: "notes",
    label: "Your notes to the other interviewers",
    need: "your notes to the other interviewers",
    reason: "People compare notes. Paste them to see whether two are too much alike.",
  },
];

export const APPLICATION = [
  {
    path: "position",
    kind: "text",
    label: "Position",
    need: "the position",
    reason: "To see whether a busy reader can tell what it is about.",
  },
  {
    path: "company",
    kind: "text",
    label: "Company",
    need: "the company’s name",
    reason: "To see that you write its name as they do.",
  },
  {
    path: "whole_email",
    kind: "yesno",
    no: "No, only the text",
    label: "Is your draft the whole email?",
    need: "whether your draft is the whole email",
    reason: "Then a subject line that is missing can be told from one left out.",
  },
  {
    path: "attachments",
    kind: "lines",
    none: "Nothing is attached",
    label: "What do you attach?",
    need: "what you attach",
    reason: "One a line. A file that is promised has to be there.",
  },
  {
    path: "application",
    kind: "long",
    label: "Your CV or cover letter",
    need: "your CV or cover letter",
    reason: "To find passages that they have read before.",
  },
];
