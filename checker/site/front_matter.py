"""The metadata at the head of a page: how it is written, and how it is read again. Pure."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from checker.author.yaml_nodes import plain_data
from checker.site.text import escaped

_HEAD = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*\n?", re.DOTALL | re.MULTILINE)
_HEADING = re.compile(r"^# +(.+?) *$", re.MULTILINE)


def front_matter(**fields: Any) -> str:
    """A page's metadata. Texts are escaped, as the theme puts them in as they are."""
    return written({key: escaped(value) if isinstance(value, str) else value for key, value in fields.items()})


def written(meta: Mapping[str, Any]) -> str:
    """Metadata to the letter. JSON is YAML, whatever is in it."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in meta.items()]
    return "\n".join(["---", *lines, "---"])


def parted(page: str) -> tuple[dict[str, Any], str]:
    """The metadata of a page, and what comes below."""
    found = _HEAD.match(page)
    meta = plain_data(found[1]) if found else None
    return (meta, page[found.end() :]) if found and isinstance(meta, dict) else ({}, page)


def with_meta(page: str, more: Mapping[str, Any]) -> str:
    """The page with more metadata."""
    meta, below = parted(page)
    return f"{written({**meta, **more})}\n\n{below.lstrip()}"


def title_of(meta: Mapping[str, Any], below: str) -> str:
    """The title that a page gives itself, as its metadata have it, else its heading; "" without one."""
    heading = _HEADING.search(below)
    return str(meta.get("title") or (heading[1] if heading else ""))
