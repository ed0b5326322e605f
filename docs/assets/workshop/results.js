// What is known of the rule in the box, from the verdict down to the way to GitHub.

import { h } from "../checker/dom.js";
import { fold } from "../checker/fold.js";
import { changesLine, changesList } from "./changes.js";
import { draw, sum } from "./draw.js";
import { engine } from "./engine.js";
import { examplesLine, examplesList } from "./examples.js";
import { lettersLine, lettersList } from "./letters.js";
import { namedLists, wordLists } from "./lookups.js";
import { memory } from "./memory.js";
import { waiting } from "./parts.js";
import { PageView } from "./preview.js";
import { proposal } from "./propose.js";
import { isLookedFor, obstacles, verdict, verdictLine } from "./verdict.js";

const part = (name, summary, ...content) => fold(name, summary, memory.open, ...content);

export class Results {
  #go;
  #announcer;
  #page = new PageView();
  #obstacles = h("div");
  #steps = h("div");
  verdict = h("p", { class: "wk-verdict", id: "wk-verdict" });

  /** `go` leads to a line, `trial` is the element in which a message is tried. */
  constructor({ go, announcer, trial }) {
    this.#go = go;
    this.#announcer = announcer;
    this.folds = {
      examples: part("examples", "Examples"),
      page: part("page", "The page that readers see", this.#page.element),
      trial: part("trial", "Try it on a message", trial),
      letters: part("letters", "Good letters and labelled drafts"),
      changes: part("changes", "What you changed"),
      words: part("words", "Word lists in this rule"),
      sources: part("sources", "Find a source"),
    };
    this.element = h(
      "section",
      { class: "wk-right", "aria-labelledby": "wk-about" },
      h("h2", { id: "wk-about" }, "What it does"),
      this.#obstacles,
      h("div", { class: "wk-folds" }, Object.values(this.folds)),
      h("h2", {}, "Propose this change"),
      this.#steps,
    );
  }

  /** Shows what is known of `rule`, {text, isNew}. Gives the state of the verdict. */
  show(known, rule) {
    const { reading, proof, cost, sweep, page } = known;
    const { folds } = this;
    const told = verdict(known);
    draw(this.verdict, [told.text], () => verdictLine(told));
    if (told.state !== "busy") this.#announcer.count(`${told.text}.`);
    draw(this.#obstacles, [reading, cost], () => obstacles(known, this.#go, memory.open));
    sum(folds.examples, examplesLine(proof));
    draw(folds.examples, [proof, reading], () =>
      proof ? examplesList(proof, this.#go, memory.open) : [h("p", {}, waiting(reading))],
    );
    this.#page.show(page, reading);
    const checks = !reading?.rule || isLookedFor(reading.rule);
    sum(folds.letters, lettersLine(sweep));
    draw(folds.letters, [sweep, sweep?.isDone, checks, rule.isNew], () =>
      lettersList(sweep, { changes: !rule.isNew, checks }),
    );
    sum(folds.changes, changesLine(reading?.changes));
    draw(folds.changes, [reading], () =>
      reading ? changesList(reading.changes, this.#go) : [h("p", {}, "A moment …")],
    );
    const { words } = engine.rules;
    const lists = namedLists(rule.text, words);
    draw(folds.words, lists, () => wordLists(lists, words));
    this.showSteps(known, rule);
    return told.state;
  }

  /** Shows the way to GitHub for the text as it is now. */
  showSteps(known, { text, isNew }) {
    const { reading } = known;
    const path = reading?.path ?? "";
    const named = Boolean(reading?.rule);
    const reminder = reminded(known);
    draw(this.#steps, [path, text, isNew, named, reminder], () => [
      reminder && h("p", {}, reminder),
      proposal({ path, text, isNew, named }, (words) => this.#announcer.now(words)),
    ]);
  }
}

function reminded(known) {
  if (known.reading?.changes?.same) return "Nothing is changed yet. When it is, this is the way:";
  if (["passed", "busy"].includes(verdict(known).state)) return "";
  return "There is something left to mend, see above. You can propose it all the same, and say that you need help with it.";
}
