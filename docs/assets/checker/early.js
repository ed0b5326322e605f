// Starts the engine while the rest of its page is still on the way, as nothing else takes that long. Pages that are opened in
// the place of another, without being loaded, start it in main.js.

import { engine } from "./engine.js";

engine.startUnasked();
// The theme says so itself where its script comes with the page. Until then its search would not be shown.
document.documentElement.classList.replace("no-js", "js");
