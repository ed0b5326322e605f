"""The picture that other sites show beside a link to a page: its title, its section and the mark, drawn without a browser."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from PIL import Image, ImageColor, ImageDraw, ImageFont

from checker.site.fonts import HEADINGS
from checker.site.shelf import keep

SIZE = (1200, 630)
CACHE = Path(".cache", "cards")
FOLDER = "assets/cards"
# Those of assets/site.css in light, and the white of the mark.
_PAPER, _INK, _QUIET, _GREEN, _WHITE = "#fdfcfa", "#1f2726", "#54605e", "#1d5c57", "#ffffff"
_BLENDS = ((_PAPER, _INK, 12), (_PAPER, _QUIET, 8), (_PAPER, _GREEN, 8), (_WHITE, _GREEN, 6))  # all that edges need
_EDGE = 90
_WIDTH = SIZE[0] - 2 * _EDGE
_TITLE_SIZES = (84, 76, 68, 60, 54, 48)  # the first with which a title keeps to three lines
_TITLE_LINES = 3
_MARK = Path("docs", "assets", "mark.png")  # mark.svg at 360 pixels; phones take it as an icon
_STRAP = "Advice for after a job interview, with its sources"


def card_place(uri: str) -> str:
    """Where the card of a page lies in the site: "rules/x.md" → "assets/cards/rules/x.png"."""
    return f"{FOLDER}/{PurePosixPath(uri).with_suffix('.png')}"


def cards(project_root: Path, wanted: Mapping[str, tuple[str, str]]) -> dict[str, Path]:
    """Place in the site → file, for `wanted` places → (title, section).

    Cards are kept by what is on them, so only new ones are drawn. Empty where the font is not installed.
    """
    if not all((project_root / path).is_file() for path in (HEADINGS, _MARK)):
        return {}
    # What makes a card look as it does: this file, the font, the mark.
    look = hashlib.sha256()
    for path in (Path(__file__), project_root / HEADINGS, project_root / _MARK):
        look.update(path.read_bytes())
    shelf = project_root / CACHE / look.hexdigest()[:12]
    found = {}
    for place, (title, section) in wanted.items():
        found[place] = shelf / (hashlib.sha256(f"{section}\n{title}".encode()).hexdigest()[:24] + ".png")
        if not found[place].is_file():
            keep(found[place], card(title, section, project_root))
    return found


def card(title: str, section: str, project_root: Path) -> bytes:
    """One card as a PNG of few colours."""
    picture = Image.new("RGB", SIZE, _PAPER)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 15, SIZE[1]), fill=_GREEN)
    mark = _mark(project_root / _MARK)
    picture.paste(mark, (_EDGE, 64), mark)
    draw.text((_EDGE + 92, 100), "Afterword", _INK, _font(project_root / HEADINGS, 46), anchor="lm")
    if section:
        draw.text((_EDGE, 216), section, _GREEN, _font(project_root / HEADINGS, 36), anchor="ls")
    font, lines = _fitting(title, project_root / HEADINGS)
    step = round(font.size * 1.14)
    top = 216 + 44 + round(font.size * 0.7)  # below the section's line, a gap and the height of a capital
    for number, line in enumerate(lines):
        draw.text((_EDGE, top + number * step), line, _INK, font, anchor="ls")
    draw.text((_EDGE, 570), _STRAP, _QUIET, _font(project_root / HEADINGS, 32), anchor="ls")
    stream = io.BytesIO()
    picture.quantize(palette=_palette(), dither=Image.Dither.NONE).save(stream, "PNG")
    return stream.getvalue()


def _fitting(title: str, path: Path) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest font in which a title fits, and its lines; one that never does is cut short."""
    for size in _TITLE_SIZES:
        font = _font(path, size)
        lines = list(_lines(title, font))
        if len(lines) <= _TITLE_LINES and all(font.getlength(line) <= _WIDTH for line in lines):
            return font, lines
    *most, last = lines[:_TITLE_LINES]
    while last and font.getlength(last + " …") > _WIDTH:
        last = last[:-1]
    return font, [*most, last.rstrip(" ,;:.") + " …"]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and font.getlength(longer) > _WIDTH:
            yield line
            longer = word
        line = longer
    yield line


@cache
def _palette() -> Image.Image:
    """The few colours that a card is made of. To look for them in each picture would take four times as long."""
    colours: list[int] = []
    for one, other, steps in _BLENDS:
        ends = list(zip(ImageColor.getrgb(one), ImageColor.getrgb(other)))
        for step in range(steps):
            colours += [round(first + (last - first) * step / (steps - 1)) for first, last in ends]
    palette = Image.new("P", (1, 1))
    palette.putpalette(colours)
    return palette


@cache
def _font(path: Path, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), size)


@cache
def _mark(path: Path) -> Image.Image:
    return Image.open(path).convert("RGBA").resize((72, 72), Image.Resampling.LANCZOS)
