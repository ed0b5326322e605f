// What is said of keys, where there are any: a phone has none, and its reader is told of the buttons.

const touched = () => matchMedia("(hover: none)").matches;

/** How a change to the draft is taken back. */
export const howToUndo = () => (touched() ? "The button “Undo” takes it back." : "Undo with Control Z in the draft.");

/** How words that are selected are copied. */
export const howToCopy = () => (touched() ? "copy it" : "copy it with Ctrl + C (⌘ + C on a Mac)");
