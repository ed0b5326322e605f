// One worker with the engine in it: started, asked, ended. What it says goes to `hear`; what ends it without a word of
// its own is told there in the same form.

import { lacking, NO_MODULE_WORKERS } from "./fallback.js";

const SILENCE_LIMIT = 60000; // milliseconds: while loading, no byte and no word for so long means that it is stuck

export class Thread {
  share = 0; // of the download, 0 to 1
  rules = null; // what the engine has of them for the page, which comes before it is ready
  ready = false;
  #worker = null;
  #source = "";
  #hear;
  #name;
  #timer = 0;

  /** `file` is the worker's script. `hear(thread, message)` gets its messages (see python.js), and "failed" (with `lacks`, or `stuck`) and "crashed" besides. `name` is the worker's. */
  constructor(file, hear, name = "afterword") {
    this.#hear = hear;
    this.#name = name;
    const lacks = lacking();
    if (lacks) queueMicrotask(() => this.#tell({ type: "failed", message: lacks, lacks }));
    else this.#begin(file);
  }

  ask(request) {
    this.#worker.postMessage(request);
  }

  /** Ends the worker, whatever it is doing. There is no way to interrupt Python from outside. */
  end() {
    clearTimeout(this.#timer);
    this.#hear = () => {};
    this.#worker?.terminate();
    URL.revokeObjectURL(this.#source);
  }

  // A worker made from a blob is bound by the page's Content-Security-Policy. One made from the file's address would be
  // bound by the file's own headers, which many hosts cannot set, and so by nothing at all. It imports once it runs:
  // what it imports to begin with, Firefox does not take from the copy on this device.
  #begin(file) {
    const source = `import(${JSON.stringify(file)}).catch(({ message }) => postMessage({ type: "failed", message }));`;
    this.#source = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
    let known = false;
    const options = {
      name: this.#name,
      get type() {
        known = true; // browsers that know no module workers never ask
        return "module";
      },
    };
    try {
      this.#worker = new Worker(this.#source, options);
    } catch (error) {
      queueMicrotask(() => this.#tell({ type: "failed", message: String(error.message) }));
      return;
    }
    if (!known) {
      queueMicrotask(() => this.#tell({ type: "failed", message: NO_MODULE_WORKERS, lacks: NO_MODULE_WORKERS }));
      return;
    }
    this.#worker.addEventListener("message", ({ data }) => this.#tell(data));
    this.#worker.addEventListener("error", (event) => {
      event.preventDefault();
      const message = event.message || "the worker stopped";
      this.#tell({ type: this.ready ? "crashed" : "failed", message });
    });
    this.#expectWord();
  }

  #tell(message) {
    if (message.type === "rules") {
      this.rules = message.rules;
      return;
    }
    if (message.type === "progress") {
      this.share = message.share;
      this.#expectWord();
    } else {
      clearTimeout(this.#timer);
      this.ready ||= message.type === "ready";
    }
    this.#hear(this, message);
  }

  #expectWord() {
    clearTimeout(this.#timer);
    const stuck = { type: "failed", message: "loading came to a halt", stuck: true };
    this.#timer = setTimeout(() => this.#tell(stuck), SILENCE_LIMIT);
  }
}
