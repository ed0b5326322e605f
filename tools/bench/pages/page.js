// A bare page around one worker: as little as a checker can have, with the names that the checker page has. So it is timed the same way.

const root = document.querySelector(".afterword");
const area = document.getElementById("ck-draft");
const list = document.querySelector("ol");
const script = new URLSearchParams(location.search).get("worker");

let worker;
let ready;
let wanted = false; // a check was asked for while the worker was still loading

function begin() {
  ready = false;
  root.dataset.engine = "loading";
  worker = new Worker(new URL(`${script}${location.search}`, import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }) => {
    if (data.type === "ready") start();
    else if (data.type === "failed") root.dataset.failure = data.message;
    else show(data.findings);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    if (!ready) {
      root.dataset.failure = event.message;
      return;
    }
    worker.terminate();
    begin();
  });
}

function start() {
  ready = true;
  root.dataset.engine = "ready";
  if (wanted) check();
}

function check() {
  wanted = !ready;
  if (ready) worker.postMessage({ draft: area.value });
}

function show(findings) {
  const cards = findings.map((words) => {
    const card = document.createElement("li");
    card.className = "ck-card";
    card.textContent = words;
    return card;
  });
  list.replaceChildren(...cards);
  root.dataset.checked = Number(root.dataset.checked ?? 0) + 1;
}

document.querySelector("button").addEventListener("click", check);
begin();
