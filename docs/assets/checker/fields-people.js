// The questions about people: the first ones of the form, who is who, and how well you know them.

import { CHANNELS, FORMALITIES, RAPPORT, STAGES, WAYS } from "./options.js";

export const FIRST = [
  {
    path: "stage",
    kind: "choice",
    options: STAGES,
    initial: "thank-you",
    label: "What are you sending?",
    need: "what you are sending",
    reason: "Each kind of message has rules of its own.",
  },
  {
    path: "channel",
    kind: "choice",
    options: CHANNELS,
    initial: "email",
    label: "How does it go out?",
    need: "how it goes out",
    reason: "A text may be shorter than an email; a letter takes days.",
  },
  {
    path: "interview.interviewers",
    kind: "people",
    label: "Who interviewed you?",
    need: "who interviewed you",
    reason: "To check the greeting and how each name is spelt.",
  },
  {
    path: "interview.at",
    kind: "moment",
    label: "When was the interview?",
    need: "when the interview was",
    reason: "Too soon and too late depend on it. The time may stay empty.",
  },
];

export const PEOPLE = [
  {
    path: "me",
    kind: "text",
    autocomplete: "name",
    label: "Your name",
    need: "your name",
    reason: "To see that it stands at the end.",
  },
  {
    path: "recipients",
    kind: "lines",
    label: "Who gets this message?",
    need: "who gets this message",
    reason: "Names or addresses, one a line. Empty counts as whoever leads the hiring, else all who interviewed you.",
  },
  {
    path: "agency.name",
    kind: "text",
    label: "The agency, if one arranged it",
    need: "the agency, if one arranged the interview",
    reason: "With an agency in between, questions go there.",
  },
  {
    path: "agency.contact",
    kind: "text",
    label: "Your contact at the agency",
    need: "your contact at the agency",
    reason: "To see whether the message reaches them, and their name is right.",
  },
  {
    path: "their_addresses",
    kind: "lines",
    label: "Private-looking addresses that they use for work",
    need: "the addresses they write from",
    reason: "One a line. What they write from themselves is no slip.",
  },
];

export const KNOWING = [
  {
    path: "formality",
    kind: "choice",
    options: FORMALITIES,
    label: "How formal are they?",
    need: "how formal they are",
    reason: "Some words suit only a relaxed team. Not said counts as formal.",
  },
  {
    path: "rapport",
    kind: "choice",
    options: RAPPORT,
    label: "How did you get on?",
    need: "how well you got on",
    reason: "A call is easier to take from somebody one liked.",
  },
  {
    path: "their_channels",
    kind: "several",
    options: WAYS,
    none: "None of these yet",
    label: "How have they been in touch with you?",
    need: "how they have been in touch with you",
    reason: "What they use themselves is what they like to get.",
  },
];
