// The switch between the two orders of the cards.

import { h } from "./dom.js";
import { ORDERS } from "./points.js";

/** The switch; `change` hears the value and the label of a choice. Built once, so that it keeps the focus. */
export function orderSwitch(change) {
  return h(
    "fieldset",
    { class: "ck-order" },
    h("legend", { class: "ck-hidden" }, "Order of the points"),
    ORDERS.map(([value, label]) =>
      h(
        "label",
        { class: "ck-order__choice" },
        h("input", {
          type: "radio",
          name: "ck-order",
          value,
          autocomplete: "off",
          onchange: () => change(value, label),
        }),
        h("span", {}, label),
      ),
    ),
  );
}
