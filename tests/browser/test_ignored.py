"""What the reader ignores, and what is reported as a false alarm."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from .page import GOOD, CheckerPage
from .test_points import FAULTY, SLIPS, status

SECRET = "quetzalcoatl"


def ignore_here(checker: CheckerPage, rule: str, place: int = 0) -> None:
    checker.card(rule).get_by_role("button", name="Ignore here").nth(place).click()


def ignore_rule(checker: CheckerPage, rule: str) -> None:
    checker.card(rule).get_by_text("False alarm?").click()
    checker.card(rule).get_by_role("button", name="Ignore this rule").click()


def summary(checker: CheckerPage, name: str) -> str:
    found = checker.page.locator(f"[data-fold={name}] > summary")
    return found.inner_text() if found.count() else ""


# Ignored


def test_a_finding_that_is_ignored_goes_and_comes_back(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(FAULTY)
    ignore_here(checker, "keep-it-professional")
    assert checker.rules == ["fill-every-blank", "few-exclamation-marks"]
    assert "gonna" not in checker.underlined()
    assert checker.focused == checker.card("few-exclamation-marks").locator("h3").text_content()
    assert "Ignored here: Leave slang and text-speak out. 2 left" in status(checker)
    assert (
        "1 to fix, 1 to improve. What you ignore (1) is not counted." in checker.page.locator(".ck-tally").inner_text()
    )
    assert summary(checker, "ignored") == "Ignored (1)"
    checker.page.locator("[data-fold=ignored] > summary").click()
    assert "at “gonna”" in checker.page.locator(".ck-ignored").inner_text()
    checker.page.get_by_role("button", name="Bring back").click()
    assert "keep-it-professional" in checker.rules
    assert "gonna" in checker.underlined()
    assert checker.focused == checker.card("keep-it-professional").locator("h3").text_content()
    assert "Brought back" in status(checker)
    assert summary(checker, "ignored") == ""
    assert "not counted" not in checker.page.locator(".ck-tally").inner_text()


def test_a_rule_that_is_ignored_stays_so_for_the_visit(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(FAULTY)
    ignore_rule(checker, "fill-every-blank")
    assert "fill-every-blank" not in checker.rules
    checker.remount()
    checker.check(FAULTY + " [more]")
    assert "fill-every-blank" not in checker.rules
    checker.check(GOOD)
    assert checker.verdict == "Ready to send"
    checker.page.locator("[data-fold=ignored] > summary").click()
    assert "it finds nothing now" in checker.page.locator(".ck-ignored").inner_text()
    checker.page.get_by_role("button", name="Bring back").click()
    assert checker.focused == "Ready to send"
    checker.check(FAULTY)
    assert "fill-every-blank" in checker.rules


def test_the_verdict_says_when_what_is_ignored_made_it(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(GOOD.replace("the next step.", "the next step!!!"))
    ignore_here(checker, "few-exclamation-marks")
    assert checker.verdict == "Ready to send, apart from what you ignore"
    assert checker.focused == checker.verdict


def test_the_one_that_is_ignored_stays_ignored_when_another_is_mended(checker: CheckerPage) -> None:
    checker.fill_facts()
    checker.check(SLIPS)
    left = checker.card("proofread").locator(".ck-place .ck-quote").all_inner_texts()
    ignore_here(checker, "proofread", 1)
    count = checker.checked
    checker.card("proofread").locator(".ck-place").first.get_by_role("button", name="Replace").click()
    checker.wait_for_report(count)
    shown = checker.card("proofread").locator(".ck-quote")
    assert shown.count() == 1  # the third one; the second is ignored although it is the first now
    assert shown.inner_text()[-20:] == left[2][-20:]


def test_another_draft_begins_with_nothing_ignored_here(checker: CheckerPage) -> None:
    sample = checker.page.get_by_role("button", name="A hurried thank-you")
    sample.click()
    checker.wait_for_report(0)
    rules = checker.rules
    ignore_here(checker, rules[0])
    count = checker.checked
    sample.click()
    checker.wait_for_report(count)
    assert checker.rules == rules


# False alarms


def test_a_report_holds_the_rule_and_the_version_and_no_words(checker: CheckerPage) -> None:
    checker.fill_facts(company=SECRET)
    checker.check(FAULTY.replace("gonna", f"gonna {SECRET}"))
    card = checker.card("keep-it-professional")
    card.get_by_text("False alarm?").click()
    assert "your words are not in it" in card.inner_text()
    address = card.get_by_role("link", name="Report a false alarm").get_attribute("href") or ""
    foot = checker.page.get_by_role("link", name="Report a problem").get_attribute("href") or ""
    query = parse_qs(urlsplit(address).query)
    version = checker.page.evaluate(
        "fetch('../rules.json').then(answer => answer.json()).then(({ version }) => version)"
    )
    assert address.split("?")[0] == foot.split("?")[0]
    known = {"template": "false-alarm.yml", "title": "False alarm: keep-it-professional", "id": "keep-it-professional", "version": version}
    assert query == {key: [value] for key, value in known.items()}
    assert "gonna" not in address and SECRET not in address
