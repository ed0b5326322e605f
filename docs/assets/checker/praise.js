// What went well, in words. Most rules that are kept say only that something is absent; these say something good.

// What matters most to a reader comes first. A rule is here only if a draft cannot keep it without having done it.
const GOOD = [
  ["say-plainly-that-you-withdraw", "it says plainly that you withdraw"],
  ["say-thanks", "it says thank you"],
  ["ask-one-clear-question", "it asks a clear question"],
  ["refer-to-the-conversation", "it mentions something particular"],
  ["show-interest", "it says that you want the job"],
  ["greet-by-name", "it greets your reader by name"],
  ["say-you-enjoyed-it", "it says that you valued the conversation"],
  ["remind-them-who-you-are", "it says which job it is about"],
  ["link-the-rounds", "it links this interview to the one before"],
  ["acknowledge-they-are-busy", "it knows that they are busy"],
  ["ask-for-feedback-politely", "it asks what you could do better"],
  ["write-a-clear-subject", "its subject line is clear"],
  ["keep-it-short", "it is short"],
];
const SHOWN = 4;

/** A sentence on the best of the rules that are kept, given by their ids; "" where there is nothing to say. */
export function praise(passed) {
  const good = GOOD.filter(([id]) => passed.includes(id)).slice(0, SHOWN);
  if (!good.length) return "";
  const words = good.map(([, said]) => said);
  const last = words.pop();
  return `Good already: ${words.length ? `${words.join(", ")}, and ${last}` : last}.`;
}

/** The ids of the rules that have such words. */
export const praised = () => GOOD.map(([id]) => id);
