// What the rule finds in messages that it was not written for: good letters, and drafts that editors have labelled.

import { h } from "../checker/dom.js";
import { LEVEL_WORDS } from "../checker/words.js";
import { memory } from "./memory.js";
import { beginning, counted, longList, quotation } from "./parts.js";

const SLICE = 20; // messages at a time, so that an error never waits long for its turn
const LABELS = {
  wanted: "editors want it here",
  tolerated: "editors differ on it here",
  "": "editors do not want it here",
};

/** The findings over all messages, gathered slice by slice. */
export class Sweep {
  next = 0;
  total = 0;
  good = 0;
  wanted = 0;
  met = 0;
  effects = [];

  get isDone() {
    return this.total > 0 && this.next >= this.total;
  }

  /** What to ask for next. */
  get slice() {
    return { start: this.next, count: SLICE };
  }

  add({ next, total, good, wanted, met, effects }) {
    Object.assign(this, { next, total });
    this.good += good;
    this.wanted += wanted;
    this.met += met;
    this.effects.push(...effects);
  }

  /** Findings in good letters that would alarm somebody. */
  get alarms() {
    return this.#pick(({ good }) => good, ["new", "kept"]).filter(({ finding }) => finding.level !== "suggestion");
  }

  get quiet() {
    return this.#pick(({ good }) => good, ["new", "kept"]).filter(({ finding }) => finding.level === "suggestion");
  }

  get drafts() {
    return this.#pick(({ good }) => !good, ["new", "kept"]);
  }

  get come() {
    return this.#pick(() => true, ["new"]);
  }

  get gone() {
    return this.#pick(() => true, ["gone"]);
  }

  #pick(which, kinds) {
    return this.effects
      .filter(which)
      .flatMap((effect) => kinds.flatMap((kind) => effect[kind].map((finding) => ({ effect, finding }))));
  }
}

/** The line about them. */
export function lettersLine(sweep) {
  if (!sweep?.total) return "Good letters and labelled drafts";
  if (!sweep.isDone) return `Good letters and labelled drafts: ${sweep.next} of ${sweep.total} read …`;
  const { alarms } = sweep;
  const found = alarms.length ? counted(alarms.length, "alarm") : "no alarm";
  const quiet = sweep.quiet.length ? `, ${counted(sweep.quiet.length, "suggestion")}` : "";
  return `On ${sweep.good} good letters: ${found}${quiet}`;
}

/** The lists; `changes` says whether the rule is a change to a published one, `checks` whether it finds anything at all. */
export function lettersList(sweep, { changes, checks }) {
  if (!checks) return [h("p", {}, "The checker does not look for this rule, so there is nothing to try.")];
  if (!sweep) return [h("p", {}, "These are read as soon as the rule's examples have been tried.")];
  if (!sweep.isDone) return [h("p", {}, "They are being read …")];
  const drafts = sweep.total - sweep.good;
  return [
    h(
      "p",
      {},
      sweep.alarms.length
        ? "A good letter is one that nobody should be alarmed about. Each of these findings is either a false alarm or a letter that is not so good:"
        : `No error and no warning on any of the ${sweep.good} good letters.`,
    ),
    list("alarms", sweep.alarms),
    sweep.quiet.length > 0 && [
      h(
        "p",
        {},
        `${counted(sweep.quiet.length, "suggestion")} on good letters. They may stand there; look whether they help:`,
      ),
      list("quiet", sweep.quiet),
    ],
    changes && changed(sweep),
    h("h3", {}, `On ${drafts} drafts that editors have labelled`),
    h("p", {}, labelled(sweep)),
    list("drafts", sweep.drafts, true),
  ];
}

function changed({ come, gone }) {
  const title = h("h3", {}, "Against the published rule");
  if (!come.length && !gone.length) return [title, h("p", {}, "It finds exactly what the published rule finds.")];
  return [
    title,
    come.length > 0 && [h("p", {}, `${counted(come.length, "finding")} new:`), list("come", come, true)],
    gone.length > 0 && [h("p", {}, `${counted(gone.length, "finding")} gone:`), list("gone", gone, true)],
  ];
}

function labelled({ wanted, met, drafts }) {
  const hits = wanted
    ? `Of ${counted(wanted, "draft")} in which editors want this found, it finds ${met}. `
    : "No draft is labelled with this rule yet, so only you can say whether a finding is right. ";
  return hits + (drafts.length ? "All that it finds in them:" : "It finds nothing in them.");
}

const list = (key, found, withLabel = false) =>
  longList(
    key,
    found.map(({ effect, finding }) =>
      h(
        "li",
        { class: "wk-found" },
        quotation(finding.quote) ?? h("p", { class: "ck-quote" }, beginning(effect.text)),
        h(
          "p",
          { class: "ck-quiet" },
          `${LEVEL_WORDS[finding.level]}, in the ${effect.good ? "good letter" : "draft"} ${effect.name}`,
          !finding.quote && "; something is missing in it, so no words are marked",
          withLabel && !effect.good && `; ${LABELS[effect.label]}`,
        ),
      ),
    ),
    memory.open,
  );
