// The controls that stand for several answers at once: boxes to tick, lines of text, and what was sent; each of them
// can also say "none", which is not the same as saying nothing.

import { h } from "./dom.js";
import { logOf } from "./log.js";

const tick = (label, checked, onchange, attributes = {}) => {
  const box = h("input", { type: "checkbox", onchange: () => onchange(box.checked), ...attributes });
  box.checked = checked;
  return { box, element: h("label", { class: "ck-tick" }, box, label) };
};

/** Boxes to tick. The value is the list of those that are ticked; "none" rules out the others. */
export function severalControl(field, { id, class: _, ...attributes }, value, change) {
  const names = [...field.options, ...(field.none ? [["none", field.none]] : [])];
  const ticks = names.map(([name, label], place) =>
    tick(
      label,
      value.includes(name),
      (checked) => {
        for (const { box } of ticks) {
          if (checked && box.value !== name && (name === "none" || box.value === "none")) box.checked = false;
        }
        change(ticks.filter(({ box }) => box.checked).map(({ box }) => box.value));
      },
      { value: name, id: place === 0 && id },
    ),
  );
  return {
    element: h(
      "div",
      { class: "ck-ticks", role: "group", "aria-label": field.label, ...attributes },
      ticks.map(({ element }) => element),
    ),
    focus: () => ticks[0].box.focus(),
    set: (next) => ticks.forEach(({ box }) => (box.checked = next.includes(box.value))),
  };
}

/** Lines of text. The value is {text, none}. */
export function linesControl(field, attributes, value, change) {
  const now = { ...value };
  const area = h("textarea", {
    ...attributes,
    rows: "2",
    autocomplete: "off",
    oninput: () => {
      now.text = area.value;
      if (now.text.trim()) now.none = none.box.checked = false;
      change({ ...now });
    },
  });
  area.value = now.text;
  const none = tick(field.none ?? "", now.none, (checked) => {
    now.none = checked;
    if (checked) now.text = area.value = "";
    change({ ...now });
  });
  return {
    element: h("div", {}, area, field.none && none.element),
    focus: () => area.focus(),
    set: (next) => {
      Object.assign(now, next);
      area.value = now.text;
      none.box.checked = now.none;
    },
  };
}

/** What was sent. The value is {entries, none}, and its entries are changed in place. */
export function logControl(field, { id, class: _, ...attributes }, value, change) {
  let now = value;
  const none = tick("Nothing so far", now.none, (checked) => {
    now.none = checked;
    change(now);
  });
  const follow = () => {
    if (now.entries.length) now.none = none.box.checked = false;
    none.element.hidden = now.entries.length > 0;
  };
  const list = logOf(now.entries, { id, further: true }, () => {
    follow();
    change(now);
  });
  follow();
  return {
    element: h("div", { role: "group", "aria-label": field.label, ...attributes }, list.element, none.element),
    focus: () => list.focus(),
    set: (next) => {
      now = next;
      none.box.checked = now.none;
      list.set(now.entries);
      follow();
    },
  };
}
