// What lasts as long as the visit: the rule that is being worked on, and all others that were begun. In storage only if
// somebody asks for it.

import { Keeper } from "../checker/keeper.js";
import { Entry } from "../checker/store.js";

export const NEW = "+new"; // stands for the id of a rule that has not been published

const fresh = () => ({
  since: null, // since when this is kept on the device; null: it is not
  current: null, // the id of the rule in the box, or NEW; null: none yet
  texts: {}, // of each rule that was changed, and of the new one: its text
  began: "", // the template that the new rule began with
  draft: "", // a message to try the rule on
  stage: "thank-you",
  channel: "email",
  facts: "",
});

export const memory = { ...fresh(), open: new Set(["examples"]) };

const entry = new Entry("afterword.workshop", 1);
Object.assign(memory, entry.read());

/** Keeps it on this device, if somebody asks for it. */
export const keeper = new Keeper(
  memory,
  () => Object.fromEntries(Object.keys(fresh()).map((name) => [name, memory[name]])),
  entry,
);

/** Forgets everything, here and on the device. */
export function forget() {
  keeper.end();
  Object.assign(memory, fresh());
}
