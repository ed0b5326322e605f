// Fetches what Python is made of before its page is opened, so that the browser has it by then. Nothing is started.

const site = new URL("../../", import.meta.url);
let begun = false;

/** Fetches it once, unless the reader's browser saves data. What fails here is fetched again where it is needed. */
export async function fetchAhead() {
  if (begun || navigator.connection?.saveData) return;
  begun = true;
  try {
    const { files } = await (await fetch(new URL("assets/engine/parts.json", site), { cache: "no-cache" })).json();
    for (const { place } of Object.values(files)) await (await fetch(new URL(place, site), { priority: "low" })).arrayBuffer();
  } catch {
    begun = false;
  }
}
