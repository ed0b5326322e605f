"""What axe, the tool that looks for barriers, says of a page."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page, where: str | None = None, *, preload: bool = True) -> list[tuple[str, list[list[str]]]]:
    """The rules of axe that the page breaks, or its part `where`, a selector, each with the places.

    Without `preload` axe puts no styles into the page, whose own policy would refuse them.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "([where, options]) => axe.run(where ?? document, options).then(({ violations }) => violations)",
        [where, {} if preload else {"preload": False}],
    )
    return [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
