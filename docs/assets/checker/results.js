// The report on the page: the verdict in words, the cards, what is fine, and what could not be judged.

import { cards } from "./cards.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { passedList, unjudgedList } from "./lists.js";
import { tally, VERDICTS } from "./words.js";

const SIGNS = { fix: "error", improve: "warning", ready: "passed" };

export class Results {
  #body = h("div");
  #heading = h("h2", { tabindex: "-1", id: "ck-results-title" }); // one element for good: it may hold the focus
  #sign = h("span", { class: "ck-verdict__sign" });
  #counts = h("p", { class: "ck-tally" });
  #act;
  #open;

  /** `act` is what the buttons do: show, apply, ask. `open` remembers what is unfolded. */
  constructor(act, open) {
    this.#act = act;
    this.#open = open;
    this.element = h(
      "section",
      { class: "ck-results", "aria-labelledby": "ck-results-title" },
      h("div", { class: "ck-verdict" }, this.#sign, this.#heading, this.#counts),
      this.#body,
    );
  }

  /** Before the first check: what there will be to see. */
  invite() {
    this.#head("", "What you will see here", "", null);
    this.#body.replaceChildren(
      h(
        "div",
        { class: "ck-invitation" },
        h(
          "ul",
          { class: "ck-list" },
          h("li", {}, icon("error"), "what to fix before you send it"),
          h("li", {}, icon("warning"), "what a careful editor would improve"),
          h("li", {}, icon("suggestion"), "what you might consider"),
          h("li", {}, icon("passed"), "and what is fine already"),
        ),
        h(
          "p",
          {},
          "Each point comes with its reason and with who says so, or disagrees. There is no score: your words stay yours, and you decide.",
        ),
      ),
    );
  }

  /** Shows a report; places are UTF-16 offsets of `draft`. `rules` maps ids to rules. */
  show(report, draft, rules) {
    const { verdict, findings } = report;
    this.#head(verdict, VERDICTS[verdict], sentence(report), icon(SIGNS[verdict]));
    this.#body.replaceChildren(
      ...[
        findings.length
          ? h("ol", { class: "ck-list ck-cards" }, cards(findings, rules, draft, this.#act, this.#open))
          : null,
        passedList(report.passed, rules, this.#open),
        unjudgedList(report.not_checked, rules, this.#open, this.#act.ask),
      ].filter(Boolean),
    );
  }

  /** Puts the focus on a card, or on the heading when there is none at that position. */
  focus(position) {
    const title = this.#body.querySelectorAll(".ck-card__title")[position];
    (title ?? this.#heading).focus();
  }

  #head(verdict, title, counts, sign) {
    this.element.dataset.verdict = verdict;
    this.#heading.textContent = title;
    this.#counts.textContent = counts;
    this.#sign.replaceChildren(...(sign ? [sign] : []));
  }
}

function sentence({ findings, not_checked: unjudged }) {
  const counts = tally(findings);
  const rest = unjudged.length
    ? ` ${unjudged.length} ${unjudged.length === 1 ? "rule" : "rules"} not checked, because facts are missing.`
    : "";
  return `${counts[0].toUpperCase()}${counts.slice(1)}.${rest}`;
}
