// Builds elements. Text goes in as text nodes only, so nothing that was pasted can ever become markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element: attributes by name, functions as listeners ("onclick"), `false`, null and undefined left out. */
export function h(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** A link that opens in a tab of its own: the draft lives in this one. */
export function link(href, text, attributes = {}) {
  return h(
    "a",
    { href, target: "_blank", rel: "noopener noreferrer", ...attributes },
    text,
    h("span", { class: "ck-hidden" }, " (new tab)"),
  );
}

/** A button; its `label` is text, or text and elements. `looks` are words for its class: "primary", "small". */
export function button(label, onclick, looks = [], attributes = {}) {
  const look = ["ck-button", ...looks.map((name) => `ck-button--${name}`)].join(" ");
  return h("button", { type: "button", class: look, onclick, ...attributes }, label);
}

/** An element of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false),
  );
  return element;
}

/** Paragraphs and "- " lists of a rule's text, as elements. */
export function paragraphs(text) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((block) =>
      block.startsWith("- ")
        ? h(
            "ul",
            {},
            block
              .slice(2)
              .split(/\n- /)
              .map((item) => h("li", {}, oneLine(item))),
          )
        : h("p", {}, oneLine(block)),
    );
}

const oneLine = (text) => text.replace(/\s+/g, " ");
