// A sentence that the rule should leave alone becomes one of its examples, in the text of its file.

const BECAUSE = "why it is fine";

/** The blank in what is put in, for whoever puts it in to fill. */
export const BLANK = `<<${BECAUSE}>>`;

/** Where an example goes into a rule's `text`, and what goes there: {at, example}; null where the file has no list for it.
    `facts` is YAML, "" where the sentence needs none. */
export function spared(text, sentence, facts) {
  const lines = text.split("\n");
  const examples = lines.findIndex((line) => /^examples:\s*(#.*)?$/.test(line));
  const place = lines.findIndex((line, number) => number > examples && /^ +leave:\s*(#.*)?$/.test(line));
  if (examples < 0 || place < 0) return null;
  const known = (lines[place + 1] ?? "").match(/^( *)- /);
  const indent = known ? known[1] : `${lines[place].match(/^ */)[0]}  `;
  const at = lines.slice(0, place + 1).join("\n").length;
  const block = (key, words) => [`${key}: |-`, ...words.split("\n").map((line) => `  ${line}`)];
  const example = [
    ...block("text", sentence),
    ...(facts ? ["situation:", ...facts.split("\n").map((line) => `  ${line}`)] : []),
    ...block("because", BLANK),
  ].map((line, number) => `\n${indent}${number ? "  " : "- "}${line}`);
  return { at, example: example.join("") };
}
