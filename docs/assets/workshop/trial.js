// A message of one's own, to try the rule on.

import { button, h } from "../checker/dom.js";
import { fold } from "../checker/fold.js";
import { CHANNELS, STAGES } from "../checker/options.js";
import { LEVEL_WORDS } from "../checker/words.js";
import { memory } from "./memory.js";
import { counted, listed, quotation } from "./parts.js";

export class TrialPart {
  #result = h("div", { role: "status", class: "wk-tried" });
  #fields = new Map(); // by their names in the memory
  #spare;

  /** `onInput` hears of every change, `onSpare` of a sentence that the rule should leave alone. */
  constructor({ onInput, onSpare }) {
    this.#spare = onSpare;
    const field = (name, element, event) => {
      this.#fields.set(name, element);
      element.addEventListener(event, () => {
        memory[name] = element.value;
        onInput();
      });
      return element;
    };
    const select = (name, label, options) => {
      const id = `wk-try-${name}`;
      const made = h(
        "select",
        { id, class: "ck-input" },
        options.map(([value, words]) => h("option", { value }, words)),
      );
      return h("div", {}, h("label", { class: "ck-label", for: id }, label), field(name, made, "change"));
    };
    const area = (name, label, why, rows, more = {}) => [
      h("label", { class: "ck-label", for: `wk-try-${name}` }, label),
      h("p", { class: "ck-quiet", id: `wk-try-${name}-why` }, why),
      field(
        name,
        h("textarea", {
          id: `wk-try-${name}`,
          class: "ck-input",
          rows,
          autocomplete: "off",
          "aria-describedby": `wk-try-${name}-why`,
          ...more,
        }),
        "input",
      ),
    ];
    this.element = h(
      "div",
      { class: "wk-trial" },
      area("draft", "A message", "Write or paste one. It stays in this browser.", "6"),
      h(
        "div",
        { class: "wk-pair" },
        select("stage", "What it is", STAGES),
        select("channel", "How it goes out", CHANNELS),
      ),
      area(
        "facts",
        "More facts, if the rule needs them",
        "As in an example’s situation, for instance company: Northwind Foods",
        "2",
        { spellcheck: "false", class: "ck-input wk-code" },
      ),
      this.#result,
    );
    this.recall();
  }

  /** The facts as YAML, those of the selects first. */
  static get facts() {
    return [`stage: ${memory.stage}`, `channel: ${memory.channel}`, memory.facts].join("\n");
  }

  /** What of the facts is not so anyhow, as YAML; "" where all is. */
  static get ownFacts() {
    const usual = ["stage: thank-you", "channel: email", ""];
    return TrialPart.facts
      .split("\n")
      .filter((line) => !usual.includes(line.trim()))
      .join("\n");
  }

  /** Shows what the memory holds, and nothing tried. */
  recall() {
    for (const [name, element] of this.#fields) element.value = memory[name];
    this.show(null);
  }

  /** Shows an answer; null where nothing was tried. */
  show(answer) {
    this.#result.replaceChildren(...(answer ? told(answer, this.#spare) : []));
  }
}

function told({ error, ours, others, passed, needs }, spare) {
  if (error) return [h("p", {}, h("strong", {}, "This could not be tried. "), error)];
  const silent = needs.length
    ? `This rule cannot be judged without ${needs.join(", ")}: give it as a fact.`
    : passed
      ? "This rule looked, and has nothing to say."
      : "This rule does not look at such a message, or the file has errors.";
  return [
    ours.length ? h("p", {}, h("strong", {}, `This rule finds ${counted(ours.length, "place")}:`)) : h("p", {}, silent),
    findings(ours, spare),
    others.length > 0 &&
      fold("others", `Other rules have ${counted(others.length, "point")}`, memory.open, findings(others)),
  ].filter(Boolean);
}

const findings = (list, spare) =>
  listed(
    list.map(({ level, message, quote, fixes, rule, sentence }) =>
      h(
        "li",
        { class: "wk-found" },
        quotation(quote),
        h("p", {}, `${LEVEL_WORDS[level]}: ${message}`, rule && h("span", { class: "ck-quiet" }, ` (${rule})`)),
        !rule && fixes.map((fix) => h("p", { class: "ck-quiet" }, `It offers: ${fix.label}`)),
        sentence && button("It should leave this alone", () => spare(sentence), ["small"]),
      ),
    ),
  );
