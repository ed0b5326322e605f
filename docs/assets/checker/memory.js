// What lasts as long as the visit: in memory only, never in the address, never in storage. Leaving the page for a
// rule and coming back finds everything as it was; closing the tab forgets it.

import { FIELDS, initialValue } from "./fields.js";

export const memory = {
  draft: "",
  values: Object.fromEntries(FIELDS.map((field) => [field.path, initialValue(field)])),
  touched: new Set(), // fields that the reader has changed
  following: false, // a first check was asked for, so the results follow what is written
  result: null, // the last answer of the engine and the draft it belongs to
  open: new Set(), // cards that are unfolded
  sample: "", // the sample that was put in, which nobody minds losing
};
