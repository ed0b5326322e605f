"""The pictures beside links: their size, their weight, and that every title can be drawn."""

from __future__ import annotations

import io
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from our_rules import our_library
from PIL import Image, ImageChops, ImageFont, ImageStat

from checker.site import cards as drawing
from checker.site.cards import card, card_place, cards
from checker.site.fonts import HEADINGS
from checker.site.text import typographic

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent.parent
LONG = "How soon should the first thank-you go out after the interview, and does the hour of the day matter to anybody who reads it?"


@pytest.mark.parametrize(
    ("title", "section"), [("Be kind", "Rules"), ("What to send after a job interview", ""), (LONG, "Where sources disagree"), ("x" * 300, "")]
)
def test_a_card_is_large_and_light(title: str, section: str) -> None:
    data = card(title, section, ROOT)
    with Image.open(io.BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        rows = picture.convert("L").crop((1200 - drawing._EDGE // 2, 0, 1200, 630))
        assert rows.getextrema()[0] > 240  # nothing runs over the edge
    assert len(data) < 25_000


def test_the_font_has_every_letter_of_our_titles() -> None:
    library = our_library()
    titles = [rule["title"] for rule in library.rules] + [each["question"] for each in library.disagreements.values()]
    font = ImageFont.truetype(str(ROOT / HEADINGS), 48)
    unknown = bytes(font.getmask("\uffff"))
    letters = set(typographic("".join(titles))) - {" "}
    assert {"“", "’"} & letters
    assert [letter for letter in sorted(letters) if bytes(font.getmask(letter)) == unknown] == []


def test_a_card_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in (HEADINGS, drawing._MARK):
        (tmp_path / path).parent.mkdir(parents=True)
        shutil.copy(ROOT / path, tmp_path / path)
    wanted = {card_place("rules/x.md"): ("X", "Rules"), card_place("index.md"): ("Home", "")}
    first = cards(tmp_path, wanted)
    assert list(first) == ["assets/cards/rules/x.png", "assets/cards/index.png"]
    drawn: list[str] = []
    monkeypatch.setattr(drawing, "card", lambda title, section, root: drawn.append(title) or b"new")
    assert cards(tmp_path, wanted) == first
    assert drawn == []
    again = cards(tmp_path, {card_place("rules/x.md"): ("X, renamed", "Rules")})
    assert drawn == ["X, renamed"]
    assert next(iter(again.values())).read_bytes() == b"new"


def test_without_the_font_there_are_none(tmp_path: Path) -> None:
    assert cards(tmp_path, {card_place("index.md"): ("Home", "")}) == {}


def test_the_mark_on_cards_is_that_of_the_site(browser: Browser, tmp_path: Path) -> None:
    svg = (ROOT / "docs" / "assets" / "mark.svg").read_text(encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 360})
    page.set_content(f'<body style="margin: 0">{svg.replace("<svg ", "<svg width=360 height=360 style=display:block ", 1)}')
    page.screenshot(path=tmp_path / "mark.png", omit_background=True)
    page.close()
    with Image.open(tmp_path / "mark.png") as drawn, Image.open(ROOT / drawing._MARK) as kept:
        difference = ImageChops.difference(drawn.convert("RGBA"), kept.convert("RGBA"))
    assert max(ImageStat.Stat(difference).mean) < 2  # of 255; browsers differ a little at edges
