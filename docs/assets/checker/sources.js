// Who says so, who does not, and what is disputed, each in one line.

import { address } from "./address.js";
import { h, link } from "./dom.js";

const STANCES = [
  ["for", "Says so", "Say so"],
  ["conditional", "With conditions", "With conditions"],
  ["against", "Disagrees", "Disagree"],
];
const SHOWN = 3;

/** The line on a rule's sources; `page` is where all of them are listed. Null for a rule without any. */
export function sourcesLine(sources, page) {
  const parts = STANCES.flatMap(([stance, one, several]) => {
    const of = sources.filter((source) => source.stance === stance);
    return of.length ? [sentence(of, of.length === 1 ? one : several, page)] : [];
  });
  return parts.length ? h("p", { class: "ck-sources" }, parts.flat()) : null;
}

/** "Who says so: 3 sources, 1 disagrees"; those with conditions agree to a degree, and count as saying so. */
export function sourcesInShort(sources) {
  const against = sources.filter(({ stance }) => stance === "against").length;
  const agree = sources.length - against;
  if (!agree) return "Who disagrees, and why";
  const others = against ? `, ${against} ${against === 1 ? "disagrees" : "disagree"}` : "";
  return `Who says so: ${agree} ${agree === 1 ? "source" : "sources"}${others}`;
}

/** Both sides of what is disputed about a rule, in a line for each question. */
export function disputedLines(disagreements) {
  return disagreements.map(({ in_short: both, page }) =>
    h("p", { class: "ck-sources" }, link(address(page), "Sources differ"), `: ${both}`),
  );
}

function sentence(sources, words, page) {
  const links = sources.slice(0, SHOWN).flatMap((source, place) => [place ? ", " : "", named(source)]);
  const more = sources.length - SHOWN;
  const rest = more > 0 ? [" and ", link(page, `${more} more`)] : [];
  return [`${words}: `, ...links, ...rest, ". "];
}

function named({ publisher, url, line }) {
  return /^https?:\/\//.test(url ?? "") ? link(url, publisher, { title: line }) : publisher;
}
