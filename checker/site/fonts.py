"""The one typeface that the site brings along, for headings: Newsreader, from its npm package, with its licence."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path("node_modules", "@fontsource", "newsreader")
# Latin in one weight: 24 kB. Running text is set in the reader's own system font, which costs nothing.
HEADINGS = _PACKAGE / "files" / "newsreader-latin-600-normal.woff2"  # below the project's root
_FILES = {
    "assets/fonts/newsreader-600.woff2": HEADINGS,
    "assets/fonts/LICENSE.txt": _PACKAGE / "LICENSE",
}


def font_files(project_root: Path) -> dict[str, bytes]:
    """Place in the site → content. Empty where `npm ci` has not run: headings then use a font of the system's."""
    return {place: (project_root / path).read_bytes() for place, path in _FILES.items() if (project_root / path).is_file()}
