"""The benchmark's arithmetic, its tables, its host and its messages. Nothing here is timed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from checker.core.draft import MAX_CHARACTERS
from tools.bench.__main__ import _in_turn
from tools.bench.contestants import Contestant
from tools.bench.figures import Figure, figure, percentile, ratio
from tools.bench.host import FULL, SLOW, Bucket, Host
from tools.bench.table import BEGIN, END, markdown, put_into
from tools.bench.texts import message, sentences


@pytest.mark.parametrize(
    "samples, found",
    [
        ([3, 1, 2], Figure(2, 1, 3)),
        ([3, None, 1], Figure(2, 1, 3)),
        ([None], None),
        ([], None),
    ],
)
def test_a_figure_is_the_median_with_its_spread(samples: list[float | None], found: Figure | None) -> None:
    assert figure(samples) == found


def test_a_ratio_compares_within_each_run() -> None:
    # Of the medians it would be 20 / 40; run by run it is a half, a tenth and a third.
    assert ratio([20, 10, 30], [40, 100, 90]) == Figure(30 / 90, 10 / 100, 20 / 40)
    assert ratio([1, None, 3, 4], [2, 2, None, 0]) == Figure(0.5, 0.5, 0.5)
    assert ratio([1], []) is None


@pytest.mark.parametrize("share, found", [(0.5, 10), (0.95, 19), (1, 20), (0, 1)])
def test_a_percentile_is_one_of_the_samples(share: float, found: float) -> None:
    assert percentile(list(range(20, 0, -1)), share) == found


def test_a_percentile_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError):
        percentile([], 0.5)


def test_all_connections_share_the_line() -> None:
    slow = Bucket(SLOW)
    assert slow.due(1_125_000, now=100) == pytest.approx(101)  # 9 Mbit take a second
    assert slow.due(1_125_000, now=100) == pytest.approx(102)  # for another connection, at the same moment
    assert slow.due(1_125_000, now=200) == pytest.approx(201)  # what was not used meanwhile is gone
    assert Bucket(FULL).due(10**9, now=100) == 100


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    site, other = tmp_path / "site", tmp_path / "other"
    for folder in (site / "check", other):
        folder.mkdir(parents=True)
    (site / "check" / "index.html").write_text("page " * 100, encoding="utf-8")
    (site / "main.0123abcd.css").write_text("p {}", encoding="utf-8")
    (site / "library.zip").write_bytes(b"PK" * 100)
    (other / "engine.wasm").write_bytes(b"\0asm" * 100)
    host = Host({"/": site, "/npm/engine@1.2.3/": other})
    yield host
    host.close()


def asked(host: Host, address: str, **headers: str) -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection(urlsplit(host.url).netloc)
    connection.request("GET", address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    "address, kind, packed, lasting",
    [
        ("/check/", "text/html; charset=utf-8", True, False),
        ("/check/?again=1", "text/html; charset=utf-8", True, False),
        ("/main.0123abcd.css", "text/css; charset=utf-8", True, True),
        ("/library.zip", "application/zip", False, False),
        ("/npm/engine@1.2.3/engine.wasm", "application/wasm", True, True),
    ],
)
def test_the_host_sends_what_a_careful_host_sends(host: Host, address: str, kind: str, packed: bool, lasting: bool) -> None:
    response, body = asked(host, address)
    assert (response.status, response.headers["Content-Type"]) == (200, kind)
    assert (response.headers["Content-Encoding"] == "gzip") == packed
    assert ("immutable" in response.headers["Cache-Control"]) == lasting
    path = host.find(address)
    assert path and (gzip.decompress(body) if packed else body) == path.read_bytes()


def test_what_has_not_changed_is_not_sent_again_and_all_is_counted(host: Host) -> None:
    response, body = asked(host, "/library.zip")
    head = sum(len(name) + len(value) + 4 for name, value in response.getheaders()) + len("HTTP/1.1 200 OK\r\n\r\n")
    assert host.count() == {"requests": 1, "bytes": head + len(body)}
    again, nothing = asked(host, "/library.zip", If_None_Match=response.headers["ETag"])
    assert (again.status, nothing) == (304, b"")
    assert host.count()["requests"] == 2
    host.use(FULL)
    assert host.count() == {"requests": 0, "bytes": 0}


@pytest.mark.parametrize("address", ["/nowhere", "/check/../../secret", "/npm/engine@1.2.3/"])
def test_what_is_not_there_is_not_found(host: Host, address: str) -> None:
    assert asked(host, address)[0].status == 404


def test_messages_have_the_length_that_is_asked_for_and_no_two_are_alike() -> None:
    of = sentences()
    made = [message(words, number, of) for words in (60, 250, 1_000) for number in range(20)]
    assert [len(each.split()) for each in made] == [60] * 20 + [250] * 20 + [1_000] * 20
    assert len(set(made)) == len(made)
    longest = message(5_000, 1, of)
    assert MAX_CHARACTERS - 500 < len(longest) <= MAX_CHARACTERS


def test_a_run_that_was_stopped_still_gives_a_table() -> None:
    stopped = {"chromium": {"full": {"plain": [turn(4)], "harper": [turn(6)]}}}
    assert "Chromium 156, full speed" in markdown({**RESULT, "browsers": stopped, "cpython": []})


def test_each_contestant_begins_in_its_turn() -> None:
    every = [Contestant(name, name, "/", 0) for name in "abc"]
    assert ["".join(each.name for each in _in_turn(every, run)) for run in range(4)] == ["abc", "bca", "cab", "abc"]


def turn(seconds: float, **more: Any) -> dict[str, Any]:
    return {
        "first": seconds * 1000,
        "first_longest": 0,
        "first_sent": {"requests": 12, "bytes": 4_000_000},
        "memory": 100_000_000,
        "settled": {"requests": 20, "bytes": 5_000_000},
        "checks": {"250": [{"engine": each, "shown": each + 2} for each in (8.0, 4.0, 6.0)], "one new": [{"engine": 2.0, "shown": 3.0}]},
        "second": seconds * 500,
        "second_sent": {"requests": 3, "bytes": 2_000},
        "restart": seconds * 400,
        **more,
    }


RESULT: dict[str, Any] = {
    "date": "2026-11-28",
    "command": "make bench",
    "runs": 2,
    "machine": {"processor": "A processor", "cores": 2, "system": "Linux x86_64", "python": "3.11.2"},
    "versions": {"pyodide": "0.29.5", "harper.js": "2.10.0", "chromium": "156.0.1"},
    "load": [0.4, 1.2],
    "browsers": {
        "chromium": {"full": {"ours": [turn(1), turn(3, typing=80)], "plain": [turn(4), turn(4)], "harper": [None, turn(6)]}},
    },
    "cpython": [{"one": 100.2, "all": 190.0}, {"one": 110.0, "all": 210.0}],
    "failures": [{"error": "TimeoutError"}],
}


@pytest.mark.parametrize(
    "line",
    [
        "| First visit, to the first finding | 2.00 s<br>(1.00 to 3.00 s) | 4.00 s | 6.00 s | 0.50<br>(0.25 to 0.75) | 0.50 |",
        "| Transferred until the first finding | 4.00 MB | 4.00 MB | 4.00 MB | 1.00 | 1.00 |",
        "| Longest task of the page, first visit | under 50 ms | under 50 ms | under 50 ms | – | – |",
        "| Longest task of the page while typing | 80 ms | – | – | – | – |",
        "| 250 words, asked to answered, median | 6.0 ms | 6.0 ms | 6.0 ms | 1.00 | 1.00 |",
        "| 250 words, one of them new, asked to answered, 95 % | 2.0 ms | 2.0 ms | 2.0 ms | 1.00 | 1.00 |",
        "| 250 words, pressed to shown, 95 % | 10 ms | 10 ms | 10 ms | 1.00 | 1.00 |",
        "| Drafts of 250 words a second | 105<br>(100 to 110) | 200<br>(190 to 210) |",
    ],
)
def test_the_table_has(line: str) -> None:
    assert line in markdown(RESULT).splitlines()


def test_the_table_says_where_and_how_and_what_failed() -> None:
    said = markdown(RESULT)
    for words in ("2026-11-28", "`make bench`", "2 runs", "A processor (2 cores", "load of 0.4", "1 turn failed", "Chromium 156"):
        assert words in said


def test_a_result_that_was_kept_gives_the_same_table() -> None:
    assert markdown(json.loads(json.dumps(RESULT))) == markdown(RESULT)


def test_what_firefox_does_not_tell_is_left_out() -> None:
    outside = {"checks": {"250": [{"engine": None, "shown": 9.0}]}, "memory": None, "restart": None}
    firefox = {"firefox": {"full": {name: [turn(1, **outside)] for name in ("ours", "plain", "harper")}}}
    said = markdown({**RESULT, "browsers": firefox, "versions": {**RESULT["versions"], "firefox": "140.1"}})
    assert "Second visit" in said and "pressed to shown" in said
    for words in ("Longest task", "Memory", "broken down", "asked to answered"):
        assert words not in said


def test_the_table_goes_between_its_marks() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter"
    assert put_into(page, "new") == f"before\n{BEGIN}\n\nnew\n\n{END}\nafter"
    for lacking in ("no marks", f"{BEGIN} alone", f"{END} {BEGIN}"):
        with pytest.raises(ValueError):
            put_into(lacking, "new")
