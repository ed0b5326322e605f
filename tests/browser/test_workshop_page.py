"""The workshop as a page: what is kept and what never leaves it, for keyboards, small screens and readers of screens, and what is said
when the engine does not come."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from playwright.sync_api import Route, expect

from .axe import violations
from .workshop_page import RULE, WAIT, WorkshopPage

KEY = "afterword.workshop"


def mistaken(workshop: WorkshopPage) -> str:
    """A rule with a slip in it."""
    text = workshop.open_rule().replace("level: suggestion", "level: sugestion")
    workshop.write(text, "1 error")
    return text


def stored(workshop: WorkshopPage) -> dict | None:
    return json.loads(workshop.page.evaluate("key => localStorage.getItem(key)", KEY) or "null")


def test_work_outlives_a_look_at_another_page_and_at_another_rule(workshop: WorkshopPage) -> None:
    text = mistaken(workshop)
    workshop.open_rule("no-gifts")
    workshop.remount()
    workshop.wait_for("In order")
    assert "id: no-gifts\n" in workshop.text
    assert workshop.page.locator(f'option[value="{RULE}"]').inner_text().endswith("(changed)")
    workshop.open_rule(RULE, until="1 error")
    assert workshop.text == text
    assert stored(workshop) is None


def test_it_is_kept_on_the_device_when_asked_for_and_until_it_is_forgotten(workshop: WorkshopPage) -> None:
    text = mistaken(workshop)
    workshop.page.get_by_label("Remember my work on this device").check()
    kept = stored(workshop)
    assert kept and kept["texts"] == {RULE: text} and kept["current"] == RULE
    workshop.page.get_by_role("button", name="Forget everything").click()
    workshop.page.get_by_role("dialog").get_by_role("button", name="Forget everything").click()
    expect(workshop.page.locator(".wk-work")).to_be_hidden()
    assert stored(workshop) is None
    workshop.open_rule()


def test_leaving_with_work_that_is_kept_nowhere_warns(workshop: WorkshopPage) -> None:
    def warns() -> bool:
        return workshop.page.evaluate("() => { const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented; }")

    workshop.open_rule()
    assert not warns()
    mistaken(workshop)
    assert warns()
    workshop.page.get_by_label("Remember my work on this device").check()
    assert not warns()


def test_a_new_rule_is_not_lost_by_starting_another(workshop: WorkshopPage) -> None:
    workshop.begin()
    workshop.write(workshop.text.replace("<<short-name-with-hyphens>>", "mine"), "14 places")
    workshop.page.get_by_role("button", name="Advice to read").click()
    workshop.page.get_by_role("dialog").get_by_role("button", name="Keep it").click()
    assert "id: mine\n" in workshop.text


def test_nothing_that_is_typed_leaves_the_page(workshop: WorkshopPage) -> None:
    requests: list[str] = []
    workshop.page.context.on("request", lambda request: requests.append(request.url))
    text = workshop.open_rule()
    workshop.unfold("page")
    workshop.unfold("trial").get_by_label("A message").fill("quetzalcoatl")
    workshop.write(text.replace("title: Skip", "title: Quetzalcoatl skips"), "In order")
    expect(workshop.page.locator(".wk-tried")).not_to_be_empty(timeout=WAIT)
    workshop.unfold("sources").get_by_label("Its publisher, title or id").fill("quetzalcoatl")
    assert requests == []
    assert "quetzalcoatl" not in unquote(workshop.page.url).lower()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_axe_finds_nothing_and_nothing_is_too_wide_or_too_small(workshop: WorkshopPage, width: int, scheme: str) -> None:
    page = workshop.page
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    try:
        text = workshop.open_rule()
        for part in ("page", "letters", "changes", "words"):
            workshop.unfold(part)
        workshop.unfold("trial").get_by_label("A message").fill("I hope this email finds you well. " + "x" * 200)
        workshop.unfold("sources").get_by_label("Its publisher, title or id").fill("university")
        changed = text.replace("    - <empty-opener>\n", "    - <empty-opener>\n    - thank you for\n").replace("I **hope this email", "I was **there this email")
        workshop.write(changed, "to look at")
        expect(workshop.page.locator(".wk-preview .wk-h1")).to_be_visible(timeout=WAIT)
        expect(workshop.page.locator(".wk-tried .wk-found").first).to_be_visible(timeout=WAIT)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        small = page.evaluate(
            """() => [...document.querySelectorAll(".wk-workshop :is(button, summary, select, textarea, a.ck-button, label.ck-tick, input:not([type=checkbox]))")]
                .filter(each => each.checkVisibility() && each.getBoundingClientRect().height < 44 && !each.closest(".wk-preview"))
                .map(each => each.outerHTML.slice(0, 80))"""
        )
        assert small == []
    finally:
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")


def test_where_the_workshop_does_not_come_there_is_another_way(fresh_workshop: WorkshopPage) -> None:
    def refuse(route: Route) -> None:
        route.abort()

    fresh_workshop.page.route("**/shelf.json", refuse)
    fresh_workshop.open(wait=False)
    fresh_workshop.wait_for_engine("failed")
    alert = fresh_workshop.page.locator(".ck-loading [role=alert]")
    assert "The workshop could not be loaded." in alert.inner_text()
    assert fresh_workshop.page.locator(alert.get_by_role("link").get_attribute("href") or "").inner_text().startswith("Without this page")
    fresh_workshop.page.unroute("**/shelf.json", refuse)
    fresh_workshop.page.get_by_role("button", name="Try again").click()
    fresh_workshop.wait_for_engine("ready")
    fresh_workshop.open_rule()


def test_the_checker_loads_nothing_of_the_workshop(fresh_workshop: WorkshopPage, site_url: str) -> None:
    asked: list[str] = []
    fresh_workshop.page.on("request", lambda request: asked.append(request.url))
    fresh_workshop.page.goto(f"{site_url}check/")
    fresh_workshop.wait_for_engine("ready")
    assert any("/assets/engine/" in each for each in asked)
    assert [each for each in asked if "/workshop/" in each] == []
