"""The workshop: from a rule's text to what is wrong with it, what it does, and the way to GitHub."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect

from .workshop_page import RULE, WAIT, WorkshopPage

GOES = "https://github.com/afterword/afterword/"
PHRASE = "    - <empty-opener>\n"  # of the rule's check; more phrases go behind it
NEW = """\
id: no-rock-star
title: Do not call yourself a rock star
group: tone
kind: phrase
stages: any
level: warning
status: draft
message: "Take out “{match}”."
why: Nobody else would.
how: Name one thing that you did.
check:
  in: [body]
  any: [rock star]
examples:
  flag:
    - "I am a **rock star**."
  leave:
    - The rock at your gate is a landmark.
    - You have a star on your door.
sources:
  - {source: purdue, stance: for, line: Be plain.}
added: 2026-11-28
"""


def test_a_published_rule_is_in_order(workshop: WorkshopPage) -> None:
    workshop.open_rule()
    assert workshop.page.locator("#wk-path").inner_text() == f"rules/content/{RULE}.yml"
    assert "Examples: all" in workshop.page.locator('[data-fold="examples"] > summary').inner_text()
    assert "no alarm on" in workshop.verdict
    assert workshop.page.locator('[data-fold="changes"] > summary').inner_text() == "What you changed: nothing yet"
    assert workshop.errors == []


def test_a_link_names_the_rule_to_open(fresh_workshop: WorkshopPage, site_url: str) -> None:
    page = fresh_workshop.page
    page.goto(f"{site_url}rules/{RULE}/")
    page.get_by_role("link", name="Edit this rule in the workshop").click()
    page.wait_for_url(f"{fresh_workshop.url}#{RULE}")
    page.wait_for_function("id => document.getElementById('wk-text')?.value.includes(`id: ${id}\\n`)", arg=RULE, timeout=WAIT)


def test_a_false_alarm_becomes_an_example_to_leave_alone(workshop: WorkshopPage) -> None:
    workshop.open_rule()
    trial = workshop.unfold("trial")
    trial.get_by_label("A message").fill("Dear Dana,\n\nI hope this email finds you well.\n\nSam")
    trial.get_by_label("What it is").select_option("check-in")
    trial.get_by_role("button", name="It should leave this alone").click()
    assert workshop.selected == "<<why it is fine>>"
    workshop.page.keyboard.type("a wish: not # empty")
    workshop.wait_for("1 point to look at")
    assert "Not yet: this should be left alone" in workshop.page.locator('[data-fold="examples"]').inner_text()
    added = ["    - text: |-", "        I hope this email finds you well.", "      situation:", "        stage: check-in", "      because: |-", "        a wish: not # empty"]
    assert "\n".join(added) in workshop.text
    changes = workshop.unfold("changes")
    expect(changes.locator("summary")).to_have_text("What you changed: 1 part")
    expect(changes.locator(".wk-part")).to_have_text("the examples › to be left alone")
    expect(changes.locator("li")).to_contain_text("a wish: not # empty")


def test_an_error_is_told_at_its_line_and_the_line_is_a_click_away(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    workshop.write(text.replace("group: content", "grup: content"), "2 errors")
    line = text[: text.index("group: content")].count("\n") + 1
    first = workshop.page.locator(".wk-result", has_text="unknown key grup")
    first.get_by_role("button", name=f"Go to line {line}").click()
    assert workshop.selected == "grup: content"
    assert "grup: content" in workshop.page.locator('.wk-mirror > [data-mark="error"]').all_text_contents()
    workshop.write(text, "In order")
    assert workshop.page.locator('.wk-mirror > [data-mark="error"]').count() == 0


def test_only_the_newest_text_is_judged(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    for wrong in ("level: sugestion", "level: suggestions", "level: worning"):
        workshop.box.fill(text.replace("level: suggestion", wrong))
        workshop.page.wait_for_timeout(270)  # as long as the page waits before it asks
    workshop.wait_for("error")
    expect(workshop.page.locator(".wk-result").first).to_contain_text("worning is no level")
    workshop.answer_late("read", text, {"problems": [], "blanks": [], "rule": None, "path": "", "changes": None})
    assert "1 error" in workshop.verdict


def test_a_rule_that_is_opened_twice_is_judged_twice(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    workshop.answer_late("prove", text, {"examples": [], "complaints": []}, after=".wk-choose button")
    workshop.wait_for("In order")
    assert workshop.errors == []


def test_an_example_that_fails_stands_first(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    workshop.write(text.replace("I **hope this email finds you well**", "I **was there**"), "to look at")
    failed = workshop.page.locator('[data-fold="examples"] .wk-result[data-holds="no"]')
    assert failed.count() == 1
    assert "is not found" in failed.inner_text()


def test_the_page_is_shown_as_readers_will_see_it(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    sheet = workshop.unfold("page").locator(".wk-preview")
    expect(sheet.locator(".wk-h1")).to_have_text("Skip the opener that says nothing", timeout=WAIT)
    assert sheet.locator(".aw-example--flag mark").first.inner_text() == "hope this email finds you well"
    for link in sheet.locator("a").evaluate_all("all => all.map(each => each.href)"):
        assert not link.startswith(workshop.site) or workshop.page.request.get(link.partition("#")[0]).status == 200, link
    workshop.write(text.replace("title: Skip", "title: Leave out"), "In order")
    expect(sheet.locator(".wk-h1")).to_have_text("Leave out the opener that says nothing")


def test_nothing_that_is_typed_becomes_markup(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    workshop.unfold("page")
    bad = "<img src=x onerror='strange = 1'><script>strange = 1</script>"
    workshop.write(text.replace("title: Skip the opener that says nothing", f'title: "{bad}"').replace("I **hope this email", f"{bad} **hope this email"), "In order")
    expect(workshop.page.locator(".wk-preview .wk-h1")).to_contain_text("<img src=x", timeout=WAIT)
    assert workshop.page.locator(".wk-workshop :is(img, script, iframe)").count() == 0
    assert workshop.page.evaluate("typeof strange") == "undefined"


def test_a_page_is_built_from_harmless_elements_only(workshop: WorkshopPage) -> None:
    html = (
        '<h1 id=a onclick="x()">Title</h1><p class="aw-note md-overlay" style="position:fixed">Text <b>bold</b><img src=x onerror=x()>'
        '<a href="javascript:x()">one</a><a href="index.md?stage=check-in">two</a><a href="../sources.md">three</a><a href="//else.example">four</a></p>'
        '<iframe src="https://else.example"></iframe><svg onload=x()><a href="https://else.example">five</a></svg><form action=/x><input name=y>six</form>'
    )
    built = workshop.page.evaluate(
        """async ([module, html]) => {
            const place = document.createElement("div");
            place.append(...(await ours(module)).previewed(html));
            return place.innerHTML;
        }""",
        ["workshop/preview.js", html],
    )
    out = 'target="_blank" rel="noopener noreferrer"'
    assert built == (
        '<h3 class="wk-h1">Title</h3><p class="aw-note">Text bold<a>one</a>'
        f'<a href="{workshop.site}rules/?stage=check-in" {out}>two</a><a href="{workshop.site}sources/" {out}>three</a><a>four</a></p>'
        f'<a href="https://else.example" {out}>five</a>six'
    )


def test_a_message_of_ones_own_is_tried_on_the_rule_as_it_is_now(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    part = workshop.unfold("trial")
    part.get_by_label("A message").fill("Dear Dana,\n\nAhoy there. Thank you for Tuesday.\n\nSam")
    expect(part).to_contain_text("This rule looked, and has nothing to say.", timeout=WAIT)
    workshop.box.fill(text.replace(PHRASE, PHRASE + "    - ahoy there\n"))
    expect(part).to_contain_text("This rule finds 1 place:", timeout=WAIT)
    assert part.locator(".wk-found mark").first.inner_text() == "Ahoy there"
    part.get_by_label("How it goes out").select_option("text")
    expect(part).to_contain_text("does not look at such a message", timeout=WAIT)


def test_alarms_on_good_letters_and_what_is_new_are_listed(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    changed = text.replace(PHRASE, PHRASE + "    - thank you for\n").replace("level: suggestion", "level: warning")
    workshop.write(changed, "to look at")  # no example has the words
    letters = workshop.unfold("letters")
    expect(letters.locator("summary").first).to_contain_text("alarms", timeout=WAIT)
    found = letters.locator(".wk-found").first
    assert "thank you for" in found.locator("mark").inner_text().lower()
    assert "in the good letter" in found.inner_text()
    expect(letters).to_contain_text("Against the published rule")
    expect(letters).to_contain_text("new:")
    changes = workshop.unfold("changes")
    assert changes.locator(".wk-part").all_text_contents() == ["its weight (level)", "what the checker looks for (check) › any"]
    assert changes.locator('[data-sign="+"] code').all_text_contents() == ["put in: warning", "put in: thank you for"]


def test_a_change_goes_to_the_file_by_way_of_the_clipboard(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    workshop.write(text.replace("title: Skip", "title: Leave out"), "In order")
    link = workshop.page.get_by_role("link", name="Open it on GitHub")
    assert link.get_attribute("href") == f"{GOES}edit/main/rules/content/{RULE}.yml"
    workshop.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    workshop.page.get_by_role("button", name="Copy the text").click()
    expect(workshop.page.locator('.wk-workshop > [role="status"]')).to_have_text("The text is copied.")
    assert workshop.page.evaluate("navigator.clipboard.readText()") == workshop.text


def test_a_short_new_rule_goes_in_the_address_and_a_long_one_does_not(workshop: WorkshopPage) -> None:
    workshop.begin()
    workshop.write(NEW, "In order")
    address = urlsplit(workshop.page.get_by_role("link", name="Open it on GitHub").get_attribute("href") or "")
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{GOES}new/main/rules/tone"
    assert parse_qs(address.query) == {"filename": ["no-rock-star.yml"], "value": [NEW]}
    workshop.write(NEW + "# " + "long " * 2000 + "\n", "In order")
    address = urlsplit(workshop.page.get_by_role("link", name="Open it on GitHub").get_attribute("href") or "")
    assert parse_qs(address.query) == {"filename": ["no-rock-star.yml"]}
    assert workshop.page.get_by_role("button", name="Copy the text").is_visible()


def test_a_new_rule_begins_with_blanks_that_are_filled_one_after_the_other(workshop: WorkshopPage) -> None:
    workshop.begin()
    assert "\nadded: 2026-03-04\n" in workshop.text
    after = workshop.page.get_by_role("button", name="Next place to fill in")
    after.click()
    assert workshop.selected == "<<short-name-with-hyphens>>"
    workshop.page.keyboard.type("be-brief")
    after.click()
    assert workshop.selected == "<<the advice in plain words>>"
    assert "id: be-brief\n" in workshop.text
    expect(workshop.page.locator("#wk-verdict")).to_contain_text("14 places to fill in")


def test_tab_leaves_the_box_and_enter_keeps_the_indentation(workshop: WorkshopPage) -> None:
    workshop.begin("Advice to read")
    workshop.box.fill("why: |\n  One.")
    workshop.box.press("End")
    workshop.box.press("Enter")
    workshop.page.keyboard.type("Two.")
    assert workshop.text == "why: |\n  One.\n  Two."
    workshop.page.keyboard.press("Tab")
    assert workshop.page.evaluate("document.activeElement.id") != "wk-text"
    assert workshop.text == "why: |\n  One.\n  Two."


def test_the_numbers_stand_at_their_lines(workshop: WorkshopPage) -> None:
    workshop.begin("Advice to read")
    for text in ("a\n\n\tb " + "word " * 80 + "\nc", "x" * 400 + "\n😀\n", "漢字" * 150):
        workshop.box.fill(text)
        heights = workshop.page.evaluate("() => [document.getElementById('wk-text').scrollHeight, document.querySelector('.wk-mirror').scrollHeight]")
        assert heights[0] == heights[1], text[:20]
        assert workshop.page.locator(".wk-mirror > div").count() == text.count("\n") + 1


def test_undo_leaves_a_rule_alone_that_was_opened_since(workshop: WorkshopPage) -> None:
    workshop.write(workshop.open_rule().replace("title: Skip", "title: Leave out"), "In order")
    text = workshop.open_rule("no-gifts")
    workshop.box.press("Control+z")
    assert workshop.text == text


def test_a_source_is_found_and_put_in(workshop: WorkshopPage) -> None:
    workshop.begin("Advice to read")
    workshop.box.fill("sources:\n  - source: ")
    workshop.unfold("sources").get_by_label("Its publisher, title or id").fill("purdue cco")
    workshop.page.get_by_role("button", name="Insert purdue", exact=True).click()
    assert workshop.text == "sources:\n  - source: purdue"


def test_the_word_lists_of_a_rule_can_be_read(workshop: WorkshopPage) -> None:
    workshop.open_rule()
    part = workshop.unfold("words")
    assert part.locator("h3").all_inner_texts() == ["<empty-opener>"]
    assert part.get_by_role("link").get_attribute("href") == f"{GOES}edit/main/rules/words/empty-opener.yml"


def test_all_changes_can_be_undone(workshop: WorkshopPage) -> None:
    text = workshop.open_rule()
    workshop.write(text.replace("kind: phrase", "kind: frase"), "error")
    workshop.page.get_by_role("button", name="Back to how it began").click()
    workshop.page.get_by_role("dialog").get_by_role("button", name="Undo all").click()
    workshop.wait_for("In order")
    assert workshop.text == text
