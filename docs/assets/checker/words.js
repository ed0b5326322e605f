// Words that several parts of the page use.

export const LEVELS = ["error", "warning", "suggestion"];

/** What the reader is asked to do about a finding of each level. */
export const LEVEL_WORDS = { error: "Fix", warning: "Improve", suggestion: "Consider" };

/** "1 to fix, 2 to improve", or "nothing found", for findings or points of each `level`. */
export function tally(findings) {
  const parts = LEVELS.map((level) => [
    findings.filter((finding) => finding.level === level).length,
    LEVEL_WORDS[level],
  ])
    .filter(([count]) => count)
    .map(([count, word]) => `${count} to ${word.toLowerCase()}`);
  return parts.length ? parts.join(", ") : "nothing found";
}

/** The first sentence of a text, and what follows it. */
export function firstSentence(text) {
  const [first] = text.trim().split(/\n\s*\n/, 1);
  const line = first.replace(/\s+/g, " ");
  const sentences =
    typeof Intl.Segmenter === "function"
      ? [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(line)]
      : [{ segment: line }];
  const head = sentences[0]?.segment.trim() ?? "";
  const rest = [line.slice(head.length).trim(), text.trim().slice(first.length).trim()].filter(Boolean).join("\n\n");
  return { head, rest };
}
