// What the reader has chosen to ignore: single findings of this draft, and rules. It lasts as long as the draft does: for
// the visit, or while this device remembers it.

import { shift } from "./offsets.js";

export class Ignored {
  here = new Set(); // keys of findings of the present draft; each note has its own
  #rules; // ids, in the order in which they were ignored

  constructor(rules = []) {
    this.#rules = new Set(rules);
  }

  /** The ids of the rules that are ignored. */
  get rules() {
    return [...this.#rules];
  }

  /** Ignores one finding of a report. */
  addFinding(finding, findings) {
    this.here.add(keysOf(findings).get(finding));
  }

  addRule(id) {
    this.#rules.add(id);
  }

  /** Brings back an entry of `apart`. */
  bringBack({ key, rule }) {
    if (key === null) this.#rules.delete(rule);
    else this.here.delete(key);
  }

  /** Forgets the single findings: they belong to a draft that is gone. */
  forgetDraft() {
    this.here.clear();
  }

  /**
   * Takes apart what is ignored: `{kept, entries, hidden}`. An entry is `{key, rule, words, count}`, `key` being null
   * for a whole rule, `count` the findings that it hides; `hidden` is how many are hidden in all. A finding that the
   * draft no longer has is no entry, a rule that finds nothing is one all the same. `here` are the keys of another
   * draft, where the findings are not of the present one.
   */
  apart(findings, here = this.here) {
    const keys = keysOf(findings);
    const byRule = ({ rule }) => this.#rules.has(rule);
    const single = findings.filter((finding) => !byRule(finding) && here.has(keys.get(finding)));
    const kept = findings.filter((finding) => !byRule(finding) && !single.includes(finding));
    const entries = [
      ...[...this.#rules].map((rule) => ({
        key: null,
        rule,
        words: "",
        count: findings.filter((finding) => finding.rule === rule).length,
      })),
      ...single.map((finding) => ({ key: keys.get(finding), rule: finding.rule, words: finding.text ?? "", count: 1 })),
    ];
    return { kept, entries, hidden: findings.length - kept.length };
  }

  /**
   * Follows an edit from one result to the next, each `{draft, report}`: when the first of five "i" is mended, the one
   * that was third is now the second, and it is still this one that is ignored.
   */
  follow(before, after) {
    const old = keysOf(before.report.findings);
    const fresh = keysOf(after.report.findings);
    const placed = before.report.findings.filter((finding) => finding.start !== null && this.here.has(old.get(finding)));
    for (const finding of placed) this.here.delete(old.get(finding));
    for (const finding of placed) {
      const [moved] = shift([finding], before.draft, after.draft);
      const same = after.report.findings.find(
        ({ rule, start, text }) => rule === finding.rule && start === moved?.start && text === finding.text,
      );
      this.here.add(same ? fresh.get(same) : old.get(finding));
    }
  }
}

// A finding's name: its rule, its words, and the how many-th of its kind it is.
function keysOf(findings) {
  const seen = new Map();
  return new Map(
    findings.map((finding) => {
      const name = JSON.stringify([finding.rule, finding.text]);
      const ordinal = seen.get(name) ?? 0;
      seen.set(name, ordinal + 1);
      return [finding, `${name} ${ordinal}`];
    }),
  );
}
