// The plan as weeks of a wall calendar: which days there are, and what belongs on each. No drawing here.

import { addDays, dayOf, daysBetween, weekday } from "./dates.js";

const NEAR = 14; // days between today and the plan beyond which today is left out of the picture

/** The day that a step stands on, or undefined. */
const standsOn = ({ next, best, earliest }) => (next ?? best ?? earliest)?.slice(0, 10);

/**
 * The weeks from the interview to the last step, as lists of seven cells. A week in which nothing happens is left out,
 * and `{gap: weeks}` stands for it and for those like it that follow. A cell has its `day`, the `steps` (from 1) that
 * stand on it, and whether it is the `interview`'s day, `today`, `free` (a weekend or holiday) and in time for a step,
 * `open`.
 */
export function weeks(plan, interview, today) {
  const days = [interview, ...plan.steps.map(standsOn)].filter(Boolean).sort();
  if (!days.length) return [];
  if (Math.abs(daysBetween(days[0], today)) <= NEAR || (today > days[0] && today < days.at(-1))) days.push(today);
  days.sort();
  const start = addDays(days[0], -weekday(days[0]));
  const count = Math.floor(daysBetween(start, days.at(-1)) / 7) + 1;
  const free = new Set(plan.holidays.map(({ date }) => date));
  const cell = (day) => ({
    day,
    steps: plan.steps.flatMap((step, place) => (standsOn(step) === day ? [place + 1] : [])),
    interview: day === interview,
    today: day === today,
    free: weekday(day) > 4 || free.has(day),
    open: plan.steps.some((step) => isOpen(step, day)),
  });
  const rows = Array.from({ length: count }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => cell(addDays(start, row * 7 + column))),
  );
  return withGaps(rows);
}

function isOpen({ stage, state, earliest, latest }, day) {
  if (!stage || !earliest || state === "done") return false;
  return dayOf(earliest) <= day && (!latest || day <= dayOf(latest));
}

function withGaps(rows) {
  const made = [];
  for (const row of rows) {
    if (row.some(({ steps, interview, today }) => steps.length || interview || today)) made.push(row);
    else if (made.at(-1)?.gap) made.at(-1).gap += 1;
    else made.push({ gap: 1 });
  }
  return made;
}
