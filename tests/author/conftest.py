from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from rules_folder import write_rules as fill_folder


@pytest.fixture
def write_rules(tmp_path: Path) -> Callable[..., Path]:
    """Write a rules folder and give its path: `write_rules(text, text, **{"words/more.yml": text})`."""
    return partial(fill_folder, tmp_path / "rules")
