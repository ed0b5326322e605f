// The workshop's own engine: the same as the checker's, with what reads and proves rules in it. The checker never waits for it.

import { Engine } from "../checker/engine.js";

const LIMITS = { read: 12000, page: 12000, prove: 25000, cost: 45000, draft: 12000, sweep: 25000 }; // milliseconds

/** The one engine of this visit to the workshop. */
export const engine = new Engine(new URL("../workshop/worker.js", import.meta.url).href, LIMITS);
