// The plan on the page: what matters most, the weeks, the steps, and ways to take it along.

import { button, h } from "../checker/dom.js";
import { dayInWords, inWords } from "./dates.js";
import { picture } from "./picture.js";
import { outline, stepList } from "./steps.js";
import { weeks } from "./weeks.js";
import { headline, mostUrgent, timeLeft } from "./words.js";

const SAVE =
  "You get a file with a reminder for each step that lies ahead, which your calendar can open. " +
  "It is made here and sent nowhere.";

export class Result {
  #heading = h("h2", { tabindex: "-1", id: "pl-result-title" }); // one element for good: it may hold the focus
  #when = h("p", { class: "aw-plan__when" });
  #body = h("div", { class: "aw-plan__body" });
  #act;

  /** `act` is what can be done: ask(need), draft(stage), save(), print(). */
  constructor(act) {
    this.#act = act;
    this.element = h(
      "section",
      { class: "aw-plan", "aria-labelledby": "pl-result-title" },
      h("div", { class: "aw-plan__head" }, this.#heading, this.#when),
      this.#body,
    );
  }

  /** Before the first plan: what there will be to see. */
  invite() {
    this.element.dataset.made = "no";
    this.#heading.textContent = "What you will see here";
    this.#when.textContent =
      "Your next step and the days for those after it, each with its reason. The steps are usually these:";
    this.#body.replaceChildren(
      outline(),
      h("p", { class: "ck-quiet" }, "You can print the plan, or add it to your calendar."),
    );
  }

  /** Shows a plan and what it was made for; `calendar` is empty where nothing lies ahead. Returns its headline. */
  show({ plan, calendar, situation }) {
    const { now, decision, interview = {} } = situation;
    this.element.dataset.made = "yes";
    this.#heading.textContent = headline(plan.steps, now, decision);
    this.#when.textContent = timeLeft(mostUrgent(plan.steps, now), now);
    this.#body.replaceChildren(
      h("p", { class: "aw-plan__facts" }, told(situation)),
      picture(weeks(plan, interview.at?.slice(0, 10), now.slice(0, 10))) ?? "",
      stepList(plan.steps, situation, this.#act),
      h(
        "div",
        { class: "ck-buttons" },
        calendar && button("Add to my calendar", this.#act.save, ["primary"], { "aria-describedby": "pl-save" }),
        button("Print", this.#act.print),
      ),
      calendar ? h("p", { class: "ck-quiet", id: "pl-save" }, SAVE) : "",
    );
    return this.#heading.textContent;
  }

  /** Marks the plan as one that belongs to earlier facts, or as one that is up to date. */
  markStale(stale) {
    this.element.toggleAttribute("data-stale", stale);
  }

  focus() {
    this.#heading.focus();
  }
}

function told({ now, interview = {}, sent }) {
  const facts = [
    interview.at && `for an interview on ${inWords(interview.at, now)}`,
    interview.decision_by && `with their decision hoped for by ${dayInWords(interview.decision_by, now)}`,
    sent.length > 0 && `after ${sent.length} ${sent.length === 1 ? "message" : "messages"} from you`,
  ].filter(Boolean);
  return `Made on ${[inWords(now, now), ...facts].join(", ")}.`;
}
