// The guide leads here with the kind of message chosen: check/#start=thank-you, or with its way,
// check/#start=check-in,phone. The address tells nothing of a draft, and what it says is taken out of it at once.

import { CHANNELS, STAGES } from "./options.js";

const START = /^#start(?:=(?<stage>[a-z-]+)(?:,(?<channel>[a-z-]+))?)?$/;

/** What the address asks for, as facts by their paths; null where it asks for nothing. It is taken out of the address. */
export function takeStart() {
  const found = START.exec(location.hash);
  if (!found) return null;
  history.replaceState(history.state, "", location.pathname + location.search);
  const known = { stage: STAGES, channel: CHANNELS };
  const isKnown = ([path, value]) => known[path].some(([name]) => name === value);
  return Object.fromEntries(Object.entries(found.groups).filter(isKnown));
}

/** Hears of such an address that is typed into the open page; `isFree` tells whether there is nothing to lose. */
export function hearStart(isFree, signal) {
  const hear = () => {
    if (!START.test(location.hash)) return;
    // The theme may put a new page in the place of this one at any moment, and a dialog would go with it.
    if (isFree()) location.reload();
    else takeStart();
  };
  addEventListener("hashchange", hear, { signal });
}

/** Has nobody written or answered anything yet? */
export const isUntouched = ({ draft, touched, notes }) => !draft.trim() && !touched.size && !notes.all.size;
