// The parts of the checker page, made for it and kept in it by their names, and what each of them passes on to the others.

import { Arrivals } from "./arrivals.js";
import { Blanks } from "./blanks.js";
import { Checking } from "./checking.js";
import { DraftBox } from "./draft.js";
import { engine } from "./engine.js";
import { Form } from "./form.js";
import { keep } from "./keep.js";
import { Keeping } from "./keeping.js";
import { memory } from "./memory.js";
import { NoteDesk } from "./note-desk.js";
import { Offers } from "./offers.js";
import { Replacing } from "./replacing.js";
import { Results } from "./results.js";
import { SampleFacts } from "./sample-facts.js";
import { Sending } from "./sending.js";
import { writePart } from "./write.js";

/** The box, and how words come into it. */
export function draftParts(page) {
  const say = (words) => page.announcer.now(words);
  page.box = new DraftBox({
    describedBy: "ck-promise ck-trouble ck-blanks-left",
    onInput: () => page.typed(),
    onSubmit: () => page.checking.check(),
    onCaret: (mark) => page.results?.point(mark?.card ?? -1),
  });
  page.blanks = new Blanks(page.box, memory);
  page.replacing = new Replacing(page, memory, page.notebook, {
    place: () => page.element,
    factsChanged: () => page.factsChanged(),
    replaced: () => page.sending.startAfresh(),
    check: () => page.checking.check(() => page.results.focus()),
    say,
    trouble: (words) => page.trouble.say(words),
  });
  page.arrivals = new Arrivals(page.box, {
    mayReplace: (what) => page.replacing.mayReplace(what),
    replace: (text) => page.replacing.replace(text),
    facts: (guesses) => {
      memory.head = guesses;
      page.offers.look();
    },
    say,
    failed: (words) => page.trouble.say(words),
  });
}

/** What is asked, guessed and kept; `startAgain` forgets all of it. */
export function factParts(page, startAgain) {
  const say = (words) => page.announcer.now(words);
  const factsChanged = () => page.factsChanged();
  page.form = new Form(memory, factsChanged);
  page.sampleFacts = new SampleFacts(memory, page.form, { factsChanged, say });
  page.desk = new NoteDesk(page.notebook, memory, page.form, {
    turned: () => page.turned(),
    factsChanged,
    say,
    place: () => page.element,
  });
  page.offers = new Offers(memory, {
    use: (values) => {
      page.form.fill(values);
      factsChanged();
    },
    refused: () => {
      keep.soon();
      page.outcome.readAs();
    },
    mention: (words) => page.announcer.count(words),
    say,
    goOn: () => page.box.area.focus(),
  });
  page.keeping = new Keeping({ announce: say, onForget: startAgain, signal: page.signal });
  page.form.facts.append(page.keeping.element);
}

/** The checks, the points and what is done with a message in the end. */
export function resultParts(page) {
  page.results = new Results(
    {
      show: (finding) => page.box.show(finding),
      apply: (fix, position) => page.fixing.apply(fix, position),
      ask: (need) => page.form.ask(need),
      readAs: (stage, told) => page.readAs(stage, told),
      redraw: () => {
        keep.soon(); // what is ignored is kept, too
        page.outcome.show();
      },
      say: (text, count) => page.announcer.now(text, count),
    },
    memory,
  );
  page.sending = new Sending(page, engine, memory, page.signal);
  page.checking = new Checking(
    engine,
    memory,
    page.notebook,
    {
      empty: (asked) => page.outcome.empty(asked),
      before: () => {
        page.form.tick();
        page.trouble.say("");
      },
      waiting: () => page.loading.show(page.checking.wanted),
      show: () => page.outcome.show(),
      others: () => page.desk.show(),
      settled: () => page.announcer.count(page.desk.part.overview),
      refused: (error) => page.outcome.refused(error),
      gaveUp: (why, key) => page.outcome.gaveUp(why, key),
    },
    page.signal,
  );
}

/** The left side of the page, with what `page` has by now; returns its element. */
export function leftSide(page) {
  return writePart({
    top: page.form.top,
    notes: page.desk.part.element,
    below: page.desk.part.below,
    panel: page.desk.panel,
    glance: page.glance.element,
    label: page.desk.label,
    box: page.box.element,
    blanks: page.blanks.element,
    arrivals: page.arrivals.element,
    offers: page.offers.element,
    trouble: page.trouble.element,
    undone: [page.fixing.element, page.sampleFacts.element],
    loading: page.loading.element,
    onCheck: () => page.checking.check(() => page.results.focus()),
    onSample: (sample) => page.replacing.sample(sample),
    onStart: () => page.replacing.start(),
    onOpen: () => page.arrivals.choose(),
  });
}
