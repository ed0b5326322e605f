"""What the workshop's page is given besides rules.json: the text of each rule, what rules refer to, and messages to try them on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from checker.author.corpus import DRAFT, LETTER, Specimen
from checker.author.load import Library
from checker.author.scaffold import scaffold
from checker.author.yaml_nodes import plain_data
from checker.core.situation import read_situation
from checker.site.words import GROUPS

PLACE = "assets/workshop/shelf.json"
TEMPLATES = ("phrase", "missing", "none")  # the kinds of a new rule
# As in `make snapshot`: what must stay without alarms, and the labelled drafts that rules are developed on. The other
# labelled drafts measure what nobody has looked at.
GOOD, LABELLED = Path("tests", "letters", "good"), Path("tests", "drafts", "dev.yaml")


def shelf_text(root: Path, library: Library) -> str:
    """The file as it is served. A project without messages has none to try."""
    files = {rule["id"]: library.files[rule["id"]] for rule in library.rules}
    texts = {name: (root / file).read_text(encoding="utf-8") for name, file in files.items() if (root / file).is_file()}
    shelf = {
        "files": {name: files[name].as_posix() for name in texts},
        "texts": texts,
        "sources": library.sources,
        "claims": library.claims,
        "disagreements": library.disagreements,
        "letters": list(_letters(root)),
        "groups": GROUPS,
        "templates": {kind: scaffold({"kind": kind}, "TODAY") for kind in TEMPLATES},
    }
    return json.dumps(shelf, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def library_of(rules: Mapping[str, Any], shelf: Mapping[str, Any]) -> Library:
    """A library for the bench, from the contents of rules.json and of the shelf."""
    files = {name: PurePosixPath(file) for name, file in shelf["files"].items()}
    tables = rules["short_forms"], rules["holidays"]
    return Library(rules["rules"], files, rules["words"], shelf["sources"], shelf["claims"], shelf["disagreements"], *tables, [])


def letters_of(shelf: Mapping[str, Any]) -> list[Specimen]:
    """The messages on the shelf."""
    return [
        Specimen(each["kind"], each["name"], each["text"], read_situation(each["situation"]), frozenset(each["wanted"]), tolerated=frozenset(each["tolerated"]), thorough=True)
        for each in shelf["letters"]
    ]


def _letters(root: Path) -> Iterator[dict[str, Any]]:
    for path in [*sorted((root / GOOD).glob("*.yml")), root / LABELLED]:
        if path.is_file():
            for entry in plain_data(path.read_bytes()):
                yield {
                    "name": entry["id"],
                    "kind": LETTER if path.parent.name == GOOD.name else DRAFT,
                    "text": entry["draft"],
                    "situation": entry.get("situation", {}),
                    "wanted": [*entry.get("expect", ()), *entry.get("suggest", ())],
                    "tolerated": entry.get("tolerate", []),
                }
