// Mounts the checker, its taste on the first page, the planner or the workshop wherever a page has a place for it.
//
// Loaded once for the whole site, so it stays small: each of them is fetched on its own page only.
// With instant navigation Material replaces the page under us and says so through `document$`; what must outlive
// the page (the draft, the facts, the worker) is kept in the modules that are imported here.

import { bringAtRest, eachPage } from "../theme.js";
import { breath } from "./breath.js";

// The id of each place, and the module that fills it.
const PLACES = {
  "afterword-checker": "./checker.js",
  "afterword-taste": "./taste.js",
  "afterword-planner": "../planner/planner.js",
  "afterword-workshop": "../workshop/workshop.js",
};

// Those that the checker's engine answers: it starts while the rest of their scripts is on its way.
const ASK_THE_ENGINE = ["afterword-checker", "afterword-planner"];

let leave = null;

/** Mounts what this page has a place for, and lets go of what was there before. */
export async function arrive() {
  leave?.();
  leave = null;
  const place = document.querySelector(
    Object.keys(PLACES)
      .map((id) => `#${id}`)
      .join(),
  );
  if (!place || place.childElementCount) return;
  if (ASK_THE_ENGINE.includes(place.id)) {
    import("./engine.js").then(
      ({ engine }) => {
        engine.startWhenIdle();
        bringAtRest(() => engine.busy);
      },
      () => bringAtRest(() => false), // then the form does not come either, and says so
    );
  }
  const { mount } = await import(PLACES[place.id]);
  await breath(); // what was imported has just run
  if (place.isConnected && !place.childElementCount) leave = mount(place);
}

eachPage(arrive);
