// One shape per level, so that the level never hangs on colour: an octagon, a triangle, a circle.

import { svg } from "./dom.js";

const SHAPES = {
  error: ["M8 1.5h8L22.5 8v8L16 22.5H8L1.5 16V8z", "M12 6.5v7M12 16.8v.2"],
  warning: ["M12 2.5 22.5 21h-21z", "M12 9.5v5.5M12 17.8v.2"],
  suggestion: ["M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "M12 11v6M12 7v.2"],
  passed: ["M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z", "m7.5 12.2 3.2 3.2 5.8-6.4"],
};

/** The icon of a level, or of a rule that is kept ("passed"); always beside the word, so hidden from screen readers. */
export function icon(name) {
  const [outline, sign] = SHAPES[name];
  return svg(
    "svg",
    { class: `ck-icon ck-icon--${name}`, viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
    svg("path", { class: "ck-icon__shape", d: outline }),
    svg("path", { class: "ck-icon__sign", d: sign }),
  );
}
