// Drafts that come from elsewhere: pasted, dropped on the box, or opened from a file. A line below the box says what
// was done to them, and takes it back.

import { howToUndo } from "./by-keys.js";
import { button, h } from "./dom.js";
import { pastedText } from "./html-text.js";
import { factsOf, headOf, kept, told } from "./intake.js";
import { readFile, Unreadable } from "./mail-file.js";

export class Arrivals {
  #box;
  #act;
  #picker;

  /** `act` is what the page does: mayReplace(what), replace(text), facts(list), say(text), failed(text). */
  constructor(box, act) {
    this.#box = box;
    this.#act = act;
    this.#picker = h("input", {
      type: "file",
      accept: ".eml,.txt,message/rfc822,text/plain",
      hidden: true,
      "aria-hidden": "true",
      tabindex: "-1",
      onchange: () => {
        const [file] = this.#picker.files;
        this.#picker.value = ""; // the same file may be opened again
        if (file) this.#open(file);
      },
    });
    this.line = h("div", { class: "ck-arrived" });
    this.element = h("div", {}, this.#picker, this.line);
    box.element.addEventListener("paste", (event) => this.#pasted(event));
    box.element.addEventListener("input", () => {
      this.line.replaceChildren();
      if (!box.text.trim()) act.facts([]);
    });
    const over = (event) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      box.element.classList.add("ck-draft--over");
    };
    box.element.addEventListener("dragenter", over);
    box.element.addEventListener("dragover", over);
    box.element.addEventListener("dragleave", () => box.element.classList.remove("ck-draft--over"));
    box.element.addEventListener("drop", (event) => {
      box.element.classList.remove("ck-draft--over");
      const [file] = event.dataTransfer.files;
      if (!file) return;
      event.preventDefault();
      this.#open(file);
    });
  }

  /** Another draft is in the box: what was said of the one before goes. */
  forget() {
    this.line.replaceChildren();
  }

  /** Lets the reader choose a file. */
  choose() {
    this.#picker.click();
  }

  #pasted(event) {
    const plain = event.clipboardData.getData("text/plain").replace(/\r\n?/g, "\n");
    const text = pastedText(plain, event.clipboardData.getData("text/html"));
    const { selectionStart: start, selectionEnd: end } = this.#box.area;
    const head = this.#box.text.slice(0, start).trim() ? null : headOf(text);
    if (!head && text === plain) return; // nothing to do better than the browser
    event.preventDefault();
    this.#box.replace({ start, end }, text);
    if (head) this.#behead(head, start);
  }

  #behead(head, start) {
    this.#box.replace({ start, end: start + head.end }, kept(head));
    const end = this.#box.text.length;
    this.#box.area.setSelectionRange(end, end);
    this.#act.facts(factsOf(head));
    this.#tell(`Pasted. ${told(head)}`);
  }

  async #open(file) {
    try {
      const { text, head } = await readFile(file);
      if (!(await this.#act.mayReplace(`what “${file.name}” holds`))) return;
      const printed = head ? null : headOf(text); // an email that was saved as text
      this.#act.replace(printed ? kept(printed) + text.slice(printed.end) : text);
      this.#act.facts(head || printed ? factsOf(head ?? printed) : []);
      this.#act.failed("");
      this.#tell(`Opened “${file.name}”.${printed ? ` ${told(printed)}` : ""}`);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#act.failed(`${error.message} Your draft is as it was.`);
    }
  }

  #tell(what) {
    const undo = () => {
      this.#act.facts([]);
      this.#box.undo();
      this.line.replaceChildren();
      this.#act.say("Undone.");
    };
    this.line.replaceChildren(h("p", {}, what), button("Undo", undo, ["small"]));
    this.#act.say(`${what} ${howToUndo()}`);
  }
}
