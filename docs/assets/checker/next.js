// What comes after this message: asked of the planner, with the message as if it were sent now.

import { dayInWords, timeOf } from "../planner/dates.js";
import { saveFile } from "../planner/save.js";
import { mostUrgent } from "../planner/words.js";
import { address } from "./address.js";
import { button, h } from "./dom.js";
import { answerTo } from "./fields.js";
import { clock, situationFrom } from "./situation.js";

// After these no rule says when to write again, and for good reason.
const LAST = {
  withdraw: "That was the last message: a withdrawal needs nothing more from you.",
  "after-decision": "Nothing more is due from you until they write again.",
  "other-offer": "Now it is their turn, until the day that you named.",
};
const REST = "After that, let it rest. One check-in is enough, and the next word is theirs.";
const NOTHING = "Nothing more is due from you.";
const ONLY_IF = "Only if you have heard nothing by then.";

export class Next {
  #lines = h("div", { class: "ck-next__lines" });
  #shown = false;
  #asked = ""; // the facts that were asked about last, without the time
  #situation = null;
  #said = ""; // is said again with the answer, which may come before it is heard out
  #act;
  #memory;

  /** `engine` makes the plan, `act` is what can be done: ask(need), say(text). `memory` holds the facts. */
  constructor(engine, act, memory, signal) {
    this.#act = { ...act, plan: (situation) => engine.plan(situation) };
    this.#memory = memory;
    this.element = h(
      "div",
      { class: "ck-next", role: "group", "aria-labelledby": "ck-next-title", hidden: true },
      h("h3", { id: "ck-next-title" }, "Once it is sent"),
      this.#lines,
    );
    engine.addEventListener("plan", ({ detail }) => this.#answered(detail), { signal });
    for (const end of ["slow", "crashed"]) {
      engine.addEventListener(end, ({ detail }) => detail?.kind === "plan" && this.#shown && this.#write([], ""), { signal });
    }
  }

  /** Shows what comes next, and follows the facts from now on. `said` is what the reader is being told already. */
  show(said) {
    this.#shown = true;
    this.#said = said;
    this.#asked = "";
    this.follow();
  }

  hide() {
    this.#shown = false;
    this.element.hidden = true;
  }

  /** Asks anew if the facts have changed. */
  follow() {
    if (!this.#shown) return;
    const situation = afterSending(situationFrom(this.#memory.values));
    const { stage } = situation.sent.at(-1);
    const facts = JSON.stringify({ ...situation, now: null, sent: situation.sent.slice(0, -1), stage });
    if (facts === this.#asked) return;
    this.#asked = facts;
    this.#situation = situation;
    if (LAST[stage]) this.#write([h("p", {}, LAST[stage])], "");
    else this.#act.plan(situation);
  }

  #answered({ situation, answer }) {
    if (!this.#shown || situation !== this.#situation) return; // the planner asks, too
    this.#write(...(answer.problems ? [[], ""] : this.#inWords(answer)));
  }

  #inWords({ plan: { steps }, calendar }) {
    const { now, sent } = this.#situation;
    const step = mostUrgent(steps, now);
    if (sent.at(-1).stage === "check-in" && step?.stage !== "check-in") return [[h("p", {}, REST)], ""];
    if (step?.state === "unknown") return [this.#lacking(step), ""];
    if (!step?.next) return [[h("p", {}, NOTHING)], ""];
    const when = [dayInWords(step.next, now), timeOf(step.next) && `from ${timeOf(step.next)} on`].filter(Boolean);
    return [[h("p", {}, "Next: check in once, on ", h("strong", {}, when.join(", ")), `. ${ONLY_IF}`)], calendar];
  }

  #lacking({ needs }) {
    const known = needs.map((need) => [need, answerTo(need)]).filter(([, { field }]) => field);
    return [
      h("p", {}, "When to check in, should you hear nothing, depends on ", between(known.map(([, { words }]) => words)), "."),
      ...known.map(([need, { field }]) => button(`Go to “${field.label}”`, () => this.#act.ask(need), ["small"])),
    ];
  }

  #write(lines, calendar) {
    this.#lines.replaceChildren(
      ...lines,
      h(
        "div",
        { class: "ck-buttons" },
        calendar && button("Add to my calendar", () => saveFile("after-the-interview.ics", "text/calendar", calendar)),
        h("a", { href: address("planner/"), onclick: () => this.#log() }, "I have sent it: show the whole plan"),
      ),
    );
    this.element.hidden = false;
    if (lines[0]) this.#act.say([this.#said, lines[0].textContent].filter(Boolean).join(" "));
    this.#said = "";
  }

  // The planner finds it among what was sent.
  #log() {
    const { stage, channel, at } = this.#situation.sent.at(-1);
    const { sent } = this.#memory.values;
    const date = at.slice(0, 10);
    if (sent.entries.some((entry) => entry.stage === stage && entry.date === date)) return;
    sent.entries.push({ stage, date, channel, round: "", answered: false });
  }
}

const between = (words) => words.join(" and ");

/** The facts once this message is on its way. A check-in comes after a thank-you, unless something else is said. */
export function afterSending({ stage, channel, now, ...facts }, fallback = clock()) {
  const at = now?.includes("T") ? now : `${fallback.date}T${fallback.time}`;
  const before = facts.sent ?? (stage === "check-in" ? [{ stage: "thank-you", answered: false }] : []);
  return { ...facts, channel, now: at, sent: [...before, { stage, channel, at, answered: false }] };
}
