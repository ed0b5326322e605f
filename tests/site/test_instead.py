"""What stands in the browser for modules of Python's: it answers as they do."""

from __future__ import annotations

import importlib.util
import sys
import types
import unicodedata
from pathlib import Path

import pytest

INSTEAD = Path(__file__).resolve().parents[2] / "checker" / "site" / "packing" / "instead"
EVERYTHING = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code < 0xE000]


def loaded(path: str) -> types.ModuleType:
    spec = importlib.util.spec_from_file_location(Path(path).stem, INSTEAD / path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def browser_asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that JavaScript's `normalize` was asked about: a stand-in for it answers as the standard has it."""
    asked: list[str] = []

    def call(text: str, form: str) -> str:
        asked.append(text)
        return unicodedata.normalize(form, text)

    prototype = types.SimpleNamespace(normalize=types.SimpleNamespace(call=call))
    monkeypatch.setitem(sys.modules, "js", types.SimpleNamespace(String=types.SimpleNamespace(prototype=prototype)))
    return asked


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKC", "NFKD"])
def test_each_letter_becomes_what_the_standard_says(form: str, browser_asked: list[str]) -> None:
    ours = loaded("unicodedata.py")
    assert [each for each in EVERYTHING if ours.normalize(form, each) != unicodedata.normalize(form, each)] == []


def test_no_letter_that_is_passed_by_is_the_second_half_of_another(browser_asked: list[str]) -> None:
    ours = loaded("unicodedata.py")
    halves = {chr(int(parts[1], 16)) for each in EVERYTHING if len(parts := unicodedata.decomposition(each).split()) == 2 and parts[0][0] != "<"}
    for half in halves:
        ours.normalize("NFC", f"x{half}")
        assert browser_asked.pop() == f"x{half}"


def test_marks_are_told_from_letters(browser_asked: list[str]) -> None:
    ours = loaded("unicodedata.py")
    apart = [each for each in EVERYTHING if unicodedata.normalize("NFKD", each) == each]  # we ask about no others
    assert [each for each in apart if bool(unicodedata.combining(each)) != bool(ours.combining(each))] == []


@pytest.mark.parametrize("text", ["Dear Dana,", "“Thank you” — it’s 10 °C…", "Zoë Łukasz Nguyễn", "Анна", "😀👍🏽❤️", "李"])
def test_for_most_messages_the_browser_is_not_asked(text: str, browser_asked: list[str]) -> None:
    assert loaded("unicodedata.py").normalize("NFC", text) == text
    assert "❤" in text or browser_asked == []


def test_nobody_waits() -> None:
    with pytest.raises(RuntimeError, match="no event loop"):
        loaded("asyncio/__init__.py").get_event_loop()
