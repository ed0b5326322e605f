// What is typed into the search, put as the theme's search understands it. The build writes this in front of the
// theme's search worker, and so it hears of each message before the theme does.
//
// The theme looks for words that begin with what was typed, any of them: "to" finds "too", "tour" and "town", and "typos"
// does not find "typo". So small words go, endings go where nothing begins with the whole word, and a word that is
// unknown still may find one that is spelt almost like it.

const SMALL = new Set(
  ("a about after am an and any are as at be been before but by can could did do does for from get give had has have " +
    "he her him his how i if in into is it its job interview just me my no not of on or our out she should so than that " +
    "the their them then there they this to was we were what when where which who why will with would you your " +
    "don t s ve ll re isn doesn didn haven hasn").split(" "),
);
const ENDINGS = /(?:ies|ing|ers|ed|er|es|ly|s|d|e|y)$/;
const SHORTEST = 3; // letters that are left of a word without its ending
const GUESSED = 5; // letters of a word that may be spelt wrongly

let known = [];

/** The query with which the theme finds what was meant by `typed`. */
function understood(typed) {
  if (/["+~^:*]|(?:^|\s)-/.test(typed)) return typed; // somebody knows the theme's own signs
  const words = typed.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const telling = words.filter((word) => !SMALL.has(word));
  return (telling.length ? telling : words).map(findable).join(" ");
}

function findable(word) {
  if (begins(word)) return word;
  for (let stem = word; ENDINGS.test(stem); ) {
    stem = stem.replace(ENDINGS, "");
    if (stem.length < SHORTEST) break;
    if (begins(stem)) return stem;
  }
  return word.length < GUESSED ? word : `${word}~1`;
}

/** Whether a word of the index begins so; `known` is in order, and so it is the next one that would. */
function begins(start) {
  let [low, high] = [0, known.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (known[middle] < start) low = middle + 1;
    else high = middle;
  }
  return Boolean(known[low]?.startsWith(start));
}

addEventListener("message", ({ data: message }) => {
  if (message.type === 0) {
    const texts = message.data.docs.map((entry) => [entry.title, entry.text, ...(entry.tags ?? [])].join(" "));
    known = [...new Set(texts.join(" ").replace(/<[^>]*>/g, " ").toLowerCase().split(/[^\p{L}\p{N}]+/u))].sort();
  } else if (message.type === 2) {
    message.data = understood(message.data);
  }
});
