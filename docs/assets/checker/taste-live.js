// The checker in small, on the first page: the same engine on words of the reader's own. What is written here is found
// again on the checker's page.

import { address } from "./address.js";
import { Announcer } from "./announcer.js";
import { h } from "./dom.js";
import { DraftBox } from "./draft.js";
import { engine } from "./engine.js";
import { Loading } from "./loading.js";
import { memory } from "./memory.js";
import { inUtf16 } from "./offsets.js";
import { isPlaced, ordered } from "./points.js";
import { situationFrom } from "./situation.js";
import { LEVEL_WORDS, tally } from "./words.js";

const PAUSE = 400; // after typing, before the draft is looked at again
const MOST = 5; // findings in sight; the rest are on the checker's page

/** Puts the live checker in `place`, instead of the findings that were made with the site, until `signal` ends it. */
export function start(place, made, signal) {
  let timer = 0;
  const check = () => {
    if (box.text.trim()) engine.check(box.text, situationFrom(memory.values));
    else show([], box.text);
  };
  const box = new DraftBox({
    describedBy: "aw-taste-promise",
    onInput() {
      memory.draft = box.text;
      memory.following = true; // the checker's page shows results at once
      announcer.typing();
      clearTimeout(timer);
      timer = setTimeout(check, PAUSE);
    },
    onSubmit: check,
  });
  const announcer = new Announcer();
  const loading = new Loading(engine, "checker", "Your words are checked as soon as it is there.", "Your words are still here.");
  const counts = h("p", { class: "ck-tally" });
  const list = h("ol", { class: "aw-taste-cards" });
  const show = (findings, draft) => {
    counts.textContent = draft.trim() ? sentence(findings) : "";
    list.replaceChildren(...ordered(findings).slice(0, MOST).map(card));
    box.mark(findings.filter(isPlaced), draft);
    announcer.count(tally(findings));
  };

  const on = (type, run) => engine.addEventListener(type, run, { signal });
  on("state", () => loading.show(true));
  on("progress", () => loading.show(true));
  on("check", ({ detail: { draft, answer } }) => {
    loading.show(false);
    if (answer.error) counts.textContent = answer.error.message;
    else if (box.text.trim()) show(inUtf16(answer, draft).findings, draft);
  });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    box.forget();
  });

  const sample = made.querySelector(".aw-draft").cloneNode(true);
  for (const each of sample.querySelectorAll("sup")) each.remove();
  for (const each of sample.querySelectorAll("br")) each.replaceWith("\n");
  box.restore(memory.draft || sample.textContent);
  made.hidden = true;
  place.replaceChildren(
    h(
      "div",
      { class: "afterword aw-taste-live" },
      h(
        "div",
        {},
        h("label", { for: "ck-draft", class: "ck-label" }, "Your message"),
        h("p", { id: "aw-taste-promise", class: "ck-promise" }, "It stays in this browser, and is checked here."),
        box.element,
        loading.element,
      ),
      h("div", {}, counts, list),
      announcer.element,
    ),
  );
  loading.show(true);
  check();
  box.area.focus();
}

const sentence = (findings) => {
  const counts = tally(findings);
  const rest = findings.length > MOST ? ` The first ${MOST} are shown.` : "";
  return `${counts[0].toUpperCase()}${counts.slice(1)}.${rest}`;
};

function card({ level, page, rule, message }) {
  const title = engine.rulesById.get(rule)?.title ?? rule;
  return h(
    "li",
    {},
    h("span", { class: `aw-level aw-level--${level}` }, LEVEL_WORDS[level]),
    " ",
    h("a", { href: address(page) }, title),
    h("br"),
    message,
  );
}
