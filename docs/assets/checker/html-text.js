// Plain text from HTML, as a mail program shows it: paragraphs apart, list items with their marks, quoted mail behind
// ">". The HTML is parsed into a document that is never shown, in which nothing runs and nothing is fetched.

const LEFT_OUT = new Set("SCRIPT STYLE TEMPLATE HEAD TITLE NOSCRIPT SVG MATH OBJECT IFRAME SELECT TEXTAREA BUTTON".split(" "));
const APART = new Set("P H1 H2 H3 H4 H5 H6 UL OL DL BLOCKQUOTE PRE TABLE".split(" ")); // an empty line before and after
const LINES = new Set("DIV LI TR DT DD SECTION ARTICLE HEADER FOOTER MAIN ASIDE ADDRESS FIGURE HR CENTER FORM CAPTION".split(" "));
const HIDDEN = /display\s*:\s*none|mso-hide\s*:\s*all|mso-list\s*:\s*ignore/i;
const KEPT = /white-space\s*:\s*(?:pre|break-spaces)/i;

/** The text of some HTML; with `marks` false without marks before list items. */
export function textOfHtml(html, marks = true) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return tidy(read(body, marks));
}

function read(root, marks) {
  let text = "";
  let breaks = 0; // line breaks that are due before the next word
  let marked = false; // a list item's mark waits for its first word, which may stand in a paragraph of its own
  const put = (piece) => {
    text += (text ? "\n".repeat(breaks) : "") + piece;
    breaks = 0;
    marked = false;
  };
  const due = (number) => {
    if (!marked) breaks = Math.max(breaks, number);
  };
  const walk = (node, kept) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const words = kept ? node.data : node.data.replace(/[ \t\r\n\f]+/g, " ");
      const blank = !/[^ \t\r\n\f]/.test(words);
      if (blank && !kept && (breaks || !text || text.endsWith(" "))) return; // between blocks
      const atStart = breaks || !text || /[ \n]$/.test(text);
      put(kept || !atStart ? words : words.replace(/^ /, ""));
    } else if (node.nodeType === Node.ELEMENT_NODE) element(node, kept);
  };
  const element = (node, kept) => {
    const style = node.getAttribute("style") ?? "";
    if (LEFT_OUT.has(node.tagName.toUpperCase()) || node.hidden || HIDDEN.test(style)) return;
    if (node.tagName === "BR") {
      put("");
      due(1);
      return;
    }
    const item = /mso-list\s*:\s*(?!ignore)\S/i.test(style) && node.tagName === "P";
    const isApart = APART.has(node.tagName) && !item && !node.parentElement.closest("li");
    const space = isApart ? 2 : APART.has(node.tagName) || LINES.has(node.tagName) ? 1 : 0;
    const quoted = node.tagName === "BLOCKQUOTE";
    if (space) due(space);
    if (quoted) put(tidy(read(inside(node), marks)).replace(/^/gm, "> "));
    else {
      if (/^T[DH]$/.test(node.tagName) && node.previousElementSibling) put("\t");
      if (marks && (node.tagName === "LI" || item)) {
        put(markOf(node));
        marked = true;
      }
      for (const child of node.childNodes) walk(child, kept || node.tagName === "PRE" || KEPT.test(style));
    }
    if (space) due(space);
  };
  for (const child of root.childNodes) walk(child, false);
  return text;
}

// The content of a quotation, without the quotation itself.
const inside = (node) => ({ childNodes: node.childNodes });

function markOf(item) {
  const list = item.parentElement;
  if (list?.tagName !== "OL") return "- ";
  return `${[...list.children].filter(({ tagName }) => tagName === "LI").indexOf(item) + list.start}. `;
}

const tidy = (text) =>
  text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/**
 * What to paste where a page or a word processor offers HTML beside its `plain` text: the same words with their
 * paragraphs and list items, or `plain` as it is where the HTML says something else, or nothing more.
 */
export function pastedText(plain, html) {
  if (!/<(?:p|li)\b/i.test(html) || letters(textOfHtml(html, false)) !== letters(plain)) return plain;
  const text = textOfHtml(html);
  return text.includes("\n") ? text : plain;
}

const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");
