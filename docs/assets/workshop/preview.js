// The rule's page, as the site will show it. Python escapes the texts of the rule; and what comes out is built anew here,
// element by element from a short list, so that whatever was typed can never become anything else than text.

import { address } from "../checker/address.js";
import { h } from "../checker/dom.js";
import { waiting } from "./parts.js";

const ALLOWED = new Set(
  "p ul ol li dl dt dd a strong em code span div figure figcaption blockquote mark ins del br hr details summary".split(
    " ",
  ),
);
const BELOW = { h1: "h3", h2: "h4", h3: "h5", h4: "h6" }; // the page has a heading of its own, and the fold another

/** The place of the page, which is built only when there is another one. */
export class PageView {
  #note = h("p", { class: "ck-quiet" });
  #sheet = h("div", {
    class: "wk-preview",
    role: "region",
    "aria-label": "The page that readers see",
    tabindex: "0",
    hidden: true,
  });
  #shown = null;
  element = h("div", {}, this.#note, this.#sheet);

  /** Shows `html`, or says why there is none, or none that is new. */
  show(html, reading) {
    const late = reading && !reading.rule;
    this.#note.textContent = html ? (late ? "As it was before the errors:" : "") : waiting(reading);
    this.#note.hidden = !this.#note.textContent;
    this.#sheet.hidden = !html;
    if (html && html !== this.#shown) this.#sheet.replaceChildren(...previewed(html));
    this.#shown = html ?? this.#shown;
  }
}

/** The nodes of a page that is given as HTML. */
export function previewed(html) {
  // A document made in this way runs nothing and fetches nothing.
  return built(new DOMParser().parseFromString(html, "text/html").body);
}

function built(parent) {
  return [...parent.childNodes].flatMap((node) => {
    if (node.nodeType === Node.TEXT_NODE) return [node.data];
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const name = node.localName;
    if (BELOW[name]) return [h(BELOW[name], { class: `wk-${name}` }, built(node))];
    if (!ALLOWED.has(name)) return built(node);
    return [h(name, { class: ours(node), ...(name === "a" && leading(node)) }, built(node))];
  });
}

const ours = (node) => [...node.classList].filter((name) => /^aw-[\w-]+$/.test(name)).join(" ") || null;

// Markdown names other pages by their files. A place within this page is nowhere to go here.
function leading(node) {
  const href = node.getAttribute("href") ?? "";
  if (/^https?:\/\//.test(href)) return { href, target: "_blank", rel: "noopener noreferrer" };
  const found = href.match(/^([\w./-]+)\.md([?#][\w=&-]*)?$/);
  if (!found) return {};
  const page = new URL(`${found[1]}/`.replace(/(^|\/)index\/$/, "$1"), address("rules/"));
  return { href: page.href + (found[2] ?? ""), target: "_blank", rel: "noopener noreferrer" };
}
