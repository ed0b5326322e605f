// The facts that the page asks for: what each is called, why it is asked, and where it belongs in a situation.
// `place` is where it stands on the page: beside the draft, among the facts, or folded under "More".

const STAGES = [
  ["thank-you", "Thank-you after an interview"],
  ["check-in", "Check-in while you wait"],
  ["withdraw", "Withdrawing your application"],
  ["after-decision", "Reply to their decision"],
  ["other-offer", "News of another offer"],
];

const CHANNELS = [
  ["email", "Email"],
  ["online-message", "Online message"],
  ["text", "Text message"],
  ["letter", "Posted letter"],
  ["note", "Handwritten note"],
  ["phone", "Phone call (talking points)"],
  ["in-person", "Visit (talking points)"],
];

const UNKNOWN = ["", "Not said"];

// The countries that our sources write about, those with the most sources first.
const OF_SOURCES = ["US", "GB", "CA", "AU", "IN", "DE", "FR", "HK", "NG", "NL", "SG"];

export const FIELDS = [
  {
    path: "stage",
    place: "top",
    kind: "choice",
    options: STAGES,
    initial: "thank-you",
    label: "What are you sending?",
    reason: "Each kind of message has rules of its own.",
  },
  {
    path: "channel",
    place: "top",
    kind: "choice",
    options: CHANNELS,
    initial: "email",
    label: "How does it go out?",
    reason: "A text may be shorter than an email; a letter takes days.",
  },
  {
    path: "interview.interviewers",
    place: "facts",
    kind: "names",
    label: "Who interviewed you",
    need: "who interviewed you",
    reason: "To check the greeting and the spelling. One name a line.",
  },
  {
    path: "me",
    place: "facts",
    kind: "text",
    autocomplete: "name",
    label: "Your name",
    need: "your name",
    reason: "To see that it stands at the end.",
  },
  {
    path: "company",
    place: "facts",
    kind: "text",
    label: "Company",
    need: "the company’s name",
    reason: "So that its name counts neither as a detail of your talk nor as slang.",
  },
  {
    path: "position",
    place: "facts",
    kind: "text",
    label: "Position",
    need: "the position",
    reason: "To see whether a busy reader can tell what it is about.",
  },
  {
    path: "interview.at",
    place: "facts",
    kind: "moment",
    label: "When the interview was",
    need: "when the interview was",
    reason: "Too soon and too late both depend on it. The time may stay empty.",
  },
  {
    path: "interview.decision_by",
    place: "facts",
    kind: "date",
    label: "Decision promised by",
    need: "the date they promised",
    reason: "While their date has not passed, a check-in comes too early.",
  },
  {
    path: "now",
    place: "facts",
    kind: "moment",
    clock: true,
    label: "When you will send it",
    need: "when you will send it",
    reason: "Filled in from your clock. Change it if you send it later.",
  },
  {
    path: "formality",
    place: "more",
    kind: "choice",
    options: [UNKNOWN, ["formal", "Formal"], ["neutral", "Neither stiff nor chummy"], ["relaxed", "Relaxed"]],
    label: "How formal they are",
    need: "how formal they are",
    reason: "Some words that suit a relaxed team do not suit a formal one. Not said counts as formal.",
  },
  {
    path: "country",
    place: "more",
    kind: "country",
    first: OF_SOURCES,
    label: "Country of the employer",
    need: "the employer’s country",
    reason: "For public holidays; without it only weekends are known.",
  },
  {
    path: "whole_email",
    place: "more",
    kind: "yesno",
    label: "Is the subject line in your draft?",
    need: "whether the subject line is in your draft",
    reason: "If the draft is the whole email, a missing subject can be told from one left out.",
  },
  {
    path: "sent",
    place: "more",
    kind: "history",
    label: "Sent since the interview, without an answer",
    need: "what you have sent already",
    reason: "Too many messages, or too close together, tire the reader.",
  },
  {
    path: "their_channels",
    place: "more",
    kind: "several",
    options: [
      ["email", "Email"],
      ["online-message", "Online message"],
      ["text", "Text"],
      ["phone", "Phone"],
    ],
    label: "How they have been in touch with you",
    need: "how they have been in touch with you",
    reason: "What they use themselves is what they like to get.",
  },
  {
    path: "other_notes",
    place: "more",
    kind: "note",
    label: "Your note to another interviewer",
    need: "your note to another interviewer",
    reason: "People compare notes. Paste it, and the checker sees whether the two are too much alike.",
  },
  {
    path: "application",
    place: "more",
    kind: "long",
    label: "Your CV or cover letter",
    need: "your CV or cover letter",
    reason: "To find passages that they have read before.",
  },
];

// Facts that the engine may ask for and that this page has no field for.
const OTHER_NEEDS = {
  recipients: "who gets this message",
  rapport: "how well you got on",
  agency: "the agency, if one arranged the interview",
  invited_to_drop_in: "whether they invited you to drop in",
  invited_to_connect: "whether they asked to connect",
  asked_for: "what they asked you to send",
  reply_needed_by: "by when they need an answer",
  employer_limit: "whether they set a limit on contact",
  decision: "what they decided",
  process_closed: "whether the process is closed",
  attachments: "what you attach",
  their_addresses: "the addresses they write from",
};

/** The field of a fact. */
export const fieldOf = (path) => FIELDS.find((field) => field.path === path);

/** The field that would answer a need, or the words for one that no field answers: `{field, words}`. */
export function answerTo(need) {
  const field = FIELDS.find(({ path }) => need === path || need.startsWith(`${path}.`) || path.startsWith(`${need}.`));
  const root = need.split(".")[0];
  return { field, words: field?.need ?? field?.label ?? OTHER_NEEDS[root] ?? need.replace(/[._]/g, " ") };
}

/** What stands in a field before anybody has touched it. */
export function initialValue(field) {
  if (field.kind === "moment") return { date: "", time: "" };
  if (field.kind === "history") return { what: "", last: "" };
  if (field.kind === "several") return [];
  return field.initial ?? "";
}
