// Texts of the same kind, as many as there are: a box for each.

import { button, h } from "./dom.js";
import { ListEditor } from "./list-editor.js";

/** The control of a field that holds several long texts. */
export function notesControl(field, { id, ...attributes }, value, change) {
  let entries = [...value];
  const list = new ListEditor(
    entries,
    {
      className: "ck-notes",
      add: "Add another note",
      least: 1,
      blank: () => "",
      row: (text, place, remove, changed) => {
        const box = h("textarea", {
          ...attributes,
          id: place === 0 ? id : `${id}-${place}`,
          rows: "3",
          autocomplete: "off",
          "aria-label": place > 0 && `${field.label}, number ${place + 1}`,
          oninput: () => {
            entries[place] = box.value;
            changed();
          },
        });
        box.value = text;
        const label = { "aria-label": `Remove note ${place + 1}` };
        return h("div", {}, box, entries.length > 1 && button("Remove", remove, ["small"], label));
      },
    },
    () => change(entries),
  );
  const set = (next) => list.set((entries = [...next]));
  return { element: list.element, focus: () => list.focus(), set };
}
