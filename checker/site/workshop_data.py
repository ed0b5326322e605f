"""What the workshop's page is given besides rules.json: the text of each rule, what rules refer to, and messages to try them on."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from checker.author.load import Library
from checker.author.workshop import Letter
from checker.site.words import GROUPS

PLACE = "assets/workshop/shelf.json"
# A new rule of each of these kinds, with blanks to fill in.
TEMPLATES = Path(__file__).with_name("workshop_templates")
# As in `make snapshot`: what must stay without alarms, and the labelled drafts that rules are developed on. The other
# labelled drafts measure what nobody has looked at.
GOOD, LABELLED = Path("tests", "letters", "good"), Path("tests", "drafts", "dev.yaml")
_READER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the quick one, where PyYAML was built with it


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
        "templates": {path.stem: path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.glob("*.yml"))},
    }
    return json.dumps(shelf, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def library_of(rules: Mapping[str, Any], shelf: Mapping[str, Any]) -> Library:
    """A library for the bench, from the contents of rules.json and of the shelf."""
    files = {name: PurePosixPath(file) for name, file in shelf["files"].items()}
    tables = rules["short_forms"], rules["holidays"]
    return Library(rules["rules"], files, rules["words"], shelf["sources"], shelf["claims"], shelf["disagreements"], *tables, [])


def letters_of(shelf: Mapping[str, Any]) -> list[Letter]:
    """The messages on the shelf."""
    return [Letter(**each) for each in shelf["letters"]]


def _letters(root: Path) -> Iterator[dict[str, Any]]:
    for path in [*sorted((root / GOOD).glob("*.yml")), root / LABELLED]:
        if path.is_file():
            for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=_READER):
                yield {
                    "name": entry["id"],
                    "good": path.parent.name == GOOD.name,
                    "text": entry["draft"],
                    "situation": entry.get("situation", {}),
                    "wanted": [*entry.get("expect", ()), *entry.get("suggest", ())],
                    "tolerated": entry.get("tolerate", []),
                }
