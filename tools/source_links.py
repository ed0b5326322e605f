"""Whether every page that `rules/sources.yml` names is still there; what is not goes into a report in Markdown.

Sites are asked as a considerate person would ask: one page at a time each, with pauses, by HEAD where that will do, and again
later where something went wrong. Many sites turn programs away: what they answer says nothing of the page, so it counts
as "cannot be told" and never as gone.
"""

from __future__ import annotations

import argparse
import http.client
import socket
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from checker.author.github_text import code
from checker.author.load import Library, default_folder, load

AGENT = "Mozilla/5.0 (compatible; Afterword-source-links/1; a weekly look whether cited pages are still there)"
TIMEOUT = 25  # seconds
PAUSE = 3.0  # seconds between two questions to one site
WAITS = (10.0, 45.0)  # seconds before a second and a third try
LONGEST_WAIT = 120.0  # seconds, whatever a site asks for
AT_ONCE = 8  # sites
LONGEST = 300  # characters of what a site says
NO_SITE = "there is no such site any more"
GONE = (404, 410)
PERMANENT = (301, 308)


@dataclass(frozen=True)
class Answer:
    """What one question brought: a status, or 0 and `error`; where it led; whether all redirects on the way are for good."""

    status: int
    url: str = ""
    for_good: bool = True
    retry_after: float = 0.0
    error: str = ""
    no_such_host: bool = False


@dataclass(frozen=True)
class Verdict:
    """`what` is "there", "moved", "gone" or "untold"; `words` say more, and are not to be trusted as markup."""

    what: str
    words: str = ""


Ask = Callable[[str, str], Answer]  # method, address → answer


def judge(asked: str, answer: Answer) -> Verdict:
    """What an answer says of the page that was asked for."""
    if answer.no_such_host:
        return Verdict("gone", NO_SITE)
    if answer.error:
        return Verdict("untold", answer.error)
    if answer.status in GONE:
        return Verdict("gone", f"the site answers {answer.status}")
    if not 200 <= answer.status < 300:
        return Verdict("untold", f"the site answers {answer.status}")
    if _place(answer.url) == _place(asked):
        return Verdict("there")
    if urlsplit(answer.url).path in ("", "/") and urlsplit(asked).path not in ("", "/"):
        return Verdict("gone", f"it leads to the front page {answer.url}")
    return Verdict("moved", answer.url) if answer.for_good else Verdict("there")


def look(url: str, ask: Ask, wait: Callable[[float], None]) -> Verdict:
    """Ask for one page until there is a plain answer, three times at most."""
    verdict = Verdict("untold", "not asked")
    for pause in (*WAITS, None):
        answer = ask("HEAD", url)
        if judge(url, answer).what not in ("there", "moved"):  # some sites answer HEAD wrongly
            answer = ask("GET", url)
        verdict = judge(url, answer)
        passing = answer.no_such_host or answer.error or answer.status == 429 or answer.status >= 500
        if pause is None or not passing:
            break
        wait(min(max(pause, answer.retry_after), LONGEST_WAIT))
    return verdict


def look_at_all(urls: Iterable[str], ask: Ask, wait: Callable[[float], None]) -> dict[str, Verdict]:
    """A verdict for each address. Several sites are asked at once, each one page after the other."""
    by_host: dict[str, list[str]] = {}
    for url in urls:
        by_host.setdefault(urlsplit(url).netloc.removeprefix("www."), []).append(url)

    def one_site(pages: list[str]) -> Iterator[tuple[str, Verdict]]:
        for number, url in enumerate(pages):
            if number:
                wait(PAUSE)
            yield url, look(url, ask, wait)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {url: verdict for site in pool.map(lambda pages: list(one_site(pages)), by_host.values()) for url, verdict in site}


