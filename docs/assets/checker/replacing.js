// What takes the place of the draft: a message with blanks, a sample, what a file holds. The reader is asked first where
// words of their own would go.

import { ask } from "./ask.js";
import { isOwn } from "./notebook.js";
import { start } from "./start.js";

const NOT_LOADED = "The messages to start from could not be loaded. Look at your connection, then try again.";

export class Replacing {
  #parts;
  #memory;
  #notebook;
  #act;

  /**
   * `parts` are those of the page: `box`, `blanks`, `form`, `sampleFacts`. `act` is what it does: place() gives where a dialog opens,
   * factsChanged(), replaced(), check(), say(words), and trouble(words).
   */
  constructor(parts, memory, notebook, act) {
    this.#parts = parts;
    this.#memory = memory;
    this.#notebook = notebook;
    this.#act = act;
  }

  /** Whether `what` may take the place of the draft: the reader is asked if it holds words of their own. */
  mayReplace(what) {
    const { reader } = this.#notebook;
    const which = reader ? `Your note to ${reader.name}` : "It";
    const question = {
      title: reader ? "Replace this note?" : "Replace your draft?",
      text: `${which} would be replaced by ${what}.`,
      yes: "Replace it",
      no: reader ? "Keep my note" : "Keep my draft",
    };
    return !isOwn(this.#memory) || ask(this.#act.place(), question);
  }

  /** Puts `text` in the place of the draft. */
  replace(text) {
    this.#memory.skeleton = false;
    this.#memory.head = [];
    this.#parts.box.replace({ start: 0, end: this.#parts.box.text.length }, text);
    this.#memory.ignored.forgetDraft();
    this.#act.replaced();
  }

  /** Starts from nothing. */
  async start() {
    if (!(await this.mayReplace("a message with blanks in it"))) return;
    const done = (text, facts) => {
      this.#parts.sampleFacts.drop();
      this.#parts.form.fill(facts);
      this.replace(text);
      this.#memory.sample = text;
      this.#act.factsChanged();
      this.#parts.blanks.begin();
      this.#act.say("The message is in the box. Its first blank is selected.");
    };
    try {
      await start(this.#act.place(), this.#parts.sampleFacts.without(), done, this.#notebook.reader?.name);
      this.#act.trouble("");
    } catch {
      this.#act.trouble(NOT_LOADED);
    }
  }

  /** Puts a sample in, with the facts around it. One of several notes has its facts in common with the others: they stay. */
  async sample({ draft, facts }) {
    const shared = this.#notebook.on;
    const what = shared ? "this sample" : "this sample, and so would the facts around it";
    if (!(await this.mayReplace(what))) return;
    this.#memory.sampleFacts = null;
    this.replace(draft);
    this.#memory.sample = draft;
    if (!shared) {
      this.#parts.sampleFacts.put(facts());
      this.#act.factsChanged();
    }
    this.#act.check();
  }
}
