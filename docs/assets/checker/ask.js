// A question that wants an answer first: a real dialog, so that the focus stays within it, Esc leaves it, and the
// focus returns to where it came from.

import { button, h } from "./dom.js";

let number = 0; // so that ids stay apart

/** Opens a dialog in `place`; `done` hears which button closed it by its value, "" after Esc. Gives the element. */
export function openDialog(place, title, content, done) {
  number += 1;
  const id = `ck-dialog-${number}`;
  const element = h(
    "dialog",
    {
      class: "ck-dialog",
      "aria-labelledby": id,
      onkeydown: (event) => event.stopPropagation(), // the theme turns pages at single keys
      onclose: () => {
        element.remove();
        done(element.returnValue);
      },
    },
    h("h2", { id }, title),
    content,
  );
  place.append(element);
  element.showModal();
  return element;
}

/** Asks; the promise holds true for the button `yes`, false for `no` and for Esc. */
export function ask(place, { title, text, yes, no }) {
  return new Promise((resolve) => {
    const answer = (value) => () => dialog.close(value);
    const dialog = openDialog(
      place,
      title,
      [
        h("p", {}, text),
        h(
          "div",
          { class: "ck-buttons" },
          button(yes, answer("yes"), ["primary"]),
          button(no, answer("no"), [], { autofocus: true }),
        ),
      ],
      (value) => resolve(value === "yes"),
    );
  });
}
