"""The workshop page as a person uses it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator

from .page import EnginePage

RULE = "skip-the-empty-opener"
WAIT = 60_000  # milliseconds: hundreds of letters are read, on machines that may be slow


class WorkshopPage(EnginePage):
    """`verdict` and the like are what a person would see."""

    place = "workshop/"
    folder = "workshop/"

    def reset(self) -> None:
        """Forget everything but the engine: as if somebody else sat down."""
        self.page.evaluate(
            """async () => {
                const { forget, memory } = await ours("workshop/memory.js");
                forget();
                memory.open.clear();
                memory.open.add("examples");
            }""",
        )
        self.remount()

    def remount(self) -> None:
        """Leave the page and come back without a new document, as instant navigation does."""
        self.page.evaluate(
            """async () => {
                const { arrive } = await ours("checker/main.js");
                document.getElementById("afterword-workshop").replaceChildren();
                await arrive();
            }""",
        )

    @property
    def box(self) -> Locator:
        return self.page.get_by_label("The rule’s file")

    @property
    def text(self) -> str:
        return self.box.input_value()

    @property
    def verdict(self) -> str:
        return self.page.locator("#wk-verdict").inner_text()

    def open_rule(self, id: str = RULE, until: str = "In order") -> str:
        """Open a published rule and wait for its verdict. Gives its text."""
        self.page.get_by_label("Change a rule").select_option(id)
        self.page.get_by_role("button", name="Open it").click()
        self.wait_for(until)
        return self.text

    def begin(self, kind: str = "Words to find") -> None:
        """Start a new rule."""
        self.page.get_by_role("button", name=kind).click()
        self.wait_for("to fill in")

    def write(self, text: str, until: str) -> None:
        """Put another text into the box, and wait for what the page says of it."""
        self.box.fill(text)
        self.wait_for(until)

    def wait_for(self, words: str) -> None:
        """Wait until the verdict holds these words."""
        self.page.wait_for_function(
            "words => document.getElementById('wk-verdict').textContent.includes(words) && document.querySelector('.wk-workshop').dataset.state !== 'busy'",
            arg=words,
            timeout=WAIT,
        )

    def unfold(self, name: str) -> Locator:
        """A part of the page, open."""
        part = self.page.locator(f'[data-fold="{name}"]')
        part.evaluate("each => { each.open = true; }")
        return part

    @property
    def selected(self) -> str:
        """What is selected in the box."""
        return self.box.evaluate("box => box.value.slice(box.selectionStart, box.selectionEnd)")

    def answer_late(self, kind: str, text: str, answer: Any, after: str = "") -> None:
        """Let the engine answer a question about a text that RULE had before; just `after` something is pressed, if that is given."""
        self.page.evaluate(
            """async ([place, kind, detail, after]) => {
                const { engine } = await ours(place);
                if (after) document.querySelector(after).click();
                engine.dispatchEvent(new CustomEvent(kind, { detail }));
            }""",
            ["workshop/engine.js", kind, {"kind": kind, "text": text, "former": RULE, "answer": answer}, after],
        )
