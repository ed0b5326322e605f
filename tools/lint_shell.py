"""ShellCheck over all shell in the project: scripts, and each `run:` of the workflows, told with the line in its file."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
_EXPRESSION = re.compile(r"\$\{\{.*?\}\}")


def steps(workflow: Path) -> Iterator[tuple[int, str]]:
    """Each `run:` of a workflow: the line of its first line, counted from 1, and its text."""
    for node in _scripts(yaml.compose(workflow.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)):
        yield node.start_mark.line + 1 + (node.style == "|"), node.value


def _scripts(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "run" and isinstance(value, yaml.ScalarNode):
                yield value
            yield from _scripts(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scripts(item)


def remarks(shell: str, name: str, first: int = 1) -> Iterator[str]:
    """What ShellCheck says of a script that begins in line `first` of a file."""
    checker = Path(sys.executable).with_name("shellcheck")
    command = [str(checker), "--shell=bash", "--format=json", "-"]
    # An expression of GitHub's becomes a word before bash sees the script.
    given = _EXPRESSION.sub(lambda found: "x" * len(found[0]), shell)
    said = subprocess.run(command, input=given, capture_output=True, text=True)
    if said.returncode > 1:
        raise RuntimeError(said.stderr)
    for each in json.loads(said.stdout):
        yield f"{name}:{each['line'] + first - 1}:{each['column']}: {each['message']} (SC{each['code']})"


def main() -> int:
    """Look at every script; 1 where something was said."""
    said: list[str] = []
    for workflow in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        for first, shell in steps(workflow):
            said += remarks(shell, workflow.relative_to(ROOT).as_posix(), first)
    for script in sorted([*(ROOT / ".ci").glob("*"), *(ROOT / "tools").glob("*.sh")]):
        said += remarks(script.read_text(encoding="utf-8"), script.relative_to(ROOT).as_posix())
    print("\n".join(said), end="\n" if said else "")
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())
