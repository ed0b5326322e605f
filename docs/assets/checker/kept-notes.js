// The notes to several interviewers as this device remembers them: their words, not what was found in them.

/** `notes` as plain data. The present note stands elsewhere, so what is here of it is old. */
export const notesToKeep = ({ on, present, all }) => ({
  on,
  present,
  all: [...all].map(([key, { person, draft, skeleton, here }]) => ({ key, person, draft, skeleton, here: [...here] })),
});

/** The notes from what `notesToKeep` gave. */
export const keptNotes = ({ on, present, all }) => ({
  on,
  present,
  all: new Map(all.map(({ key, here, ...note }) => [key, { ...blankNote(), ...note, here: new Set(here) }])),
});

/** A note of which nothing is written. `person` is a row of the form; the rest is as in memory.js. */
export const blankNote = (person = {}) => ({
  person,
  draft: "",
  skeleton: false,
  sample: "",
  head: [],
  result: null,
  here: new Set(),
});
