"""How a page may be cited: one line for people, one entry for BibTeX. Pure."""

from __future__ import annotations

import datetime
import re

from checker.core.wording import full_date

AUTHORS = "Afterword contributors"
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_LATEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"} | {sign: f"\\{sign}" for sign in "&%$#_{}"}


def citation(title: str, address: str, changed: datetime.date | None) -> str:
    """Who, what, when, where, in one line. Without a date it says so, as citations do."""
    end = "" if title.endswith(("?", "!")) else "."
    return f"{AUTHORS}. {title}{end} Afterword, {full_date(changed) if changed else 'no date'}. {address}"


def bibtex(title: str, address: str, changed: datetime.date | None) -> str:
    """An entry of the kind `misc`, which every BibTeX style knows."""
    fields = {"author": f"{{{AUTHORS}}}", "title": f"{{{_latex(title)}}}"}  # braces keep names and capitals as they are
    if changed:
        fields |= {"year": str(changed.year), "month": full_date(changed).split()[1][:3].lower(), "note": f"Last changed on {full_date(changed)}"}
    fields |= {"howpublished": rf"\url{{{address}}}"}
    bare = {"month"}  # an abbreviation that BibTeX knows, and no text
    lines = [f"  {key} = {value if key in bare else f'{{{value}}}'}," for key, value in fields.items()]
    return "\n".join([f"@misc{{{_key(address)},", *lines, "}"])


def _key(address: str) -> str:
    path = re.sub(r"^[a-z]+://[^/]*", "", address)
    return "-".join(["afterword", *re.findall(r"[A-Za-z0-9]+", path)])


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in text)
