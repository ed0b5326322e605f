// Who wrote the mail that is being answered: its head has the full name, and the address, of somebody whom the answer
// greets by the first name.

import { ADDRESS, wordsOf } from "./names.js";
import { linesOf } from "./quoted.js";

const NAME = String.raw`"?(?<name>\p{Lu}[\p{L}\p{M}.,'’ -]*?)"?`;
const HEADS = [
  new RegExp(String.raw`^(?:>\s*)*[*_]*from\s?:[*_]*\s*${NAME}\s*(?:[<([](?:mailto:)?(?<address>${ADDRESS.source})[>)\]].*)?$`, "iu"),
  new RegExp(String.raw`\d,?\s+${NAME}\s*(?:<(?<address>${ADDRESS.source})>)?\s*wrote:$`, "u"), // "On Tue, 3 Mar 2026 at 16:12, Dana Ortiz <...> wrote:"
];

/** The sender of the quoted mail, `{name, email}`, if `greeted` is part of their name; null where that cannot be told. */
export function senderOf(draft, greeted) {
  const quoted = linesOf(draft).filter((line) => line.quoted);
  for (const [place, { text }] of quoted.entries()) {
    const joined = [text, `${text} ${quoted[place + 1]?.text ?? ""}`]; // a long head is broken into two lines
    for (const line of joined) {
      const found = HEADS.map((head) => head.exec(line)?.groups).find(Boolean);
      if (!found) continue;
      const name = inOrder(found.name.trim());
      return called(name, greeted) ? { name, email: found.address ?? "" } : null;
    }
  }
  return null;
}

// "Ortiz, Dana", as some directories have it.
function inOrder(name) {
  const [last, first, ...more] = name.split(/,\s*/);
  return first && !more.length ? `${first} ${last}` : name;
}

// Every word of the greeting is one of the name, titles apart.
function called(name, greeted) {
  const words = wordsOf(greeted);
  return words.length > 0 && words.every((word) => wordsOf(name).includes(word));
}
