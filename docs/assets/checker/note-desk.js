// What can be done with several notes: begin one for each, turn to another, go back to one for all, bring one back.

import { ask } from "./ask.js";
import { h } from "./dom.js";
import { hasWords } from "./notebook.js";
import { NotePart } from "./note-part.js";
import { PANEL } from "./note-tabs.js";
import { apart, PEOPLE, peopleIn, person } from "./people.js";

export class NoteDesk {
  label = h("label", { for: "ck-draft", class: "ck-label" });
  panel = h("div", { id: PANEL, class: "ck-note" }); // holds the draft, and what belongs to it
  #notebook;
  #memory;
  #form;
  #act;

  /**
   * `act` is what the page does: turned() when another draft is the present one, factsChanged(), say(words) and place(),
   * which gives where a dialog opens.
   */
  constructor(notebook, memory, form, act) {
    this.#notebook = notebook;
    this.#memory = memory;
    this.#form = form;
    this.#act = act;
    this.part = new NotePart(notebook, memory, {
      begin: () => this.#begin(),
      end: () => this.#end(),
      turnTo: (key) => this.#turnTo(key),
      thanked: (key) => this.#thanked(key),
      bringBack: (key) => this.#bringBack(key),
      drop: (key, whose) => this.#drop(key, whose),
    });
  }

  /** "Your note to Tom Baker"; "Your message" where there is one for all. */
  get title() {
    const { reader } = this.#notebook;
    return reader ? `Your note to ${reader.name}` : "Your message";
  }

  /** Shows where the notes stand. */
  show() {
    const { on, present } = this.#notebook;
    this.part.show();
    if (this.label.textContent !== this.title) this.label.textContent = this.title;
    this.#form.hide("recipients", on); // the tabs say who they are
    if (on) {
      this.panel.setAttribute("role", "tabpanel");
      this.panel.setAttribute("aria-labelledby", this.part.tabs.idOf(present));
    } else {
      this.panel.removeAttribute("role");
      this.panel.removeAttribute("aria-labelledby");
    }
  }

  /** Follows the people in the form. */
  follow() {
    const { on } = this.#notebook;
    const gone = this.#notebook.follow();
    if (!gone) return;
    this.#act.turned();
    const aside = this.#notebook.aside.length ? " What you wrote is put aside, and can be brought back." : "";
    const now = on && !this.#notebook.on ? "There is one note again." : `${this.title} is in the box now.`;
    this.#act.say(now + aside);
  }

  #begin() {
    this.#notebook.begin();
    this.#act.turned();
    this.part.focus();
    const { people, present, reader } = this.#notebook;
    const where = hasWords(this.#memory) ? `Your draft is the note to ${reader.name}. ` : "";
    const others = people.length === 2 ? "The other one has a tab beside it." : "The others have tabs beside it.";
    this.#act.say(where || present ? `${where}${others}` : others);
  }

  #end() {
    const { reader } = this.#notebook;
    this.#notebook.end();
    this.#act.turned();
    this.part.focus();
    const kept = this.#notebook.aside.length ? " The others are put aside, and can be brought back." : "";
    this.#act.say(`One note for all again: the one to ${reader?.name ?? "nobody named"}.${kept}`);
  }

  #turnTo(key) {
    if (key === this.#notebook.present) return;
    this.#notebook.turnTo(key);
    this.#act.turned();
  }

  #thanked(key) {
    const before = this.#memory.values[PEOPLE];
    const rows = before.flatMap((row) => (peopleIn(row.name).length > 1 ? apart(row, before) : [row]));
    this.#form.fill({ [PEOPLE]: rows.map((row) => (row.key === key ? { ...row, thanked: true } : row)) });
    this.#act.factsChanged();
    this.#act.say("Ticked as already thanked.");
  }

  #bringBack(key) {
    const rows = this.#memory.values[PEOPLE];
    if (!this.#notebook.people.some((each) => each.key === key)) {
      this.#form.fill({ [PEOPLE]: [...rows.filter(({ name }) => name.trim()), person(this.#notebook.rowOf(key))] });
    }
    if (!this.#notebook.on) this.#notebook.begin();
    this.#notebook.turnTo(key);
    this.#act.factsChanged();
    this.#act.turned();
    this.part.focus();
    this.#act.say(`Brought back. ${this.title} is in the box.`);
  }

  async #drop(key, whose) {
    const question = {
      title: "Throw this note away?",
      text: `${whose} would be gone. This cannot be undone.`,
      yes: "Throw it away",
      no: "Keep it",
    };
    if (!(await ask(this.#act.place(), question))) return;
    this.#notebook.drop(key);
    this.#act.factsChanged();
    this.#act.say("Thrown away.");
  }
}
