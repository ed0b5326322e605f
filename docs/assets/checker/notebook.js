// A note for each interviewer: which there are, whose is being written, and how none of them is ever lost.
//
// The present note is the draft that the whole page works on, so its words and its result stand in the memory itself;
// the others wait in `memory.notes.all`, by the keys of the rows of the form. A note whose row has gone is put aside.

import { guessesFrom } from "./guesses.js";
import { blankNote } from "./kept-notes.js";
import { wordsOf } from "./names.js";
import { SPOKEN } from "./options.js";
import { keyAt, PEOPLE, peopleIn } from "./people.js";

const OWN = ["draft", "skeleton", "sample", "head", "result"]; // what each note has for itself, in the memory and here
const LOOSE = "loose"; // the key of a text that no person is left for

export const hasWords = (note) => note.draft.trim() !== "";

/** Does a note, or the memory, hold words that are the reader's own? */
export const isOwn = (note) => hasWords(note) && note.draft !== note.sample;

export class Notebook {
  #memory;

  constructor(memory) {
    this.#memory = memory;
  }

  get on() {
    return this.#notes.on;
  }

  /** The key of the note that is being written; "" while there is one for all. */
  get present() {
    return this.on ? this.#notes.present : "";
  }

  /**
   * Those who may get a note: `{key, name, known, thanked, lead}`. In a notebook a row whose name is just being
   * written anew stays; it is not `known` then, and called by its number.
   */
  get people() {
    return this.#memory.values[PEOPLE].flatMap(({ key, name, thanked, lead }, row) => {
      const names = peopleIn(name).map((found) => found.name);
      if (!names.length) {
        const stays = this.on && this.#notes.all.has(key);
        return stays ? [{ key, name: `Person ${row + 1}`, known: false, thanked, lead }] : [];
      }
      // Two names in one row are two people, of whom the rest of the row describes the first.
      return names.map((each, place) => ({
        key: keyAt(key, place),
        name: each,
        known: true,
        thanked: place === 0 && Boolean(thanked),
        lead: place === 0 && Boolean(lead),
      }));
    });
  }

  /** The person whose note is being written; undefined while there is one for all. */
  get reader() {
    return this.on ? this.people.find(({ key }) => key === this.present) : undefined;
  }

  /** Would a note for each be of use? The rules that ask for one are about written thank-yous. */
  get isOfUse() {
    const { stage, channel } = this.#memory.values;
    return !this.on && stage === "thank-you" && !SPOKEN.includes(channel) && this.people.length > 1;
  }

  /** A note as it stands now. */
  note(key) {
    if (key !== this.present) return this.#notes.all.get(key) ?? blankNote();
    return { ...this.#notes.all.get(key), ...this.#ownOfMemory() };
  }

  /** The notes that are written but have no tab: `{key, name, note}`. */
  get aside() {
    const { all, present } = this.#notes;
    const shown = this.on ? this.people.map(({ key }) => key) : [present];
    return [...all]
      .filter(([key, note]) => !shown.includes(key) && hasWords(note))
      .map(([key, note]) => ({ key, name: note.person.name?.trim() ?? "", note }));
  }

  /** Is there a text that somebody would miss? */
  get hasOwnWords() {
    const { all, present } = this.#notes;
    const others = [...all].filter(([key]) => key !== present).map(([, note]) => note);
    return [this.#memory, ...others].some(isOwn);
  }

  /** Makes the draft the note to whom it greets, and begins one for each of the others. */
  begin() {
    const { people } = this;
    const home = this.#homeOfDraft(people);
    this.#notes.on = true;
    this.#notes.present = home;
    this.#noteRows();
    if (home === LOOSE) this.turnTo(people[0].key);
  }

  /** One note for all again: the present one. The others are put aside. */
  end() {
    this.#putAway();
    this.#notes.on = false;
  }

  /** Puts the present note away and takes out another. */
  turnTo(key) {
    this.#putAway();
    this.#notes.present = key;
    const { here, ...note } = this.#notes.all.get(key) ?? blankNote();
    for (const name of OWN) this.#memory[name] = note[name];
    this.#memory.ignored.here = here;
  }

  /**
   * Follows the rows of the form. Returns whether the present note is another one now, or is the only one: its row has
   * gone.
   */
  follow() {
    if (!this.on) return false;
    const { people } = this;
    this.#noteRows();
    const gone = !people.some(({ key }) => key === this.present);
    if (gone && people.length) this.turnTo(people[0].key);
    if (people.length < 2 && !(people.length && this.aside.length)) {
      this.end();
      return true;
    }
    return gone;
  }

  /** The row for somebody whose note was put aside, to be put back into the form. */
  rowOf(key) {
    return { ...this.#notes.all.get(key)?.person, key };
  }

  /** Throws a note away that was put aside. */
  drop(key) {
    this.#notes.all.delete(key);
  }

  /** Stores what the engine has found in a note. */
  store(key, result) {
    if (key === this.present) this.#memory.result = result;
    const note = this.#notes.all.get(key);
    if (note) note.result = result;
  }

  // Brings what is kept of the present note up to date.
  #putAway() {
    const { all, present } = this.#notes;
    all.set(present, { ...(all.get(present) ?? blankNote()), ...this.#ownOfMemory() });
  }

  #ownOfMemory() {
    return { ...Object.fromEntries(OWN.map((name) => [name, this.#memory[name]])), here: this.#memory.ignored.here };
  }

  // Each person has a note, if an empty one, which knows what the form says of them: to bring them back with it.
  #noteRows() {
    for (const { key, name, known } of this.people) {
      if (!this.#notes.all.has(key)) this.#notes.all.set(key, blankNote());
      const row = this.#memory.values[PEOPLE].find((each) => each.key === key);
      if (known) this.#notes.all.get(key).person = { ...row, name };
    }
  }

  // Whose note the one draft is: that of before, or of whom it greets, else of the lead. What is written to somebody
  // already is not replaced; a text for which nobody is left is put aside.
  #homeOfDraft(people) {
    const { all, present } = this.#notes;
    if (people.some(({ key }) => key === present)) return present;
    all.delete(present); // its row has gone, and its words are those of the draft
    const free = people.filter(({ key }) => !hasWords(all.get(key) ?? blankNote()));
    const greeted = guessesFrom(this.#memory.draft).find(({ path }) => path === PEOPLE)?.value ?? [];
    const home = free.find((each) => isGreeted(each, greeted)) ?? free.find(({ lead }) => lead) ?? free[0];
    return home?.key ?? LOOSE;
  }

  get #notes() {
    return this.#memory.notes;
  }
}

// Greeted with all that is said of the name: "Dana", "Ms Ortiz" and "Dana Ortiz" greet Dana Ortiz, "Dana and Tom" nobody.
function isGreeted({ name }, greeted) {
  if (greeted.length !== 1) return false;
  const words = wordsOf(name);
  return wordsOf(greeted[0].name).some((word) => word.length > 1 && words.includes(word));
}
