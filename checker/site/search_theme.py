"""The theme's two scripts for the search, with what we ask of them besides. Pure, but for a file that lies beside it."""

from __future__ import annotations

import re
from pathlib import Path

_BUNDLE = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js")
_WORKER = re.compile(r"assets/javascripts/workers/search\.\w+\.min\.js")
# "Fetch the index now; or, if this page is a file on a disk, once the search is opened": the theme can do both.
_NOW_OR_LATER = re.compile(r'[\w$]+\([\w$]+\(location\.protocol!=="file:"\),([\w$]+\("search"\))\)')


class UnknownTheme(ValueError):
    """The theme's script is not the one that this was written for."""


def is_of_search(uri: str) -> bool:
    """Whether a file of the theme is one of the two."""
    return bool(_BUNDLE.fullmatch(uri) or _WORKER.fullmatch(uri))


def with_ours(uri: str, script: str) -> str:
    """The script as the site serves it. Raises UnknownTheme."""
    return later(script) if _BUNDLE.fullmatch(uri) else understanding(script)


def later(bundle: str) -> str:
    """The theme's bundle, which fetches the index once the search is opened, and not with every page. Raises UnknownTheme."""
    changed, found = _NOW_OR_LATER.subn(r"\1", bundle)
    if found != 1:
        raise UnknownTheme(f"The theme fetches its search index in {found} places and not in 1: see checker/site/search_theme.py")
    return changed


def understanding(worker: str) -> str:
    """The theme's search worker, with what makes sense of typed words in front of it."""
    return Path(__file__).with_name("search_words.js").read_text(encoding="utf-8") + worker