def report(sources: Mapping[str, Mapping[str, Any]], cited: Mapping[str, list[str]], found: Mapping[str, Verdict]) -> str:
    """The issue's text; "" where nothing has moved or gone. `cited` are the rules that name a source."""

    def lines(what: str) -> list[str]:
        return [
            f"- {code(name)}: {code(source['url'])}  \n  {code(found[source['url']].words[:LONGEST])}{_named_by(cited.get(name, []))}"
            for name, source in sorted(sources.items())
            if found[source["url"]].what == what
        ]

    gone, moved, untold = lines("gone"), lines("moved"), lines("untold")
    if not gone and not moved:
        return ""
    parts = [
        f"{len(sources)} pages are named in `rules/sources.yml`. This is how the weekly look found them; it renews this text and closes "
        "the issue once all are well.",
    ]
    if gone:
        parts += ["## Gone", "Look for the page's new address, or for another source that says the same. A rule keeps at least one.", *gone]
    if moved:
        parts += ["## Moved", "Open the new address, see that it is the same text, and change `url`.", *moved]
    if untold:
        head = f"<details><summary>Cannot be told: {len(untold)}</summary>"
        note = "These sites turn programs away, or did not answer. Nothing needs doing unless a person finds the page gone, too."
        parts += [head, note, *untold, "</details>"]
    return "\n\n".join(parts).replace("\n\n- ", "\n- ") + "\n"


def _named_by(rules: list[str]) -> str:
    return f"  \n  named by {', '.join(code(rule) for rule in rules)}" if rules else ""


def _place(url: str) -> tuple[str, str, str]:
    """An address without what changes and matters not: http or https, www, a last slash."""
    parts = urlsplit(url)
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query


@dataclass
class _Redirects(urllib.request.HTTPRedirectHandler):
    """Notes the kinds of redirect on the way."""

    codes: list[int] = field(default_factory=list)

    def redirect_request(self, request: Any, stream: Any, code: int, message: str, headers: Any, to: str) -> Any:
        self.codes.append(code)
        return super().redirect_request(request, stream, code, message, headers, to)


def ask_over_network(method: str, url: str) -> Answer:
    """One question to a site; never raises."""
    redirects = _Redirects()
    opener = urllib.request.build_opener(redirects)
    request = urllib.request.Request(url, method=method, headers={"User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5"})
    try:
        with opener.open(request, timeout=TIMEOUT) as stream:
            return Answer(stream.status, stream.url, all(code in PERMANENT for code in redirects.codes))
    except urllib.error.HTTPError as error:
        with error:
            after = error.headers.get("Retry-After", "")
            return Answer(error.code, error.url or url, retry_after=float(after) if after.isdigit() else 0.0)
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        unknown = isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_NONAME
        return Answer(0, error=str(reason) or type(reason).__name__, no_such_host=unknown)


def cited_by(library: Library) -> dict[str, list[str]]:
    """Source → ids of the rules that name it."""
    cited: dict[str, list[str]] = {}
    for rule in library.rules:
        for name in dict.fromkeys(entry["source"] for entry in rule["sources"]):
            cited.setdefault(name, []).append(rule["id"])
    return cited


def main() -> None:
    """Look at all sources, or at those that are named, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ids", metavar="SOURCE", nargs="*", help="ids from rules/sources.yml; all if left out")
    parser.add_argument("--report", type=Path, required=True, help="where to write the report; empty if all are well")
    arguments = parser.parse_args()
    library = load(default_folder())
    unknown = [name for name in arguments.ids if name not in library.sources]
    if unknown:
        parser.error(f"rules/sources.yml has no {', '.join(unknown)}")
    sources = {name: library.sources[name] for name in arguments.ids or library.sources}
    found = look_at_all((source["url"] for source in sources.values()), ask_over_network, time.sleep)
    if 2 * sum(verdict.words == NO_SITE for verdict in found.values()) > len(found):
        sys.exit("More than half of the sites are said not to exist: this machine's network is at fault. Nothing was written.")
    arguments.report.parent.mkdir(parents=True, exist_ok=True)
    arguments.report.write_text(report(sources, cited_by(library), found), encoding="utf-8")
    counts = {what: sum(verdict.what == what for verdict in found.values()) for what in ("there", "moved", "gone", "untold")}
    print(", ".join(f"{what}: {number}" for what, number in counts.items()))


if __name__ == "__main__":
    main()
