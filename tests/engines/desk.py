"""The checker and the planner as a person uses them, in any of the engines."""

from __future__ import annotations

from .driver import Driver

READY = "document.querySelector('.afterword')?.dataset.engine === 'ready'"
UNDERLINED = """
return ["error", "warning", "suggestion"]
    .flatMap((level) => [...(CSS.highlights.get(`afterword-${level}`) ?? [])])
    .sort((one, other) => one.startOffset - other.startOffset)
    .map((range) => range.toString());
"""


class Desk:
    """`engine` is its name; `url` is the address of the site, ending in a slash."""

    def __init__(self, driver: Driver, engine: str, url: str) -> None:
        self.driver = driver
        self.engine = engine
        self.url = url
        self.run = driver.run

    def open(self, place: str) -> None:
        """Go to a page unless it is open, and wait until the engine runs."""
        if self.run("return location.href") != self.url + place:
            self.driver.go(self.url + place)
        self.driver.wait(READY)

    def reset(self) -> None:
        """Have everything forgotten, as a person does: as if somebody else sat down."""
        self.press_button("Forget everything")
        self.driver.click(".ck-dialog .ck-button--primary")
        self.driver.wait("!document.querySelector('dialog[open]') && document.getElementById('ck-draft').value === ''", seconds=5)

    def paste(self, text: str) -> None:
        """Copy a text elsewhere, and put it in with the keys for it."""
        self.run(
            """const other = document.createElement("textarea");
            other.id = "elsewhere";
            other.value = args[0];
            document.body.prepend(other);
            other.select();""",
            text,
        )
        self.driver.press("Control", "x")
        self.driver.wait("document.getElementById('elsewhere').value === ''", seconds=5)
        self.run("document.getElementById('elsewhere').remove()")
        self.driver.click("#ck-draft")
        self.driver.press("Control", "v")
        self.driver.wait("document.getElementById('ck-draft').value !== ''", seconds=5)
        # What is guessed from a text comes a moment later, and moves the buttons below: a driver that aims first would miss them.
        self.driver.wait_until_steady("document.documentElement.scrollHeight", milliseconds=700)

    def check(self) -> None:
        count = self.checked
        self.press_button("Check")
        self.wait_for_report(count)

    def press_button(self, words: str) -> None:
        self.driver.click(f"//button[normalize-space()='{words}']")

    def apply(self, rule: str) -> None:
        """Press the first thing that is offered for a rule."""
        count = self.checked
        self.driver.click(f'.ck-card[data-rule="{rule}"] .ck-button--primary')
        self.wait_for_report(count)

    def take_back(self) -> None:
        """Undo as the keyboard does, with the focus in the draft."""
        count = self.checked
        self.driver.click("#ck-draft")
        if self.engine == "webkit":
            # WebKit leaves the key to the program around it: Safari has a menu for it, MiniBrowser nothing.
            # This is the command that such a menu gives.
            self.run("document.execCommand('undo')")
        else:
            self.driver.press("Control", "z")
        self.wait_for_report(count)

    def wait_for_report(self, after: int) -> None:
        self.driver.wait("Number(document.querySelector('.afterword').dataset.checked ?? 0) > args[0]", after, seconds=30)

    @property
    def checked(self) -> int:
        """How many reports the page has shown."""
        return self.run("return Number(document.querySelector('.afterword').dataset.checked ?? 0)")

    @property
    def draft(self) -> str:
        return self.run("return document.getElementById('ck-draft').value")

    @property
    def rules(self) -> list[str]:
        """The rules of the cards, in their order."""
        return self.run("return [...document.querySelectorAll('.ck-card')].map((card) => card.dataset.rule)")

    @property
    def underlined(self) -> list[str]:
        """The pieces of the draft that are underlined, in order."""
        return self.run(UNDERLINED)

    @property
    def situation(self) -> dict[str, str]:
        """What the page tells the engine of the situation, as long as nothing is filled in."""
        date, time, stage, channel = self.run(
            "return ['#ck-now', '#ck-now ~ input', '#ck-stage', '#ck-channel'].map((place) => document.querySelector(place).value)"
        )
        return {"now": f"{date}T{time}", "stage": stage, "channel": channel}

    def words(self, selector: str) -> str:
        """What can be read in the first element that a selector finds."""
        return self.run("return document.querySelector(args[0]).innerText", selector)
