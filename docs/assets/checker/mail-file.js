// Files that hold a draft: an email as mail programs save it (.eml), or plain text. Read here, in the browser; the
// library for emails comes from this site, and only when somebody opens one.

import { textOfHtml } from "./html-text.js";

const LARGEST = 10_000_000; // bytes: an email with a CV or two attached
const LONGEST = 20_000; // characters, as many as the checker reads
const HEAD_LINE = /^(?:from|to|subject|date|received|mime-version|message-id|content-type|return-path|delivered-to|reply-to|x-[\w-]+):/gim;

/** Why a file cannot be used, in words for the reader. */
export class Unreadable extends Error {}

/** The draft in a file: `{text, head}`, where `head` is `{subject, to}` of an email and null of a text. Throws Unreadable. */
export async function readFile(file) {
  if (file.size > LARGEST) throw new Unreadable(`“${file.name}” is too large to be an email or a draft: over 10 MB.`);
  if (/\.msg$/i.test(file.name)) {
    throw new Unreadable(`“${file.name}” is in Outlook’s own format. Save the email as .eml or .txt, or copy its text.`);
  }
  const bytes = new Uint8Array(await file.arrayBuffer());
  const source = decoded(bytes, file.name);
  const isMail = (source.split(/\r?\n\r?\n/, 1)[0].match(HEAD_LINE) ?? []).length > 1;
  if (!isMail && (/\.eml$/i.test(file.name) || file.type === "message/rfc822")) {
    throw new Unreadable(`“${file.name}” does not look like an email: it does not begin with From, To, Subject and the like.`);
  }
  const technical = /^(?:mime-version|content-type|received|message-id):/im.test(source.split(/\r?\n\r?\n/, 1)[0]);
  const read = isMail && (technical || /\.eml$/i.test(file.name)) ? await readMail(bytes, file.name) : { text: source, head: null };
  const text = read.text.replace(/\r\n?/g, "\n").trim();
  if (!text) throw new Unreadable(`“${file.name}” holds no text.`);
  if (text.length > LONGEST) {
    throw new Unreadable(`“${file.name}” holds more than ${LONGEST.toLocaleString("en")} characters, more than the checker reads. Copy out the part that is your message.`);
  }
  return { text, head: read.head };
}

async function readMail(bytes, name) {
  let PostalMime;
  try {
    ({ default: PostalMime } = await import("../postal-mime/postal-mime.js"));
  } catch {
    throw new Unreadable("What reads emails could not be loaded. Look at your connection and try again, or copy the text of the email.");
  }
  let mail;
  try {
    mail = await PostalMime.parse(bytes, { maxNestingDepth: 20, maxHeadersSize: 200_000, forceRfc822Attachments: true });
  } catch {
    throw new Unreadable(`“${name}” could not be read as an email. Copy its text instead.`);
  }
  const body = mail.text?.trim() ? mail.text : textOfHtml(mail.html ?? "");
  if (!body.trim()) throw new Unreadable(`“${name}” is an email without a text.`);
  const people = (mail.to ?? []).flatMap((each) => each.group ?? [each]);
  const to = people.map((each) => (each.name || each.address).replace(/[;,"]/g, " ")).join("; ");
  const subject = mail.subject?.replace(/\s+/g, " ").trim();
  return { text: `${subject ? `Subject: ${subject}\n\n` : ""}${body}`, head: { subject, to } };
}

// Most files are UTF-8; older Windows programs write their own code, and Notepad's "Unicode" is UTF-16.
function decoded(bytes, name) {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return new TextDecoder(bytes[0] === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  }
  const odd = bytes.slice(0, 4000).filter((byte) => byte < 32 && ![9, 10, 12, 13, 27].includes(byte)).length;
  if (odd) throw new Unreadable(`“${name}” is no text: a picture, a PDF or a word processor’s file perhaps. Copy the text out of it.`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
