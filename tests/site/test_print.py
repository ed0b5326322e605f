"""Guide pages on paper: the steps alone are a checklist on one sheet."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from checker.author.load import default_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def sheets(page: Page, size: str) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format=size)))


def test_the_steps_of_each_page_fit_on_one_sheet(browser: Browser, built_site: tuple[Path, str]) -> None:
    page = browser.new_page()
    page.add_init_script("window.print = () => { window.printed = document.body.className; }")
    whole = {}
    for name in sorted(path.stem for path in default_folder().glob("guide/*.yml")):
        page.goto(f"{built_site[1]}guide/{name}/")
        whole[name] = sheets(page, "A4")
        for size in ("A4", "Letter"):
            page.get_by_role("button", name="Print these steps").click()
            assert "aw-printing-steps" in page.evaluate("window.printed")
            assert sheets(page, size) == 1, name
    page.close()
    assert min(whole.values()) > 1  # without the button all of it is printed


def test_after_printing_the_page_is_as_it_was(browser: Browser, built_site: tuple[Path, str]) -> None:
    page = browser.new_page()
    page.add_init_script("window.print = () => dispatchEvent(new Event('afterprint'))")
    page.goto(built_site[1] + "guide/thank-you/")
    page.get_by_role("button", name="Print these steps").click()
    assert "aw-printing-steps" not in page.evaluate("document.body.className")
    page.close()
