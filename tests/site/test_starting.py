"""The messages to start from, as the checker's page gets them."""

from __future__ import annotations

import json

from our_rules import our_library

from checker.site.starting import skeletons_text


def test_everything_is_there_but_the_words_that_nobody_is_to_copy() -> None:
    library = our_library()
    data = json.loads(skeletons_text(library))
    assert set(data) == {"facts", "questions", "skeletons"}
    assert [each["text"] for each in data["skeletons"]] == [each["text"] for each in library.skeletons["skeletons"]]
    assert not any("tried" in each for each in data["skeletons"])
