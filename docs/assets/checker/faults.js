// Dates that cannot be, as far as anybody can see without the rules. A kind word stands at the field; the draft is checked
// all the same.

import { daysBetween } from "../planner/dates.js";

export const EARLY = "This lies before the interview. Please look at both dates.";
export const AHEAD = "This day has not come yet. List only what you have sent.";
export const YEAR = "Please look at the year.";
const TO_COME = "This has not come yet by your clock. If the interview is still ahead, there is nothing to send so far.";
const FAR = 400; // days before or after today, beyond which a year has probably been mistyped

/** Is a date so far from today that its year is probably a slip? */
export const isFar = (date, today) => Boolean(date) && Math.abs(daysBetween(today, date)) > FAR;

/**
 * The faults of the form's `values` as a map from paths to words; `now` is the reader's clock, {date, time}. That a
 * message was sent before the interview is no fault here: it may have been another round.
 */
export function faultsOf(values, now) {
  const interview = values["interview.at"];
  const before = (moment) => isBefore(moment, interview);
  const day = (path) => (values[path] && interview.date && values[path] < interview.date ? EARLY : "");
  const ahead = isBefore(now, interview) && TO_COME;
  const late = values.sent.entries.findIndex(({ date }) => date > now.date);
  return new Map(
    [
      ["interview.at", isFar(interview.date, now.date) ? YEAR : ahead],
      ["now", isFar(values.now.date, now.date) ? YEAR : !ahead && before(values.now) && EARLY],
      ["interview.decision_by", isFar(values["interview.decision_by"], now.date) ? YEAR : day("interview.decision_by")],
      ["reply_needed_by", isFar(values.reply_needed_by.date, now.date) ? YEAR : before(values.reply_needed_by) && EARLY],
      ["employer_limit.not_before", isFar(values["employer_limit.not_before"], now.date) && YEAR],
      ["sent", late >= 0 && `Message ${late + 1}: ${AHEAD}`],
    ].filter(([, words]) => words),
  );
}

// Where a time is missing, the day alone counts.
function isBefore(one, other) {
  if (!one.date || !other.date) return false;
  if (one.date !== other.date || !one.time || !other.time) return one.date < other.date;
  return one.time < other.time;
}
