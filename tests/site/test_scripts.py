"""The pages' scripts and styles: what becomes one file, what stays as it is, and what a page asks for at once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker.site.scripts import Scripts, ScriptsError, bundled

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    "checker/main.js": 'import { one } from "./one.js";\nimport("../planner/late.js");\nglobalThis.said = one;\n',
    "planner/planner.js": 'import { one } from "../checker/one.js";\nexport const two = one + 1;\n',
    "planner/late.js": 'export const late = "late";\n',
    "checker/one.js": '// why\nexport const one = "first" + 1;\n',
    "checker/worker.js": 'import "./alone.js";\n',
    "checker/alone.js": 'postMessage("alone");\n',
    "too-old.js": "var kept = 1; // as it is\n",
    "styles.css": '@import "checker/sheet.css";\n\np { color: red; }\n',
    "checker/sheet.css": "a { color: blue; }\n",
    "plain.css": "b { color: green; }\n",
}


def project(folder: Path, files: dict[str, str]) -> Path:
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    for place, code in files.items():
        path = folder / "docs" / "assets" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Scripts:
    return bundled(project(tmp_path_factory.mktemp("made"), FILES))


def text(made: Scripts, place: str) -> str:
    return made.files[f"assets/{place}"].decode()


def part(made: Scripts, words: str) -> str:
    (found,) = [place for place, code in made.files.items() if words in code.decode() and "part-" in place]
    return found


def test_what_is_in_a_bundle_is_no_file_of_its_own(made: Scripts) -> None:
    assert {place.removeprefix("assets/") for place in made.sources} == set(FILES) - {"too-old.js", "plain.css"}
    names = {place for place in made.files if "part-" not in place}
    begin = {"checker/main.js", "planner/planner.js", "checker/worker.js", "styles.css", "checker/modules.js"}
    assert names == {f"assets/{place}" for place in begin}


def test_what_several_share_is_there_once(made: Scripts) -> None:
    assert part(made, '"first1"')
    assert part(made, '"late"') != part(made, '"first1"')


def test_a_page_asks_at_once_for_what_it_begins_with(made: Scripts) -> None:
    asked = made.with_imports(["assets/planner/planner.js", "assets/checker/main.js"])
    assert {"assets/planner/planner.js", "assets/checker/main.js", part(made, '"first1"')} <= set(asked)
    assert part(made, '"late"') not in asked
    assert len(asked) == len(set(asked))
    assert all(place in made.files for place in asked)


def test_a_worker_has_nothing_of_the_pages(made: Scripts) -> None:
    assert made.with_imports(["assets/checker/worker.js"]) == ["assets/checker/worker.js"]
    assert "alone" not in text(made, "checker/modules.js")


def test_styles_keep_their_order(made: Scripts) -> None:
    assert re.fullmatch(r"a\{color:#?\w+\}p\{color:red\}\s*", text(made, "styles.css"))


def test_names_stay(made: Scripts) -> None:
    assert "two" in text(made, "planner/planner.js")
    assert re.findall(r'"(\w+/[\w.-]+)"', text(made, "checker/modules.js")) == ["checker/main.js", "checker/one.js", "planner/late.js", "planner/planner.js"]


def test_the_same_files_give_the_same_bytes(made: Scripts, tmp_path: Path) -> None:
    assert bundled(project(tmp_path, FILES)).files == made.files


def test_no_module_counts_on_the_folder_it_runs_from() -> None:
    scripts = [path for path in (ROOT / "docs" / "assets").rglob("*.js") if "import.meta.url" in path.read_text(encoding="utf-8")]
    assert scripts
    for path in scripts:
        addresses = re.findall(r'new URL\("([^"]*)", import\.meta\.url\)', path.read_text(encoding="utf-8"))
        assert all(address.startswith("../") for address in addresses), path


def test_without_a_bundler_the_message_says_what_to_do(tmp_path: Path) -> None:
    (project(tmp_path, FILES) / "node_modules").unlink()
    with pytest.raises(ScriptsError, match="npm ci"):
        bundled(tmp_path)


def test_without_scripts_there_is_nothing_to_do(tmp_path: Path) -> None:
    assert bundled(tmp_path) == Scripts({}, frozenset(), {})


@pytest.mark.parametrize(
    ("code", "words"),
    [('import "./none.js";\n', "./none.js"), ('import { none } from "./one.js";\nglobalThis.said = none;\n', '"none"'), ('import "./one.js";\nlet # = 1;\n', "main.js:2")],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, code: str, words: str) -> None:
    with pytest.raises(ScriptsError, match=re.escape(words)):
        bundled(project(tmp_path, {**FILES, "checker/main.js": code, "checker/other.js": 'import "./main.js";\n'}))
