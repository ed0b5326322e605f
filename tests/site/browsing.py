"""How the tests look at the built site: a page of each template, with a size and colours, and what axe says of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = Path(__file__).resolve().parent.parent.parent / "node_modules" / "axe-core" / "axe.min.js"
# One of each template, and a rule of each kind of page.
PAGES = (
    "",
    "guide/",
    "guide/thank-you/",
    "planner/",
    "check/",
    "known/",
    "countries/",
    "disagreements/",
    "disagreements/phone/",
    "articles/",
    "articles/jobjumpstart/",
    "changes/",
    "checklist/",
    "rules/",
    "rules/get-the-name-right/",
    "rules/send-within-a-day/",
    "rules/ask-what-happens-next/",
    "contribute/",
    "contribute/conditions/",
    "about/",
    "sources/",
    "404.html",
)
# What colours alone can break.
COLOURS = ("color-contrast", "link-in-text-block")


@contextmanager
def opened(browser: Browser, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
    """An empty page of `width` pixels, without motion."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def violations(page: Page, *rules: str) -> list[str]:
    """What axe finds, by all its rules or by those named, one line for each element."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """(rules) => axe.run(document, {resultTypes: ["violations"], ...(rules.length && {runOnly: rules})})
            .then((result) => result.violations)""",
        list(rules),
    )
    return [
        f"{rule['id']}: {node['html'][:120]}: {node['failureSummary'][:200]}"
        for rule in found
        for node in rule["nodes"]
    ]


def paint(page: Page, scheme: str = "light", forced: bool = False) -> None:
    """Shows the opened page as a reader with those colours sees it."""
    page.emulate_media(color_scheme=scheme, forced_colors="active" if forced else "none")
    page.locator(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]").wait_for()
    if forced:
        # axe asks for the colour that fills the letters, and Chromium names the one that it has overruled.
        page.evaluate(
            "() => { for (const each of document.querySelectorAll('body *'))"
            " each.style.webkitTextFillColor = getComputedStyle(each).color; }"
        )
