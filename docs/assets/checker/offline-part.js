// What the page says of the copy for use without a network, and the switch for it.

import { button, h } from "./dom.js";
import { offline } from "./offline.js";

/** The part, kept up to date until `signal` ends it. `announcer` tells what the reader's own press has done. */
export function offlinePart(announcer, signal) {
  const element = h("div", { class: "ck-offline" });
  let pressed = false;
  const press = (run) => () => {
    pressed = true;
    run();
  };
  const show = () => {
    const words = WORDS[offline.state]?.();
    element.replaceChildren(...[words && h("p", {}, words), switchFor(press)].filter(Boolean));
    if (!pressed || offline.state === "making") return;
    pressed = false;
    element.querySelector("button")?.focus(); // the one that was pressed is gone
    announcer.now(element.querySelector("p").textContent);
  };
  offline.addEventListener("state", show, { signal });
  show();
  return element;
}

const WORDS = {
  making: () => "Keeping a copy of this page for use without a network …",
  kept: () => [
    h("strong", {}, "Works without a network now."),
    " To try it, turn off your network and load this page again. The copy holds this site’s own files, and nothing that you write.",
  ],
  off: () => "No copy is kept on this device, so this page needs a network.",
  failed: () => "This browser could not keep a copy. The page works as before, with a network.",
};

function switchFor(press) {
  if (offline.state === "kept") return button("Remove the offline copy", press(() => offline.remove()), ["small"]);
  if (offline.state === "off") return button("Keep an offline copy", press(() => offline.keep()), ["small"]);
  return null;
}
