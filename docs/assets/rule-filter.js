// Narrows the list of all rules down to a choice, and keeps the choice in the address, so that it can be linked to,
// survives a look at a rule, and is undone by the Back button. site.js loads this on the page of the list alone.

const PAUSE = 300; // milliseconds without a key before the count is said aloud

let form = null;
let saying = 0;

/** Takes charge of a form; of each new one, as every visit to the page brings its own. */
export function start(found) {
  if (form === found) return;
  form = found;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", ({ target }) => chosen(target.type === "search"));
  form.addEventListener("reset", () => setTimeout(chosen)); // the fields are empty only after the event
  read();
}

// The theme tells of the Back button, and of a link to this very page.
globalThis.location$?.subscribe(() => form?.isConnected && read());

/** A choice was made by hand: typing changes the address in place, everything else is a step to come back from. */
function chosen(typing = false) {
  const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim())).toString();
  const address = location.pathname + (query && `?${query}`);
  if (address !== location.pathname + location.search) {
    if (typing) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
  }
  show();
}

/** Makes the form say what the address says. */
function read() {
  const query = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (field.type === "checkbox") field.checked = query.has(field.name);
    else if (field.type === "search") field.value = query.get(field.name) ?? "";
    else if (field.name) field.value = [...field.options].some(({ value }) => value === query.get(field.name)) ? query.get(field.name) : "";
  }
  show();
}

function show() {
  const choice = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const rules = [...document.querySelectorAll(".aw-rules li")];
  let shown = 0;
  for (const rule of rules) {
    rule.hidden = !fits(rule, choice);
    shown += !rule.hidden;
    const marks = [...rule.querySelectorAll("[data-in]")];
    const those = marks.filter((mark) => mark.dataset.in.split(" ").includes(choice.stage));
    for (const mark of marks) mark.hidden = those.length > 0 && !those.includes(mark);
  }
  for (const list of document.querySelectorAll(".aw-rules")) {
    const heading = list.previousElementSibling;
    heading.hidden = list.hidden = !list.querySelector("li:not([hidden])");
    document.querySelector(`.aw-jumps a[href$="#${heading.id}"]`).parentElement.hidden = heading.hidden;
  }
  const narrowed = Object.values(choice).some(Boolean);
  form.querySelector("button").hidden = !narrowed;
  clearTimeout(saying);
  saying = setTimeout(() => {
    const said = shown ? `${shown} of ${rules.length} rules` : "No rule fits all of that.";
    form.querySelector("[role=status]").textContent = narrowed ? said : "";
  }, PAUSE);
}

/** Whether a rule has what was chosen. Its data are lists of words; a level may hold in one stage alone: "check-in:error". */
function fits(rule, { words = "", stage = "", level = "", channel = "", disputed = "" }) {
  const has = (name, value) => !value || (rule.dataset[name] ?? "").split(" ").includes(value);
  const ofLevel = (rule.dataset.level ?? "").split(" ").map((each) => each.split(":"));
  const weighs = !level || ofLevel.some((each) => each.at(-1) === level && (each.length === 1 || !stage || stage === "every" || each[0] === stage));
  const text = `${rule.textContent} ${rule.dataset.asked ?? ""}`.toLowerCase().replaceAll("’", "'");
  const said = words.toLowerCase().replaceAll("’", "'").split(/\s+/).every((word) => text.includes(word));
  return has("stage", stage) && weighs && has("channel", channel) && has("disputed", disputed) && said;
}
