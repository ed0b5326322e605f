// Days and moments in words. They come as "2026-03-03" or "2026-03-03T09:30", by nobody's clock in particular, so
// they are reckoned as if in UTC, where every day has 24 hours.

const DAY = 86400000;
const weekdayOf = written({ weekday: "long" });
const monthOf = written({ month: "long" });
const dateOf = written({ dateStyle: "long" });
const dayAndMonthOf = written({ day: "numeric", month: "long" });

const parsed = (moment) => new Date(`${dayOf(moment)}T00:00Z`);

/** The day of a moment. */
export const dayOf = (moment) => moment.slice(0, 10);

/** The day so many days later. */
export const addDays = (day, count) => new Date(parsed(day).getTime() + count * DAY).toISOString().slice(0, 10);

/** The days from one to another. */
export const daysBetween = (one, other) => Math.round((parsed(other) - parsed(one)) / DAY);

/** 0 for a Monday, 6 for a Sunday. */
export const weekday = (day) => (parsed(day).getUTCDay() + 6) % 7;

/** "3 March 2026". */
export const dateInWords = (day) => dateOf(parsed(day));

/** "3 March". */
export const dayAndMonth = (day) => dayAndMonthOf(parsed(day));

/** "Tuesday 3 March"; with its year, if that is not the year of `now`. */
export function dayInWords(moment, now) {
  const date = parsed(moment);
  const year = moment.slice(0, 4) === now.slice(0, 4) ? "" : ` ${moment.slice(0, 4)}`;
  return `${weekdayOf(date)} ${date.getUTCDate()} ${monthOf(date)}${year}`;
}

/** "9:30"; "" for a day without a time. */
export const timeOf = (moment) => moment.slice(11, 16).replace(/^0/, "");

/** "Tuesday 3 March, 9:30". */
export function inWords(moment, now) {
  return [dayInWords(moment, now), timeOf(moment)].filter(Boolean).join(", ");
}

/** From when until when, in words; "" where neither is known. */
export function windowInWords(earliest, latest, now) {
  if (!earliest && !latest) return "";
  if (!earliest) return `until ${inWords(latest, now)}`;
  if (!latest) return `from ${inWords(earliest, now)} on`;
  if (dayOf(earliest) === dayOf(latest)) {
    return `on ${dayInWords(earliest, now)}, between ${timeOf(earliest)} and ${timeOf(latest)}`;
  }
  return `between ${inWords(earliest, now)} and ${inWords(latest, now)}`;
}

/** Writes dates in such a way. A format takes milliseconds to make, so it is made when one is first written. */
function written(options) {
  let format;
  return (date) => {
    format ??= new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    return format.format(date);
  };
}
