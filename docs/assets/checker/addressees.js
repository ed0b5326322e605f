// Whom a message is addressed to in a mail program, where the form has their addresses.

import { fieldOf } from "./fields.js";
import { ADDRESS } from "./names.js";
import { PEOPLE } from "./people.js";
import { factOf } from "./situation.js";

/**
 * The addresses of those who get the message, for `values` of the form; none where one of them is missing. `reader` is
 * the name of whom one of several notes goes to. Without one it goes to whom the form says, as the engine reads it: else
 * to whoever leads the hiring, else to all who interviewed you.
 */
export function addressees(values, reader) {
  const people = factOf(fieldOf(PEOPLE), values[PEOPLE]) ?? [];
  const of = (who) => ADDRESS.exec(who)?.[0] ?? people.find(({ name }) => name === who)?.email ?? "";
  const named = reader ? [reader] : factOf(fieldOf("recipients"), values.recipients);
  const leads = people.filter(({ lead }) => lead);
  const all = named ? named.map(of) : (leads.length ? leads : people).map(({ email }) => email ?? "");
  return all.every(Boolean) ? all : [];
}
