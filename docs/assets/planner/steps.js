// The steps of a plan as a list: what, when, why then, and where to go on.

import { address } from "../checker/address.js";
import { button, h } from "../checker/dom.js";
import { answerTo } from "../checker/fields.js";
import { dayInWords, windowInWords } from "./dates.js";
import { actAt, isDue, STATES, wordsOf } from "./words.js";

const REASONS = [
  ["why_not_earlier", "Not earlier"],
  ["why_not_later", "Not later"],
  ["always", "Mind also"],
];

const USUAL = ["notes", "thank-you", "their-date", "check-in", "rest"];

/** The list. `situation` is what the plan was made for; `act` is what can be done: ask(need), draft(stage). */
export function stepList(steps, situation, act) {
  const { now, decision } = situation;
  return h(
    "ol",
    { class: "aw-todos" },
    steps.map((step, place) => item(step, place + 1, { now, decision, act, follows: isOpen(steps.slice(0, place)) })),
  );
}

/** The usual steps, without any dates. */
export function outline() {
  return h(
    "ol",
    { class: "aw-todos" },
    USUAL.map((id, place) =>
      h("li", { class: "aw-todo" }, numbered(place + 1), h("p", { class: "aw-todo__title" }, wordsOf({ id }).title)),
    ),
  );
}

const numbered = (number) => h("span", { class: "aw-todo__number", "aria-hidden": "true" }, String(number));

// What ends the list comes after all that is still to be sent; and what is better sent tomorrow is not for now.
function stateInWords(step, now, follows) {
  if (step.id === "rest" && follows) return "Then";
  return step.state === "now" && !isDue(step, now) ? "Soon" : STATES[step.state];
}

const isOpen = (steps) => steps.some(({ stage, state }) => stage && state !== "done");

function item(step, number, { now, decision, act, follows }) {
  const { title, line, lacking, pages } = wordsOf(step, decision);
  const done = step.state === "done";
  const look = isDue(step, now) ? "due" : step.state;
  return h(
    "li",
    { class: `aw-todo aw-todo--${look}`, "data-step": step.id },
    numbered(number),
    h(
      "h3",
      { class: "aw-todo__title" },
      h("span", { class: "aw-todo__state" }, stateInWords(step, now, follows)),
      " ",
      title,
    ),
    !done && [
      h("p", {}, (step.needs.includes("interview.decision_by") && lacking) || line),
      times(step, now),
      step.note && h("p", { class: "aw-todo__note" }, step.note),
      step.needs.length > 0 &&
        h(
          "p",
          { class: "aw-todo__needs" },
          "Needs ",
          step.needs.map((need, place) => [place > 0 && " and ", fact(need, act)]),
        ),
      reasons(step),
      h(
        "p",
        { class: "aw-todo__ways" },
        step.stage && h("a", { href: address("check/"), onclick: () => act.draft(step.stage) }, "Check a draft of it"),
        pages.map(([page, words]) => h("a", { href: address(page) }, words)),
      ),
    ],
  );
}

function times(step, now) {
  const act = actAt(step, now);
  const window = windowInWords(step.earliest, step.latest, now);
  const rows = [
    act && [step.id === "their-date" ? "Day" : act.label, act.words],
    step.stage && window && [step.state === "missed" ? "Usual" : "In time", window],
    !act && !step.stage && step.earliest && ["From", dayInWords(step.earliest, now)],
  ].filter(Boolean);
  if (!rows.length) return null;
  return h(
    "dl",
    { class: "aw-todo__times" },
    rows.map(([name, words]) => h("div", {}, h("dt", {}, name), h("dd", {}, words))),
  );
}

function fact(need, act) {
  return button(answerTo(need).words, () => act.ask(need), ["small"]);
}

function reasons(step) {
  const items = REASONS.flatMap(([key, words]) =>
    oncePerRule(step[key]).map(({ title, message, page }) =>
      h(
        "li",
        {},
        h("span", { class: "aw-todo__side" }, `${words}: `),
        h("a", { href: address(page) }, title),
        ". ",
        h("span", { class: "aw-todo__message" }, message),
      ),
    ),
  );
  return items.length > 0 && h("ul", { class: "aw-todo__why" }, items);
}

// A rule that grows milder day by day counts once.
const oncePerRule = (reasons) => [...new Map(reasons.map((reason) => [reason.rule, reason])).values()];
