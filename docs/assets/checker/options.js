// The answers to choose from, in the words of the forms. What a fact may be is said in checker/core/fields.py.

export const UNKNOWN = ["", "Not said"];

export const STAGES = [
  ["thank-you", "Thank-you after an interview"],
  ["check-in", "Check-in while you wait"],
  ["withdraw", "Withdrawing your application"],
  ["after-decision", "Reply to their decision"],
  ["other-offer", "News of another offer"],
];

export const WAYS = [
  ["email", "Email"],
  ["online-message", "Online message"],
  ["text", "Text message"],
  ["letter", "Posted letter"],
  ["note", "Handwritten note"],
  ["phone", "Phone call"],
  ["in-person", "Visit"],
];

export const SPOKEN = ["phone", "in-person"];

/** The ways for a draft: of what is spoken, the box holds what you want to say. */
export const CHANNELS = WAYS.map(([way, label]) => [
  way,
  SPOKEN.includes(way) ? `${label} (talking points)` : label,
]);

export const PAST_STAGES = [
  ["thank-you", "A thank-you"],
  ["check-in", "A check-in"],
  ["after-decision", "A reply to their decision"],
  ["other-offer", "News of another offer"],
  ["withdraw", "A withdrawal"],
];

export const OUTCOMES = [
  UNKNOWN,
  ["none", "Nothing yet"],
  ["rejected", "They said no"],
  ["offered", "They made an offer"],
  ["closed", "They are not filling the post"],
];

export const FORMALITIES = [
  UNKNOWN,
  ["formal", "Formal"],
  ["neutral", "Neither stiff nor chummy"],
  ["relaxed", "Relaxed"],
];

export const RAPPORT = [UNKNOWN, ["good", "Well, we clicked"], ["ordinary", "As one does with strangers"]];

export const REQUESTS = [
  ["answer", "An answer"],
  ["references", "References"],
  ["samples", "Samples of your work"],
  ["availability", "When you could start or meet"],
  ["pay", "What you want to earn"],
];

// The countries that our sources write about, those with the most sources first.
export const OF_SOURCES = ["US", "GB", "CA", "AU", "IN", "DE", "FR", "HK", "NG", "NL", "SG"];
