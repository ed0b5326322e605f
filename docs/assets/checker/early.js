// Starts the engine while the rest of its page is still on the way, as nothing else takes that long. Pages that are opened in
// the place of another, without being loaded, start it in main.js.

import { engine } from "./engine.js";

engine.startUnasked();
