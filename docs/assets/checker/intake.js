// The head of a pasted email, "From: … To: … Subject: …", as mail programs write it above the text: what it tells of
// the facts, and the draft without it.

const NAMES = {
  from: "from|von|de|van|fra|från|od",
  to: "to|an|à|para|aan|til|till|do",
  copy: "cc|bcc|kopie|copie",
  date: "date|sent|gesendet|datum|envoyé|enviado|fecha|data|verzonden|inviato|sendt|skickat|dato",
  reply: "reply-to|antwort an",
  subject: "subject|betreff|objet|asunto|oggetto|onderwerp|assunto|emne|ämne|temat",
  other: "importance|priority|attachments?|message-id|mime-version|content-type|received|return-path|delivered-to|x-[\\w-]+",
};
const LINE = new RegExp(
  `^[*_]{0,2}(?:${Object.entries(NAMES)
    .map(([name, words]) => `(?<${name}>${words})`)
    .join("|")})\\s?:[*_]{0,2}[ \\t\\u00a0]*(?<value>.*)$`,
  "i",
);
const WORDS = { from: "From", to: "To", copy: "Cc", date: "Date", reply: "Reply-To", other: "technical lines" };

/** The head that `text` begins with: `{end, subject, to, left}`, or null. `left` are the words for what is no subject. */
export function headOf(text) {
  const found = {};
  let end = 0;
  let last = "";
  for (const [line] of text.matchAll(/.*(?:\r?\n|$)/g)) {
    const bare = line.replace(/[\r\n]+$/, "");
    const groups = LINE.exec(bare)?.groups;
    if (groups) {
      last = Object.keys(WORDS).concat("subject").find((name) => groups[name]);
      found[last] ??= groups.value.trim();
    } else if (last && /^[ \t]+\S/.test(bare)) {
      found[last] += ` ${bare.trim()}`; // a long line, folded
    } else if (bare.trim() || (last && !continues(text.slice(end + line.length)))) {
      if (!bare.trim()) end += line.length;
      break;
    }
    end += line.length;
    if (end >= text.length) break;
  }
  const left = Object.keys(WORDS).filter((name) => name in found);
  // One such line alone may be the writer's own: "To: Dana" above a note. A head without a text is no draft.
  if (!left.length || Object.keys(found).length < 2 || !text.slice(end).trim()) return null;
  return { end, subject: found.subject, to: found.to ?? "", left: left.map((name) => WORDS[name]) };
}

// Some programs put empty lines between the lines of a head.
const continues = (text) => LINE.test(text.trimStart().split(/\r?\n/, 1)[0]);

/** What is to stand in the place of the head. */
export const kept = ({ subject }) => (subject === undefined ? "" : `Subject: ${subject}\n\n`);

/** Facts that a head tells of, as the form holds them: a list of {path, value, shown}. */
export function factsOf({ to }) {
  const names = to
    .split(/[;,](?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((each) => each.replace(/<[^>]*>|["']|\(.*?\)/g, "").trim() || each.replace(/[<>]/g, "").trim())
    .filter(Boolean);
  return [
    { path: "whole_email", value: "yes", shown: "Yes" },
    ...(names.length ? [{ path: "recipients", value: { text: names.join("\n"), none: false }, shown: names.join(", ") }] : []),
  ];
}

/** "From, To and Date were left out; the subject line stays." */
export function told({ left, subject }) {
  const list = left.length > 1 ? `${left.slice(0, -1).join(", ")} and ${left.at(-1)}` : left[0];
  const verb = left.length > 1 || left[0] === WORDS.other ? "were" : "was";
  return `${list[0].toUpperCase()}${list.slice(1)} ${verb} left out${subject === undefined ? "." : "; the subject line stays."}`;
}
