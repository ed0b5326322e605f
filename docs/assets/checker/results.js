// The report on the page: the verdict in words, the cards, what is fine, and what could not be judged.

import { cards } from "./cards.js";
import { h } from "./dom.js";
import { holdFocus } from "./hold-focus.js";
import { icon } from "./icons.js";
import { ignoredList } from "./ignored-list.js";
import { passedList, unjudgedList } from "./lists.js";
import { orderSwitch } from "./order.js";
import { pointsOf, verdictOf } from "./points.js";
import { praise } from "./praise.js";
import { ReadAs } from "./read-as.js";
import { aloud, countsOf, headingOf, limitsOf } from "./verdict.js";
import { tally } from "./words.js";

const SIGNS = { fix: "error", improve: "warning", ready: "passed" };

export class Results {
  #body = h("div");
  #heading = h("h2", { tabindex: "-1", id: "ck-results-title", "aria-describedby": "ck-read-as ck-tally" }); // one element for good: it may hold the focus
  #sign = h("span", { class: "ck-verdict__sign" });
  #whose = h("p", { class: "ck-verdict__whose", hidden: true }); // of which note, where there are several
  #counts = h("p", { class: "ck-tally", id: "ck-tally" });
  #limits = h("p");
  #order;
  #act;
  #memory;
  #findings = []; // of the report, with those that are ignored
  verdict = "";
  told = ""; // the verdict as it is told aloud
  #rules = new Map(); // by their ids
  points = []; // what is on the page

  /**
   * `act` is what can be done: show(finding), apply(fix, position), ask(need), readAs(stage, told), redraw() and
   * say(text, count).
   * `memory` keeps what is unfolded (`open`), what is `ignored`, and the `order` of the cards.
   */
  constructor(act, memory) {
    this.#act = {
      ...act,
      ignoreHere: (finding, position) => this.#ignoreHere(finding, position),
      ignoreRule: (point, position) => this.#ignoreRule(point, position),
    };
    this.#memory = memory;
    this.readAs = new ReadAs({ change: () => act.ask("stage"), take: act.readAs });
    this.#order = orderSwitch((order, label) => {
      memory.order = order;
      act.redraw();
      act.say(`Sorted ${label.toLowerCase()}.`, this.told);
    });
    this.element = h(
      "section",
      { class: "ck-results", "aria-labelledby": "ck-results-title" },
      h("div", { class: "ck-verdict" }, this.readAs.element, this.#sign, this.#whose, this.#heading, this.#counts, this.#limits),
      this.#order,
      this.#body,
    );
  }

  /** Says of which note the results are; "" where there is only one. */
  name(whose) {
    this.#whose.textContent = whose;
    this.#whose.hidden = !whose;
  }

  /** Before the first check: what there will be to see. */
  invite() {
    this.verdict = "";
    this.#head("", "What you will see here", "", null);
    this.#findings = this.points = [];
    this.told = "";
    this.readAs.hide();
    this.#order.hidden = this.#limits.hidden = true;
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

  /**
   * Shows a report; places are UTF-16 offsets of `draft`, `rules` maps ids to rules. Returns what is on the page
   * without what is ignored: `{points, findings}`.
   */
  show(report, draft, rules) {
    const { ignored, order, open } = this.#memory;
    const { kept, entries, hidden } = ignored.apart(report.findings);
    const points = pointsOf(kept, order);
    const verdict = verdictOf(kept);
    const away = report.findings.filter((finding) => !kept.includes(finding)).map(({ level }) => level);
    const good = praise(report.passed);
    this.#findings = report.findings;
    this.points = points;
    this.#rules = rules;
    this.#head(
      verdict,
      headingOf(points, away),
      countsOf(points, hidden, report.not_checked.length),
      icon(SIGNS[verdict]),
    );
    this.verdict = verdict;
    this.told = aloud(points, away);
    this.#limits.hidden = false;
    this.#limits.textContent = limitsOf(verdict);
    this.#limits.classList.toggle("ck-quiet", verdict !== "ready");
    this.#order.hidden = points.length < 2;
    this.#order.querySelector(`[value="${order}"]`).checked = true;
    const takeUpAgain = holdFocus(this.#body, this.#heading);
    this.#body.replaceChildren(
      ...[
        good && h("p", { class: "ck-praise" }, icon("passed"), h("span", {}, good)),
        points.length > 0 &&
          h(
            "ol",
            { class: "ck-list ck-cards" },
            cards(points, rules, draft, this.#act, { open, version: report.version }),
          ),
        ignoredList(entries, rules, open, (entry) => this.#bringBack(entry)),
        passedList(report.passed, rules, open),
        unjudgedList(report.not_checked, rules, open, this.#act.ask),
      ].filter(Boolean),
    );
    takeUpAgain();
    return { points, findings: kept };
  }

  /** Puts the focus on a card, on the last one where there are fewer, or on the heading: without a position, or without cards. */
  focus(position = -1) {
    const titles = this.#body.querySelectorAll(".ck-card__title");
    (titles[Math.min(position, titles.length - 1)] ?? this.#heading).focus();
  }

  /** Marks the card whose words the caret is in: the one at `position`, or none. */
  point(position) {
    for (const [place, card] of this.#body.querySelectorAll(".ck-card").entries()) {
      if (place === position) card.setAttribute("aria-current", "true");
      else card.removeAttribute("aria-current");
    }
  }

  /** Puts `element`, a list item, where the card at `position` was: until the next report. */
  insert(position, element) {
    const list = this.#body.querySelectorAll(".ck-card");
    if (list[position]) list[position].before(element);
    else if (list.length) list[list.length - 1].after(element);
    else this.#body.prepend(h("ul", { class: "ck-list ck-cards" }, element));
  }

  #ignoreHere(finding, position) {
    this.#memory.ignored.addFinding(finding, this.#findings);
    this.#changed("Ignored here", finding.rule);
    this.focus(position);
  }

  #ignoreRule({ rule }, position) {
    this.#memory.ignored.addRule(rule);
    this.#changed("Ignored everywhere", rule);
    this.focus(position);
  }

  // The focus goes to what came back; a rule that finds nothing has nowhere to come back to.
  #bringBack(entry) {
    this.#memory.ignored.bringBack(entry);
    this.#changed("Brought back", entry.rule);
    const back = this.points.findIndex(({ rule }) => rule === entry.rule);
    if (back >= 0) this.focus(back);
    else (this.#body.querySelector(".ck-ignored button") ?? this.#heading).focus();
  }

  #changed(what, rule) {
    this.#act.redraw();
    const title = this.#rules.get(rule)?.title ?? rule;
    this.#act.say(`${what}: ${title}. ${this.points.length} left: ${tally(this.points)}.`, this.told);
  }

  #head(verdict, title, counts, sign) {
    this.element.dataset.verdict = verdict;
    this.#heading.textContent = title;
    this.#counts.textContent = counts;
    this.#sign.replaceChildren(...(sign ? [sign] : []));
  }
}
