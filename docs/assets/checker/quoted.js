// Where the mail that is being answered stands in a draft. The rules of checker/core/parts.py, for what must not wait for
// the engine: copying, counting, guessing. A test holds the two to the same answers.

const FROM = "from|von|de|van|da|fra|från|od|lähettäjä|od pro";
const SENT =
  "sent|date|gesendet|datum|envoyé|enviado|enviada(?: em)?|fecha|data|verzonden|inviato|sendt|skickat|dato|wysłano";
const TO = "to|cc|bcc|reply-to|an|antwort an|à|a|para|aan|til|till|do|kopie";
const ABOUT = "subject(?: line)?|betreff|objet|asunto|oggetto|onderwerp|assunto|emne|ämne|temat";
const EDGE = String.raw`(?<![\p{L}\p{N}_])`;
const END = String.raw`(?![\p{L}\p{N}_])`;
const pattern = (text) => new RegExp(text, "iu");

const SUBJECT = pattern(String.raw`^[*_]{0,2}(?:${ABOUT}|sub|re|aw|sv|fwd?|wg)\s*:`);
const HEADER = pattern(String.raw`^(?:from|to|cc|bcc|date|sent|reply-to|von|an|gesendet|datum|envoyé|objet)\s*:`);
const FROM_LINE = pattern(String.raw`^[*_]{0,2}(?:${FROM})\s?:[*_]{0,2}\s*\S`);
const SENT_LINE = pattern(String.raw`^[*_]{0,2}(?:${SENT})\s?:[*_]{0,2}\s*\S`);
const OTHER_LINE = pattern(String.raw`^[*_]{0,2}(?:${SENT}|${TO}|${ABOUT})\s?:`);
const DIVIDER = pattern(
  String.raw`^(?:-{2,} ?(?:original(?: message|nachricht)|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht` +
    String.raw`|message d'origine|message transféré|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht` +
    String.raw`|ursprungligt meddelande|oprindelig meddelelse) ?-{2,}` +
    String.raw`|begin forwarded message${END}|anfang der weitergeleiteten|_{10,}$)`,
);
const WROTE = pattern(
  String.raw`${EDGE}(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev|kirjoitti|napisała?|написала?)${END}.{0,90}:$`,
);
const ON = pattern(String.raw`^(?:on|am|le|el|il giorno|op|em|den|dne|w dniu)${END}.*\p{Nd}`);
const WHEN = pattern(
  String.raw`${EDGE}\p{Nd}{1,2}[:.h]\p{Nd}{2}${END}|${EDGE}(?:19|20)\p{Nd}\p{Nd}${END}|<?[^\s<>]+@[^\s<>]+>?`,
);
const ADDRESS_AT_END = pattern(String.raw`\p{Nd}.{0,120}<[^\s<>]+@[^\s<>]+>\)?\s?:$`);
const LONGEST_INTRODUCTION = 200;

const LINE = /([^\r\n\v\f\x85\u2028\u2029]*)(\r\n|[\r\n\v\f\x85\u2028\u2029]|$)/g;
const BLANK = String.raw`[ \t\x1c-\x1f\xa0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\xad]`;
const AROUND = new RegExp(`^${BLANK}+|${BLANK}+$`, "g");

/**
 * The lines of a text that are not blank, `{start, end, text, quoted}`: places without the white space around it, and
 * whether the line belongs to mail that is being answered.
 */
export function linesOf(text) {
  const lines = [];
  let afterBlank = true;
  for (const { index, 1: raw } of text.matchAll(LINE)) {
    const inner = raw.replace(AROUND, "");
    if (inner) {
      const start = index + raw.indexOf(inner);
      lines.push({ start, end: start + inner.length, text: inner, afterBlank, quoted: false });
    }
    afterBlank = !inner;
  }
  markQuoted(lines);
  return lines;
}

/** The writer's own lines. */
export const ownLines = (text) => linesOf(text).filter(({ quoted }) => !quoted);

/** Cuts a text where nothing but quoted mail follows: `{own, quoted}`. What is answered line by line stays whole. */
export function withoutQuoted(text) {
  const lines = linesOf(text);
  const last = lines.findLastIndex(({ quoted }) => !quoted);
  if (last < 0 || last === lines.length - 1) return { own: text, quoted: "" };
  return { own: text.slice(0, lines[last].end), quoted: text.slice(lines[last + 1].start) };
}

function markQuoted(lines) {
  let begun = false; // the head of the writer's own mail is no message yet
  for (const [place, line] of lines.entries()) {
    if (line.quoted) continue;
    if (isAngled(line)) {
      line.quoted = true;
      continue;
    }
    const length = introduction(lines, place);
    if (length && !begun && (place === 0 || lines[place - 1].quoted) && isAngled(lines[place + length])) {
      for (const each of lines.slice(place, place + length)) each.quoted = true;
    } else if (length && begun) {
      for (const each of lines.slice(place)) each.quoted = true;
      return;
    } else {
      begun ||= !(SUBJECT.test(line.text) || HEADER.test(line.text));
    }
  }
}

const isAngled = (line) => Boolean(line?.text.startsWith(">"));

// How many lines introduce quoted mail here: "On ... wrote:", "From: ...", "--- Original message ---"; 0 for none.
function introduction(lines, place) {
  const { text } = lines[place];
  if (DIVIDER.test(text)) return 1;
  if (FROM_LINE.test(text)) {
    const following = lines.slice(place + 1, place + 4);
    const others = following.filter((line) => OTHER_LINE.test(line.text)).length;
    const isHead = others && (text.includes("@") || following.some((line) => SENT_LINE.test(line.text)));
    return isHead ? others + 1 : 0;
  }
  for (const count of ON.test(text) ? [1, 2, 3] : [1]) {
    const block = lines.slice(place, place + count);
    if (block.length < count || block.slice(1).some(({ afterBlank }) => afterBlank)) break;
    const joined = block.map((line) => line.text).join(" ");
    if ([...joined].length <= LONGEST_INTRODUCTION && joined.endsWith(":")) {
      const answers = isAngled(lines[place + count]);
      if ((WROTE.test(joined) && (answers || WHEN.test(joined))) || ADDRESS_AT_END.test(joined)) return count;
      break;
    }
  }
  return 0;
}
