"""The checker page as a person uses it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from playwright.sync_api import Locator, Page

READY = 60_000  # milliseconds: Python has to be fetched and started, on machines that may be slow
# The reader's clock, a Wednesday morning: on a Sunday night every message would be told to wait for a working day.
CLOCK = datetime(2026, 3, 4, 9, 30)

# Nothing is wrong with this one, in the situation below.
GOOD = """Subject: Thank you for the interview on Tuesday

Dear Dana Ortiz,

Thank you for taking the time to meet me on Tuesday. You described how the returns desk sorts three hundred parcels \
before noon, and I have been thinking about the two that always come back twice. Four years of planning shifts in a \
mail hub would help me there. I would be glad to work on that with you, and I look forward to the next step.

Kind regards,
Sam Reyes"""

FACTS = {
    "me": "Sam Reyes",
    "company": "Northwind Foods",
    "position": "Shift Planner",
    "interview-interviewers": "Dana Ortiz",
}


class EnginePage:
    """A page that the engine runs on. `place` is its place in the site, and that of its modules, to be asked for as `ours(place)`."""

    place: str
    folder: str

    def __init__(self, page: Page, site_url: str) -> None:
        self.page = page
        self.site = site_url
        self.url = site_url + self.place
        page.add_init_script(f"globalThis.ours = async (place) => (await import('{site_url}assets/checker/modules.js'))[place]")
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def call(self, module: str, name: str, *arguments: Any) -> Any:
        """What a function of one of the page's modules returns."""
        return self.page.evaluate(
            "async ([place, name, list]) => (await ours(place))[name](...list)",
            [self.folder + module, name, list(arguments)],
        )

    def open(self, *, wait: bool = True) -> None:
        """Go to the page and, if asked, wait until the engine runs."""
        self.page.clock.set_fixed_time(CLOCK)
        self.page.goto(self.url)
        if wait:
            self.wait_for_engine("ready")

    def wait_for_theme(self) -> None:
        """Until its script has come, and a second longer, in which it fetches the list of pages and more."""
        self.page.wait_for_function("() => globalThis.document$", timeout=READY)
        self.page.wait_for_timeout(1000)

    def wait_for_engine(self, state: str) -> None:
        self.page.wait_for_selector(f'.afterword[data-engine="{state}"]', timeout=READY)


class CheckerPage(EnginePage):
    """`card(rule)` and the like look at what a person would see."""

    place = "check/"
    folder = "checker/"

    def reset(self) -> None:
        """Forget everything but the engine: as if somebody else sat down."""
        self.page.evaluate("async () => (await ours('checker/memory.js')).forget()")
        self.remount()

    def remount(self) -> None:
        """Leave the page and come back without a new document, as instant navigation does."""
        self.page.evaluate(
            """async () => {
                const { arrive } = await ours("checker/main.js");
                document.getElementById("afterword-checker").replaceChildren();
                await arrive();
            }""",
        )
        self.page.locator(".afterword[data-engine]").wait_for(state="attached")  # it is shown a moment later

    @property
    def draft(self) -> Locator:
        return self.page.get_by_label("Your message", exact=True).and_(self.page.locator("textarea"))

    def fill_facts(self, **more: str) -> None:
        self.unfold_facts()
        for field, value in {**FACTS, **more}.items():
            self.page.locator(f"#ck-{field}").fill(value)

    def unfold_facts(self) -> None:
        self.page.locator(".ck-groups details").evaluate_all("all => { for (const each of all) each.open = true; }")

    def check(self, text: str | None = None) -> None:
        """Press Check, after putting `text` in if given, and wait for the report."""
        if text is not None:
            self.draft.fill(text)
        count = self.checked
        self.page.get_by_role("button", name="Check", exact=True).click()
        self.wait_for_report(count)

    @property
    def checked(self) -> int:
        """How many reports the page has shown."""
        return int(self.page.locator(".afterword").get_attribute("data-checked") or 0)

    def wait_for_report(self, after: int) -> None:
        self.page.wait_for_function(
            "count => Number(document.querySelector('.afterword').dataset.checked ?? 0) > count", arg=after
        )

    @property
    def rules(self) -> list[str]:
        """The rules of the cards, in their order."""
        return self.page.locator(".ck-card").evaluate_all("cards => cards.map(card => card.dataset.rule)")

    def card(self, rule: str) -> Locator:
        return self.page.locator(f'.ck-card[data-rule="{rule}"]')

    @property
    def verdict(self) -> str:
        return self.page.locator("#ck-results-title").inner_text()

    @property
    def focused(self) -> str:
        """The words of what has the focus."""
        return self.page.evaluate("document.activeElement.textContent.trim()")

    def underlined(self) -> list[str]:
        """The pieces of the draft that are underlined, in order."""
        return self.page.evaluate(
            """() => ["error", "warning", "suggestion"]
                .flatMap(level => [...CSS.highlights.get(`afterword-${level}`) ?? []])
                .sort((one, other) => one.startOffset - other.startOffset)
                .map(range => range.toString())"""
        )
