"""The weekly look at the sources: what an answer means, how often it is asked, and what the report says."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler

import pytest
from serving import Server

from tools.source_links import (
    LONGEST_WAIT,
    PAUSE,
    WAITS,
    Answer,
    Verdict,
    ask_over_network,
    judge,
    look,
    look_at_all,
    report,
)

PAGE = "https://careers.example/advice/follow-up"
JUDGED = {
    "there": (Answer(200, PAGE), "there"),
    "only written otherwise": (Answer(200, "http://www.careers.example/advice/follow-up/"), "there"),
    "moved for good": (Answer(200, "https://careers.example/new/follow-up"), "moved"),
    "sent elsewhere for now": (Answer(200, "https://careers.example/new/follow-up", for_good=False), "there"),
    "led to the front page": (Answer(200, "https://careers.example/"), "gone"),
    "led to it for now": (Answer(200, "https://careers.example", for_good=False), "gone"),
    "not found": (Answer(404, PAGE), "gone"),
    "taken down": (Answer(410, PAGE), "gone"),
    "no such site": (Answer(0, error="Name or service not known", no_such_host=True), "gone"),
    "programs turned away": (Answer(403, PAGE), "untold"),
    "programs turned away by LinkedIn": (Answer(999, PAGE), "untold"),
    "a site in trouble": (Answer(503, PAGE), "untold"),
    "no answer": (Answer(0, error="timed out"), "untold"),
}
ASKED = {
    "HEAD will do": ([Answer(200, PAGE)], "there", ["HEAD"], []),
    "HEAD answered wrongly": ([Answer(404, PAGE), Answer(200, PAGE)], "there", ["HEAD", "GET"], []),
    "gone is not asked again": ([Answer(404, PAGE)] * 2, "gone", ["HEAD", "GET"], []),
    "turned away is not asked again": ([Answer(403, PAGE)] * 2, "untold", ["HEAD", "GET"], []),
    "in trouble, then well": ([Answer(503, PAGE)] * 2 + [Answer(200, PAGE)], "there", ["HEAD", "GET", "HEAD"], [WAITS[0]]),
    "never": ([Answer(0, error="timed out")] * 6, "untold", ["HEAD", "GET"] * 3, list(WAITS)),
    "a site that asks for patience": (
        [Answer(429, PAGE, retry_after=60.0)] * 2 + [Answer(429, PAGE, retry_after=9999.0)] * 2 + [Answer(200, PAGE)],
        "there", ["HEAD", "GET"] * 2 + ["HEAD"], [60.0, LONGEST_WAIT],
    ),
}  # fmt: skip
SOURCES = {"a": {"url": PAGE, "publisher": "A"}, "b": {"url": "https://b.example/x", "publisher": "B"}}


@pytest.mark.parametrize("answer, what", JUDGED.values(), ids=JUDGED)
def test_what_an_answer_says(answer: Answer, what: str) -> None:
    assert judge(PAGE, answer).what == what


@pytest.mark.parametrize("answers, what, methods, waits", ASKED.values(), ids=ASKED)
def test_a_page_is_asked_for_until_there_is_a_plain_answer(answers: list[Answer], what: str, methods: list[str], waits: list[float]) -> None:
    asked: list[str] = []
    waited: list[float] = []
    left = iter(answers)

    def ask(method: str, url: str) -> Answer:
        asked.append(method)
        return next(left)

    assert look(PAGE, ask, waited.append).what == what
    assert (asked, waited) == (methods, waits)


def test_one_site_is_asked_one_page_after_the_other() -> None:
    waited: list[float] = []
    urls = [f"https://{host}/{page}" for host in ("a.example", "www.a.example", "b.example") for page in "xy"]
    found = look_at_all(urls, lambda method, url: Answer(200, url), waited.append)
    assert set(found) == set(urls)
    assert waited == [PAUSE] * 4  # three for a.example, with and without www; one for b.example


def test_nothing_to_tell_is_no_report() -> None:
    assert report(SOURCES, {}, {PAGE: Verdict("there"), "https://b.example/x": Verdict("untold", "403")}) == ""


def test_the_report_names_the_source_its_rules_and_where_it_went() -> None:
    found = {PAGE: Verdict("moved", "https://careers.example/`@octocat` <img>\n# x"), "https://b.example/x": Verdict("gone", "the site answers 404")}
    told = report(SOURCES, {"b": ["no-pressure", "say-thanks"]}, found)
    assert "## Gone" in told and "`b`: `https://b.example/x`" in told and "named by `no-pressure`, `say-thanks`" in told
    assert "\n  ``https://careers.example/`@octocat` <img> # x``\n" in told  # code, in one line


class _Pages(BaseHTTPRequestHandler):
    def do_HEAD(self) -> None:
        self.send_response({"/gone": 404, "/moved": 308, "/lent": 302, "/busy": 429}.get(self.path, 200))
        self.send_header("Location", "/there")
        self.send_header("Retry-After", "7")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with Server(("127.0.0.1", 0), _Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    "path, status, to, for_good, after",
    [
        ("/there", 200, "/there", True, 0.0),
        ("/moved", 200, "/there", True, 0.0),
        ("/lent", 200, "/there", False, 0.0),
        ("/gone", 404, "/gone", True, 7.0),
        ("/busy", 429, "/busy", True, 7.0),
    ],
)
@pytest.mark.parametrize("method", ["HEAD", "GET"])
def test_the_network_is_read_rightly(site: str, method: str, path: str, status: int, to: str, for_good: bool, after: float) -> None:
    assert ask_over_network(method, site + path) == Answer(status, site + to, for_good, after)


def test_no_answer_is_an_answer() -> None:
    closed = Server(("127.0.0.1", 0), _Pages)
    closed.server_close()
    answer = ask_over_network("HEAD", f"http://127.0.0.1:{closed.server_port}/")
    assert (answer.status, bool(answer.error), answer.no_such_host) == (0, True, False)
