"""Which scripts a page asks for at once: all that come along, and none that are only fetched when they are needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.site.script_imports import with_imports

SCRIPTS = {
    "a/main.js": 'import "./side.js";\nimport { one,\n  two } from "../b/two.js";\nexport { three } from "./three.js";\nconst late = () => import("./late.js");\n',
    "a/side.js": 'import { x } from "./main.js"; // a circle\n',
    "b/two.js": 'import * as all from "./deep/four.js";\n// import "./comment.js"\nconst text = `import "./text.js"`;\n',
    "a/three.js": "export const three = 3;\n",
    "b/deep/four.js": "",
    "a/late.js": "",
}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for place, code in SCRIPTS.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(code, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("begin", "found"),
    [
        (["a/main.js"], ["a/main.js", "a/side.js", "b/two.js", "a/three.js", "b/deep/four.js"]),
        (["a/late.js", "b/two.js"], ["a/late.js", "b/two.js", "b/deep/four.js"]),
        ([], []),
    ],
)
def test_all_that_comes_along_is_found_once(docs: Path, begin: list[str], found: list[str]) -> None:
    assert with_imports(docs, begin) == found


def test_a_script_that_is_not_there_is_an_error(docs: Path) -> None:
    with pytest.raises(FileNotFoundError):
        with_imports(docs, ["a/none.js"])
