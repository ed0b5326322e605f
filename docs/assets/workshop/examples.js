// The rule's examples, each with what became of it.

import { h } from "../checker/dom.js";
import { fold } from "../checker/fold.js";
import { LEVEL_WORDS } from "../checker/words.js";
import { beginning, coded, counted, listed, quotation, toLine } from "./parts.js";

const TITLES = { flag: "To be flagged", leave: "To be left alone", misses: "Known misses" };
const HOLDS = {
  flag: "Found, as it should be.",
  leave: "Left alone, as it should be.",
  misses: "Not seen, as the file says.",
};

/** What is wrong with examples and phrases: how many there are. */
export const wrongIn = ({ examples, complaints }) =>
  complaints.length + examples.reduce((sum, each) => sum + each.complaints.length, 0);

// Those with a blank in them are no examples yet.
const written = (examples) => examples.filter(({ text }) => !/<<[^<>\n]+>>/.test(text));

/** The line about them. */
export function examplesLine(proof) {
  if (!proof) return "Examples";
  const examples = written(proof.examples);
  const wrong = examples.filter((each) => each.complaints.length).length;
  const total = examples.length;
  if (!total && proof.examples.length) return "Examples: none is written yet";
  if (!total) return "Examples: none are needed";
  return wrong ? `Examples: ${total - wrong} of ${total} hold` : `Examples: all ${total} hold`;
}

/** The results, those that do not hold in sight; `go` leads to a line, `open` remembers what is unfolded. */
export function examplesList({ examples, complaints }, go, open) {
  if (!examples.length && !complaints.length)
    return [h("p", {}, "The checker does not look for this rule, so there is nothing to try.")];
  const groups = Object.keys(TITLES).map((group) => [group, written(examples).filter((each) => each.group === group)]);
  return [
    complaints.length > 0 && [h("h3", {}, "Beside the examples"), listed(complaints.map((each) => wrong(each, go)))],
    groups
      .filter(([, among]) => among.length)
      .map(([group, among]) => {
        const failed = among.filter((each) => each.complaints.length);
        const held = among.filter((each) => !each.complaints.length);
        return [
          h("h3", {}, TITLES[group]),
          listed(failed.map((each) => result(each, go))),
          held.length > 0 &&
            fold(
              `examples ${group}`,
              counted(held.length, "holds", "hold"),
              open,
              listed(held.map((each) => result(each, go))),
            ),
        ];
      }),
  ];
}

const wrong = ({ line, message }, go) =>
  h(
    "li",
    { class: "wk-result", "data-holds": "no" },
    toLine(line, go),
    h("p", {}, h("strong", {}, "Not yet: "), coded(message)),
  );

function result({ group, line, text, complaints, findings }, go) {
  const [finding] = findings;
  return h(
    "li",
    { class: "wk-result", "data-holds": complaints.length ? "no" : "yes" },
    toLine(line, go),
    h(
      "div",
      {},
      quotation(finding?.quote, 60) ?? h("p", { class: "ck-quote" }, beginning(text)),
      complaints.length
        ? complaints.map((each) => h("p", {}, h("strong", {}, "Not yet: "), coded(each)))
        : h("p", { class: "wk-holds" }, HOLDS[group]),
      finding && h("p", { class: "ck-quiet" }, `${LEVEL_WORDS[finding.level]}: ${finding.message}`),
    ),
  );
}
