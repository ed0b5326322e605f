"""The one typeface that the site brings along, for headings: Newsreader, from its npm package, with its licence."""

from __future__ import annotations

from pathlib import Path

# Latin in one weight: 24 kB. Running text is set in the reader's own system font, which costs nothing.
_FILES = {
    "assets/fonts/newsreader-600.woff2": "files/newsreader-latin-600-normal.woff2",
    "assets/fonts/LICENSE.txt": "LICENSE",
}


def font_files(project_root: Path) -> dict[str, bytes]:
    """Place in the site → content. Empty where `npm ci` has not run: headings then use a font of the system's."""
    package = project_root / "node_modules" / "@fontsource" / "newsreader"
    return {place: (package / name).read_bytes() for place, name in _FILES.items() if (package / name).is_file()}
