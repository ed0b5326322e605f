// Places in a text. The engine counts code points, as Python does; the browser counts UTF-16 units, in which an
// emoji takes two. Everything on the page uses UTF-16 units, converted once, here.

/** A function from a code point offset of `text` to its UTF-16 offset. */
export function utf16Offsets(text) {
  const wide = []; // code point offsets of the characters that take two units
  let point = 0;
  for (const character of text) {
    if (character.length === 2) wide.push(point);
    point += 1;
  }
  return (offset) => offset + countBelow(wide, offset);
}

function countBelow(sorted, limit) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A report whose places, and those of its fixes, are UTF-16 offsets of `text`. */
export function inUtf16(report, text) {
  const at = utf16Offsets(text);
  const convert = (span) => ({
    ...span,
    start: span.start === null ? null : at(span.start),
    end: span.end === null ? null : at(span.end),
  });
  return {
    ...report,
    findings: report.findings.map((finding) => ({ ...convert(finding), fixes: finding.fixes.map(convert) })),
  };
}

/** Moves spans along with an edit from `before` to `after`; those that the edit touched are left out. */
export function shift(spans, before, after) {
  const room = Math.min(before.length, after.length);
  let head = 0;
  while (head < room && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < room - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  const moved = after.length - before.length;
  return spans.flatMap((span) => {
    if (span.end <= head) return [span];
    if (span.start >= before.length - tail) return [{ ...span, start: span.start + moved, end: span.end + moved }];
    return [];
  });
}
