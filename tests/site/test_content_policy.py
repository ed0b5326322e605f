"""The policy of a finished page: its own inline scripts by their hashes, and nobody but the site itself."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from checker.site.content_policy import tightened

OVERRIDES = Path(__file__).resolve().parents[2] / "docs" / "overrides"
HEAD = """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self'">"""


def hash_of(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"


@pytest.mark.parametrize(
    ("scripts", "allowed"),
    [
        ("<script>one()</script>", ["one()"]),
        ("<script>é\n</script><script >two()</script>", ["é\n", "two()"]),
        ("<script>one()</script><script>one()</script>", ["one()"]),
        ('<script type="module">one()</script>', ["one()"]),
        ('<script id="x" type="application/json">{}</script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ('<script src="a.js"></script><script src="b.js" type="module"></script>', []),
        ("", []),
    ],
)
def test_inline_scripts_are_allowed_one_by_one(scripts: str, allowed: list[str]) -> None:
    policy = re.search(r"script-src 'self'([^;]*);", tightened(HEAD + scripts))
    assert policy and sorted(policy[1].split()) == sorted(hash_of(each) for each in allowed)


def test_all_else_stays_to_the_letter() -> None:
    page = HEAD + "<script>one()</script><p>'unsafe-inline'</p>"
    assert tightened(page).replace(hash_of("one()"), "'unsafe-inline'") == page


def test_a_page_without_a_policy_stays_as_it_is() -> None:
    assert tightened("<script>one()</script>") == "<script>one()</script>"


def test_every_page_of_the_site_is_tightened(site_folder: Path) -> None:
    pages = list(site_folder.rglob("*.html"))
    assert len(pages) > 100
    for page in pages:
        policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page.read_text(encoding="utf-8"))
        assert policy, page
        assert "'unsafe-inline'" not in policy[1].replace("style-src-attr 'unsafe-inline'", ""), page
        assert "script-src 'self' 'sha256-" in policy[1], page


def test_the_template_allows_the_site_and_nobody_else() -> None:
    text = (OVERRIDES / "main.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1]
    found = {name: set(of) for name, *of in (each.split() for each in policy.split("; "))}
    assert found == {
        "default-src": {"'none'"},
        "script-src": {"'self'", "'unsafe-inline'", "'wasm-unsafe-eval'"},
        "worker-src": {"'self'", "blob:"},
        "connect-src": {"'self'"},
        "style-src": {"'self'"},
        "style-src-attr": {"'unsafe-inline'"},
        "img-src": {"'self'", "data:"},
        "font-src": {"'self'"},
        "manifest-src": {"'none'"},
        "frame-src": {"'none'"},
        "object-src": {"'none'"},
        "base-uri": {"'none'"},
        "form-action": {"'self'"},
    }
    assert "'unsafe-inline'" not in re.search(r"script-src ([^;]*)", tightened(text))[1]
