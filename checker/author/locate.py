"""From a path into the data back to the YAML node, so that later checks can point at the line."""

from __future__ import annotations

import yaml

Path = tuple[str | int, ...]


def node_at(root: yaml.Node, path: Path) -> yaml.Node:
    """The node at a path such as ("examples", "flag", 2, "text"); the nearest one above where it ends early."""
    node = root
    for step in path:
        below = _step(node, step)
        if below is None:
            break
        node = below
    return node


def _step(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step]
    return None
