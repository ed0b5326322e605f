"""A library of one's own, small rules to try the pages on; and the real site, built once."""

from __future__ import annotations

import datetime
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from server import Host
from serving import Server

from checker.author.load import Library

SOURCES = {
    "paper": {
        "publisher": "The Paper",
        "kind": "press",
        "country": "UK",
        "date": "about 2017",
        "url": "https://paper.example/a?b=1&c=2",
    },
    "college": {"publisher": "A <College>", "url": "https://college.example/"},
}
RULE: dict[str, Any] = {
    "id": "be-kind",
    "title": "Be kind",
    "group": "tone",
    "kind": "phrase",
    "stages": ["thank-you", "check-in"],
    "level": "error",
    "status": "stable",
    "message": "Take out “{match}”.",
    "why": "Because.",
    "how": "Like this.",
    "page": "rules/be-kind/",
    "check": {"any": ["you fool"]},
    "examples": {
        "flag": [{"text": "Reply, **you fool**.", "because": "it is unkind"}],
        "leave": ["I felt a fool."],
    },
    "sources": [
        {"source": "paper", "stance": "for", "line": "Be kind, it says."},
        {"source": "college", "stance": "against", "line": "Kindness is overrated"},
    ],
    "added": datetime.date(2026, 11, 23),
    "replaces": [],
}

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The real site, built strictly and served at the very address it was built for, below a path: folder, address."""
    top = tmp_path_factory.mktemp("built")
    with Server(("127.0.0.1", 0), partial(Host, directory=str(top))) as server:
        address = f"http://127.0.0.1:{server.server_port}/under/"
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(top / "under")]
        environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "SITE_URL": address}
        built = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
        assert built.returncode == 0, built.stdout + built.stderr
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield top / "under", address
        server.shutdown()


@pytest.fixture
def rule() -> Callable[..., dict[str, Any]]:
    """A rule, with changes; None takes a key out."""

    def make(**changes: Any) -> dict[str, Any]:
        made = RULE | changes
        made["page"] = f"rules/{made['id']}/"
        return {key: value for key, value in made.items() if value is not None}

    return make


@pytest.fixture
def library() -> Callable[..., Library]:
    """A library of the rules given."""

    def make(*rules: dict[str, Any]) -> Library:
        files = {rule["id"]: Path("rules", rule["group"], f"{rule['id']}.yml") for rule in rules}
        return Library(list(rules), files, {}, SOURCES, {}, {}, {}, {}, [])

    return make


@pytest.fixture
def advice(rule: Callable[..., dict[str, Any]]) -> dict[str, Any]:
    """A rule that is advice alone."""
    stages = ["thank-you", "check-in", "withdraw", "after-decision", "other-offer"]
    return rule(
        id="ask-first",
        title="Ask first",
        group="before",
        kind="none",
        stages=stages,
        level=None,
        check=None,
        examples=None,
    )
