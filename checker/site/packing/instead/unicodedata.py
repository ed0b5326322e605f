"""What we use of unicodedata, from the browser, which has it as well: Python's own tables are a tenth of all that is loaded."""

import re

_FIRST, _LAST = "\u0334", "\u0315"  # marks that stand before, and behind, nearly all others
# In most messages there is nothing to put together: Latin and Cyrillic letters, typographic marks, emoji. Nor may what is read
# beforehand ask for anything of the browser: a snapshot could not take it along.
_TO_COMPOSE = re.compile(
    "[^\0-\u02ff\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2002-\u20cf\u2100-\u2125\u2190-\u2328\u4e00-\u9fff\ufe0f\U0001f300-\U0001faff]"
)


def normalize(form: str, text: str) -> str:
    """The text with its marked letters put together (NFC, NFKC) or taken apart (NFD, NFKD)."""
    if text.isascii() or (form == "NFC" and not _TO_COMPOSE.search(text)):
        return text
    from js import String

    return String.prototype.normalize.call(text, form)


def combining(char: str) -> bool:
    """Whether a character is a mark on the letter before it. Such are put in order, and so change places with one of two others."""
    return normalize("NFD", char + _FIRST)[0] == _FIRST != char or normalize("NFD", _LAST + char)[0] != _LAST
