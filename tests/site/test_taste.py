"""The checker in small on the first page: made with the site, then live on the reader's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

READY = 60_000  # milliseconds: Python has to be fetched and started, on machines that may be slow


@pytest.fixture
def home(browser: Browser, built_site: tuple[Path, str]) -> Iterator[tuple[Page, list[str]]]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.clock.set_fixed_time(datetime(2026, 3, 4, 9, 30))  # a Wednesday morning
    page.goto(built_site[1])
    yield page, requests
    context.close()


def test_the_findings_are_there_before_any_engine(home: tuple[Page, list[str]]) -> None:
    page, requests = home
    expect(page.locator(".aw-taste-made li")).to_have_count(3)
    assert page.locator(".aw-taste-made mark").all_inner_texts() == ["!!", "sorry that I was so nervous", "let me know by Friday"]
    expect(page.get_by_role("button", name="Try it with words of your own")).to_be_visible()
    assert not [url for url in requests if "engine" in url or "worker" in url and "search" not in url]


def test_it_checks_words_of_the_readers_own_and_hands_them_on(home: tuple[Page, list[str]]) -> None:
    page, _ = home
    page.get_by_role("button", name="Try it with words of your own").click()
    draft = page.get_by_label("Your message", exact=True)
    expect(draft).to_be_focused()
    cards = page.locator(".aw-taste-live .aw-taste-cards li")
    expect(cards.filter(has_text="Ask, and do not demand")).to_be_visible(timeout=READY)
    draft.fill("Dear Dana,\n\nThank you for showing me the cold store.\n\nSam Reyes\n\n:) I will call you tomorrow \N{SMILING FACE WITH OPEN MOUTH}")
    expect(cards.filter(has_text="emoji").first).to_be_visible()
    expect(cards.filter(has_text="Ask, and do not demand")).to_have_count(0)
    expect(page.locator(".aw-taste-live").get_by_role("status").last).to_have_text(re.compile(r"^\d+ to (fix|improve|consider)"))
    page.get_by_role("link", name="Check a whole draft").click()
    expect(page.get_by_role("heading", name="Check your message")).to_be_visible()
    expect(page.locator("#ck-draft")).to_have_value("Dear Dana,\n\nThank you for showing me the cold store.\n\nSam Reyes\n\n:) I will call you tomorrow \N{SMILING FACE WITH OPEN MOUTH}")
