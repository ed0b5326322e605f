// The way to GitHub: its own page for the file, with the text in it where the address stays short enough, and otherwise
// copied first. Nothing of the text leaves this page before one of these links is followed.

import { copy } from "../checker/clipboard.js";
import { button, h, link } from "../checker/dom.js";

const LONGEST = 8000; // characters of an address that browsers and GitHub are sure to take

/** Where GitHub edits a file of this project, ending in a slash; "" on a site whose pages lead to no such place. */
export function editBase() {
  const href = document.querySelector('.aw-foot a[href$="/docs/workshop.md"]')?.href ?? "";
  return href.slice(0, href.length - "docs/workshop.md".length);
}

/** The address for a new file at `path` (rules/<group>/<id>.yml) with `text` in it; "" where that is too long. */
export function newFileAddress(base, path, text) {
  const [folder, name] = [path.slice(0, path.lastIndexOf("/")), path.slice(path.lastIndexOf("/") + 1)];
  const address = `${base.replace(/\/edit\//, "/new/")}${folder}?filename=${encodeURIComponent(name)}`;
  const filled = `${address}&value=${encodeURIComponent(text)}`;
  return filled.length <= LONGEST ? filled : "";
}

const SEND = [
  "Press “Commit changes…”. Say in a line what you changed and why: your source, or the message that was judged wrongly.",
  "Press “Propose changes”, and on the page that follows “Create pull request”. The checks run by themselves, and a person reads it.",
];

/** What to do, step by step. `rule` is {path, text, isNew, named}; `announce` says that something was copied. */
export function proposal({ path, text, isNew, named }, announce) {
  const base = editBase();
  if (!base)
    return [
      h(
        "p",
        {},
        "This copy of the site does not say where its rules live, so there is no link. Copy the text and send it to whoever runs it.",
      ),
      copyButton(text, announce),
    ];
  if (isNew && !named)
    return [h("p", {}, "As soon as the rule has an id and a group, here is the way to GitHub.")];
  const filled = isNew ? newFileAddress(base, path, text) : "";
  if (filled) {
    return steps(
      [
        "Open GitHub’s page for a new file; the text is filled in. You need an account, which is free. ",
        open(filled, "Open it on GitHub"),
      ],
      ...SEND,
    );
  }
  const where = isNew ? newFileAddress(base, path, "") : base + path;
  return steps(
    ["Copy the text. ", copyButton(text, announce)],
    [
      isNew
        ? "Open GitHub’s page for a new file, and paste the text there. You need an account, which is free. "
        : "Open this file on GitHub, select all that stands there (Ctrl+A), and paste. You need an account, which is free. ",
      open(where, "Open it on GitHub"),
    ],
    SEND.join(" "),
  );
}

const steps = (...texts) =>
  h(
    "ol",
    { class: "wk-steps" },
    texts.map((text) => h("li", {}, text)),
  );

const open = (address, words) => link(address, words, { class: "ck-button ck-button--primary" });

const copyButton = (text, announce) =>
  button(
    "Copy the text",
    async () =>
      announce(
        (await copy(text))
          ? "The text is copied."
          : "The browser did not allow copying: select all in the box, and copy it there.",
      ),
    ["primary"],
  );
