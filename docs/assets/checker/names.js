// What can be told of people's names, whoever asks.

/** An email address within a text. */
export const ADDRESS = /[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/;

/** Is a word of a name a title, such as "Dr."? */
export const isTitle = (word) => /^(?:mr|mrs|ms|miss|mx|dr|prof|professor)\.?$/i.test(word);

/** The words of a name in small letters, titles apart. */
export const wordsOf = (name) =>
  name
    .toLowerCase()
    .split(/[\s.,]+/)
    .filter((word) => word && !isTitle(word));

/** "Dana, Tom and Priya"; undefined for nobody. */
export const together = (names) => (names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]);
