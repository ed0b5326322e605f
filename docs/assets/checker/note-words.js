// What is said of several notes: the state of each in a word or two, and one sentence on all of them.

import { isTitle, together } from "./names.js";

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

/** The state on a tab: "2 to fix", "ready". */
export function stateInWords({ state, count }) {
  const fixed = { none: "not written yet", thanked: "already thanked", unchecked: "not checked yet", ready: "ready" };
  return fixed[state] ?? `${count} to ${state}`;
}

/** What each of `people` is called for short, by key: the given name, where that is enough to tell them apart. */
export function shortNames(people) {
  const short = ({ name }) => {
    const [first] = name.split(" ");
    return isTitle(first) || /^\p{Lu}\.?$/u.test(first) || /^Person \d+$/.test(name) ? name : first;
  };
  const counts = people.map(short);
  return new Map(
    people.map((person, place) => {
      const same = counts.filter((each) => each === counts[place]).length > 1;
      return [person.key, same ? person.name : counts[place]];
    }),
  );
}

/** Where things stand: "Dana’s is ready. Tom’s has one thing to fix. Priya has none yet." */
export function overview(states) {
  const names = shortNames(states);
  const groups = new Map();
  for (const each of states) {
    const kind = `${each.state} ${each.count}`;
    groups.set(kind, [...(groups.get(kind) ?? []), each]);
  }
  return [...groups.values()].map((group) => sentence(group, group.map(({ key }) => names.get(key)))).join(" ");
}

/** Which notes are too much alike, in a sentence; "" where none are. */
export function alikeInWords(states) {
  const names = shortNames(states);
  const alike = states.filter((each) => each.alike).map(({ key }) => `${names.get(key)}’s`);
  if (!alike.length) return "";
  if (alike.length === 1) return `${alike[0]} is too much like another note.`;
  return `${together(alike)} are too much alike.`;
}

function sentence([{ state, count }], names) {
  const one = names.length === 1;
  const theirs = together(names.map((name) => `${name}’s`));
  if (state === "ready") return `${theirs} ${one ? "is" : "are"} ready.`;
  if (state === "unchecked") return `${theirs} ${one ? "is" : "are"} not checked yet.`;
  if (state === "none") return `${together(names)} ${one ? "has" : "have"} none yet.`;
  if (state === "thanked") return `${together(names)} ${one ? "is" : "are"} thanked already.`;
  const things = `${NUMBERS[count] ?? count} ${count === 1 ? "thing" : "things"} to ${state}`;
  return one ? `${theirs} has ${things}.` : `${theirs} have ${things} each.`;
}
