// What is done with a draft in the end: it is copied, handed to a mail program, kept as a file, or printed.

import { saveFile } from "../planner/save.js";
import { howToCopy } from "./by-keys.js";
import { copy } from "./clipboard.js";
import { button, h, link } from "./dom.js";
import { lengthOf, mailLink, partsOf } from "./message.js";
import { SPOKEN } from "./options.js";
import { withoutQuoted } from "./quoted.js";

const MAIL = "Your own mail program opens with it, and nothing is sent before you send it.";
const NO_ADDRESS = "The address is yours to put in.";
const TOO_LONG = "It is too long to be handed to a mail program by a link, so copy it.";

export class Send {
  #heading = h("h2", { id: "ck-send-title" });
  #note = h("p", { class: "ck-quiet", id: "ck-send-note" });
  #done = h("p", { class: "ck-send__done" });
  #left = h("p", { class: "ck-send__left" });
  #copy = button("Copy the message", () => this.#copied("message"), ["primary"]);
  #subject = button("Copy the subject", () => this.#copied("subject"));
  #mail = link("mailto:", "Open in mail", { class: "ck-button", "aria-describedby": "ck-send-note" });
  #quoted = h("input", { type: "checkbox", autocomplete: "off", onchange: () => this.#follow() });
  #quotedToo = h(
    "div",
    { class: "ck-send__quoted", hidden: true },
    h("p", {}, "The mail quoted below your words is left out."),
    h("label", { class: "ck-tick" }, this.#quoted, "Take it along"),
  );
  #print = button("Print with the points", () => this.#act.print());
  #act;
  #draft = ""; // as it stands in the box
  #text = ""; // what of it is sent
  #to = [];
  #channel = "email";
  #name = "";
  #parts = { subject: "", body: "" };

  /** `act` is what can be done: say(text), sent(said) when the message was taken along, print(), selectAll(). */
  constructor(act) {
    this.#act = act;
    this.#mail.addEventListener("click", () => act.sent(""));
    this.element = h(
      "section",
      { class: "ck-send", "aria-labelledby": "ck-send-title", hidden: true },
      this.#heading,
      this.#left,
      this.#quotedToo,
      h(
        "div",
        { class: "ck-buttons" },
        this.#copy,
        this.#subject,
        this.#mail,
        button("Download as .txt", () => saveFile(`${this.#name}.txt`, "text/plain", this.#text)),
        this.#print,
      ),
      this.#done,
      this.#note,
    );
  }

  /**
   * Follows the draft: what it is (`stage`), how it goes out (`channel`) and `to` which addresses, how many points are
   * still to fix, whose note it is, and whether it is one of `several`.
   */
  show(draft, { stage, channel, errors, reader, to, several }) {
    this.element.hidden = !draft.trim();
    if (draft !== this.#draft) this.#done.textContent = "";
    this.#draft = draft;
    this.#channel = channel;
    this.#to = to;
    this.#print.textContent = several ? "Print all notes with their points" : "Print with the points";
    this.#name = [stage, ...reader.toLowerCase().split(/[^\p{L}\p{N}]+/u)].filter(Boolean).join("-");
    this.#heading.textContent = SPOKEN.includes(channel)
      ? "Take it with you"
      : reader
        ? `Send the note to ${reader}`
        : "Send it";
    this.#left.textContent = errors ? `${errors === 1 ? "One point is" : `${errors} points are`} still to fix.` : "";
    this.#follow();
  }

  /** Another message begins: what is quoted in it is left out again. */
  startAfresh() {
    this.#quoted.checked = false;
    this.#follow();
  }

  // What is sent of the draft, and how.
  #follow() {
    const { own, quoted } = withoutQuoted(this.#draft);
    this.#quotedToo.hidden = !quoted;
    this.#text = this.#quoted.checked ? this.#draft : own;
    this.#parts = partsOf(this.#text);
    this.#subject.hidden = !this.#parts.subject;
    const mail = this.#channel === "email" ? mailLink(this.#parts, this.#to) : null;
    this.#mail.hidden = mail === null;
    if (mail) this.#mail.href = mail;
    const address = this.#to.length ? `It is addressed to ${this.#to.join(", ")}.` : NO_ADDRESS;
    this.#note.textContent = this.#channel === "email" ? (mail ? `${MAIL} ${address}` : TOO_LONG) : "";
  }

  async #copied(what) {
    const { subject, body } = this.#parts;
    const done = await copy(what === "subject" ? subject : body);
    if (!done) {
      this.#tell(`This browser did not allow it. Your draft is selected now: ${howToCopy()}.`);
      this.#act.selectAll();
      return;
    }
    const rest = subject ? " without its subject line, which has a button of its own" : "";
    this.#tell(what === "subject" ? "The subject is copied." : `Copied: ${lengthOf(body)}${rest}.`);
    if (what === "message") this.#act.sent(this.#done.textContent);
  }

  #tell(text) {
    this.#done.textContent = text;
    this.#act.say(text);
  }
}
