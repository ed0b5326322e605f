// A draft as a message to send: its subject and the rest, the link that hands it to a mail program, a file's name.

// As checker/core/parts.py knows them. An answer's "Re:" belongs to the subject itself.
const SUBJECT = /^[*_]{0,2}(?:subject(?: line)?|sub)\s*:[*_]{0,2}[ \t\u00a0]*(.*)$/i;
const ANSWER = /^(?:re|aw|sv|fwd?|wg)\s*:.*$/i;
const LONGEST_LINK = 1800; // characters; some systems cut what is longer, without a word

/** `{subject, body}` of a draft; the subject is "" where its first line is none. */
export function partsOf(draft) {
  const [first, ...rest] = draft.trimStart().split("\n");
  const subject = first.match(SUBJECT)?.[1] ?? first.match(ANSWER)?.[0];
  if (subject === undefined) return { subject: "", body: draft };
  return { subject: subject.trim(), body: rest.join("\n").replace(/^\s*\n/, "") };
}

/** The link that opens a message in a mail program, addressed `to` whom is known; null where it would be too long to arrive whole. */
export function mailLink({ subject, body }, to = []) {
  const part = (name, text) => text && `${name}=${encodeURIComponent(whole(text).replace(/\r?\n/g, "\r\n"))}`;
  const link = `mailto:${to.map(encodeAddress).join(",")}?${[part("subject", subject), part("body", body.trimEnd())].filter(Boolean).join("&")}`;
  return link.length <= LONGEST_LINK ? link : null;
}

const encodeAddress = (address) => encodeURIComponent(whole(address)).replace(/%40/g, "@");

// Half a character, as a cut-off paste may leave it, cannot stand in a link.
const whole = (text) => text.replace(/\p{Surrogate}/gu, "\ufffd");

/** "86 words". */
export function lengthOf(text) {
  const count = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return count === 1 ? "1 word" : `${count} words`;
}
