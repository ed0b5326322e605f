"""The Content-Security-Policy of a page that is finished: its inline scripts are allowed one by one, and no others. Pure."""

from __future__ import annotations

import base64
import hashlib
import re

_INLINE = re.compile(r"<script(?P<attributes>(?:\s[^>]*)?)>(?P<code>.*?)</script>", re.DOTALL | re.IGNORECASE)
_SCRIPTS = re.compile(r"""(<meta http-equiv="?Content-Security-Policy"? content="[^"]*script-src [^;"]*)'unsafe-inline'""")


def tightened(page: str) -> str:
    """The page with the hashes of its own inline scripts in the place of 'unsafe-inline'.

    The template cannot know them: they are the theme's, and hold the page's place in the site. Where nothing calls this,
    as when another generator builds the site, the page works all the same.
    """
    hashes = sorted({_hash(found["code"]) for found in _INLINE.finditer(page) if _runs(found["attributes"])})
    return _SCRIPTS.sub(lambda found: found[1] + " ".join(hashes), page, count=1)


def _runs(attributes: str) -> bool:
    """Whether a script is code of the page itself, and neither data nor a file."""
    kind = re.search(r"""\btype=["']?([^"'\s>]+)""", attributes)
    return " src=" not in attributes and (kind is None or kind[1] in ("module", "text/javascript"))


def _hash(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"
