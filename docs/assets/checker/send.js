// What is done with a draft in the end: it is copied, handed to a mail program, kept as a file, or printed.

import { saveFile } from "../planner/save.js";
import { copy } from "./clipboard.js";
import { button, h, link } from "./dom.js";
import { lengthOf, mailLink, partsOf } from "./message.js";

const SPOKEN = ["phone", "in-person"];
const MAIL = "Your own mail program opens with it. The address is yours to put in, and nothing is sent before you send it.";
const TOO_LONG = "It is too long to be handed to a mail program by a link, so copy it.";

export class Send {
  #heading = h("h2", { id: "ck-send-title" });
  #note = h("p", { class: "ck-quiet", id: "ck-send-note" });
  #done = h("p", { class: "ck-send__done" });
  #left = h("p", { class: "ck-send__left" });
  #copy = button("Copy the message", () => this.#copied("message"), ["primary"]);
  #subject = button("Copy the subject", () => this.#copied("subject"));
  #mail = link("mailto:", "Open in mail", { class: "ck-button", "aria-describedby": "ck-send-note" });
  #act;
  #draft = "";
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
      h(
        "div",
        { class: "ck-buttons" },
        this.#copy,
        this.#subject,
        this.#mail,
        button("Download as .txt", () => saveFile(`${this.#name}.txt`, "text/plain", this.#draft)),
        button("Print with the points", act.print),
      ),
      this.#done,
      this.#note,
    );
  }

  /** Follows the draft, what it is (`stage`), how it goes out (`channel`), and how many points are still to fix. */
  show(draft, { stage, channel }, errors) {
    this.element.hidden = !draft.trim();
    if (draft !== this.#draft) this.#done.textContent = "";
    this.#draft = draft;
    this.#name = stage;
    this.#parts = partsOf(draft);
    this.#heading.textContent = SPOKEN.includes(channel) ? "Take it with you" : "Send it";
    this.#left.textContent = errors ? `${errors === 1 ? "One point is" : `${errors} points are`} still to fix.` : "";
    this.#subject.hidden = !this.#parts.subject;
    const mail = channel === "email" ? mailLink(this.#parts) : null;
    this.#mail.hidden = mail === null;
    if (mail) this.#mail.href = mail;
    this.#note.textContent = channel === "email" ? (mail ? MAIL : TOO_LONG) : "";
  }

  async #copied(what) {
    const { subject, body } = this.#parts;
    const done = await copy(what === "subject" ? subject : body);
    if (!done) {
      this.#tell("This browser did not allow it. Your draft is selected now: copy it with Ctrl + C (⌘ + C on a Mac).");
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
