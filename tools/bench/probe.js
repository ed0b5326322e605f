// What the benchmark does in a page, and when. It presses what a reader presses, so it knows nothing of how a page is made.
//
// In Chromium this runs before the page's own scripts and watches its workers and its main thread. In Firefox it comes
// after them, in a place apart: then `posted` and `tasks` stay empty.

const PATIENCE = 80000; // milliseconds
const PACE = 60; // milliseconds between two keystrokes

const bench = {
  asked: null, // the worker that was asked last
  posted: 0, // when a worker was asked last
  answered: 0, // when it answered
  tasks: [], // of the main thread, of 50 ms or more: {start, duration}

  watch() {
    const { Worker } = globalThis;
    globalThis.Worker = class extends Worker {
      constructor(...given) {
        super(...given);
        this.addEventListener("message", () => (bench.answered ||= performance.now()));
      }

      postMessage(...given) {
        bench.asked = this;
        bench.posted = performance.now();
        bench.answered = 0;
        super.postMessage(...given);
      }
    };
    new PerformanceObserver((seen) => {
      for (const { startTime, duration } of seen.getEntries()) bench.tasks.push({ start: startTime, duration });
    }).observe({ type: "longtask" });
  },

  /** From navigation to the first finding on the page, in milliseconds; the longest task until then; and `at`, when that was. */
  async first(text) {
    await bench.until(() => bench.button());
    const form = performance.now();
    await bench.pause(0); // a press is no part of what the page is doing
    bench.put(text);
    bench.button().click();
    await bench.until(() => document.querySelector(".ck-card"));
    const shown = performance.now();
    return { shown, form, at: performance.timeOrigin + shown, longest: await bench.longest(0, shown) };
  },

  /** For each text: `engine`, from asking the worker to its answer, and `shown`, from pressing Check to what is on the page. */
  async checks(texts) {
    const taken = [];
    for (const text of texts) {
      bench.put(text);
      bench.posted = 0;
      const from = performance.now();
      const count = bench.count();
      bench.button().click();
      await bench.until(() => bench.count() > count);
      taken.push({ shown: performance.now() - from, engine: bench.posted ? bench.answered - bench.posted : null });
      await bench.pause(20); // what the page does afterwards is not the next check's
    }
    return taken;
  },

  /** The longest task of the main thread while `words` are added to `text` and checked, in milliseconds; 0 for none of 50 or more. */
  async typing(text, words) {
    const area = document.getElementById("ck-draft");
    await bench.checks([text]);
    const from = performance.now();
    for (const letter of words) {
      bench.put(area.value + letter);
      await bench.pause(PACE);
    }
    const count = bench.count();
    bench.put(`${area.value} `);
    await bench.until(() => bench.count() > count);
    return bench.longest(from, performance.now());
  },

  /** From the breakdown of the worker to the next finding, in milliseconds. */
  async restart(text) {
    bench.put(text);
    const count = bench.count();
    const from = performance.now();
    bench.asked.dispatchEvent(new ErrorEvent("error", { message: "ended by the benchmark", cancelable: true }));
    bench.button().click();
    await bench.until(() => bench.count() > count);
    return performance.now() - from;
  },

  async longest(from, to) {
    await bench.pause(300); // tasks are told some time after they end
    return Math.max(0, ...bench.tasks.filter(({ start }) => start >= from && start <= to).map(({ duration }) => duration));
  },

  put(text) {
    const area = document.getElementById("ck-draft");
    area.value = text;
    area.dispatchEvent(new InputEvent("input", { bubbles: true }));
  },

  // A page that listens says how its engine is; before that a press would be lost.
  button: () =>
    document.getElementById("ck-draft") &&
    document.querySelector(".afterword[data-engine]") &&
    [...document.querySelectorAll(".afterword button")].find(({ textContent }) => textContent.trim() === "Check"),

  count: () => Number(document.querySelector(".afterword").dataset.checked ?? 0),

  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),

  /** Waits for a condition that comes true by a change of the page. Rejects on a failure of the engine. */
  until: (condition) =>
    new Promise((resolve, reject) => {
      const end = (then, value) => {
        watcher.disconnect();
        clearTimeout(timer);
        then(value);
      };
      const look = () => {
        const { failure, engine } = document.querySelector(".afterword")?.dataset ?? {};
        if (condition()) end(resolve);
        else if (failure || engine === "failed") end(reject, new Error(`the page gave up: ${failure ?? engine}`));
      };
      const watcher = new MutationObserver(look);
      const timer = setTimeout(() => end(reject, new Error(`not so after ${PATIENCE} ms: ${condition}`)), PATIENCE);
      watcher.observe(document, { subtree: true, childList: true, attributes: true });
      look();
    }),
};
