"""The result as Markdown, and its place in a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tools.bench.figures import Figure, figure, percentile, ratio
from tools.bench.host import FULL, SLOW
from tools.bench.texts import EMAIL, ONE_NEW
from tools.browser import KINDS

BEGIN = "<!-- The benchmark writes what follows. -->"
END = "<!-- Here the benchmark's part ends. -->"
LINES = {line.name: line.title for line in (FULL, SLOW)}
NOTHING = "–"
OURS, PLAIN, HARPER = "ours", "plain", "harper"
HEAD = "| | Afterword | Pyodide, the plain way | harper.js | Afterword to plain | Afterword to harper.js |\n|---|--:|--:|--:|--:|--:|"

Turn = Mapping[str, Any]
Pick = Callable[[Turn], float | None]


def seconds(value: float) -> str:
    return f"{value / 1000:.2f} s"


def milliseconds(value: float) -> str:
    return f"{value:.1f} ms" if value < 10 else f"{value:.0f} ms"


def megabytes(value: float) -> str:
    return f"{value / 1e6:.2f} MB"


def kilobytes(value: float) -> str:
    return f"{value / 1e3:.1f} kB"


def memory(value: float) -> str:
    return f"{value / 1e6:.0f} MB"


def plainly(value: float) -> str:
    return f"{value:.0f}"


def task(value: float) -> str:
    return f"{value:.0f} ms" if value else "under 50 ms"


ROWS: list[tuple[str, Pick, Callable[[float], str]]] = [
    ("First visit, to the first finding", lambda turn: turn["first"], seconds),
    ("Second visit, to the first finding", lambda turn: turn["second"], seconds),
    ("Engine broken down, to the next finding", lambda turn: turn.get("restart"), seconds),
    ("Transferred until the first finding", lambda turn: turn["first_sent"]["bytes"], megabytes),
    ("Transferred in all on a first visit", lambda turn: turn["settled"]["bytes"], megabytes),
    ("Requests until the first finding", lambda turn: turn["first_sent"]["requests"], plainly),
    ("Transferred on a second visit", lambda turn: turn["second_sent"]["bytes"], kilobytes),
    ("Memory of the tab", lambda turn: turn["memory"], memory),
    ("Longest task of the page, first visit", lambda turn: turn["first_longest"], task),
    ("Longest task of the page while typing", lambda turn: turn.get("typing"), task),
]
INSIDE = {"Engine broken down", "Memory of the tab", "Longest task"}  # what Firefox does not tell


def markdown(result: Mapping[str, Any]) -> str:
    """Every table of a result, and under what circumstances it was measured."""
    parts = [_circumstances(result)]
    for browser, lines in result["browsers"].items():
        release = f"{KINDS[browser].title} {result['versions'][browser].partition('.')[0]}"
        for line, turns in lines.items():
            parts.append(f"### {release}, {LINES[line]}\n\n{_rows(turns, inside=browser == 'chromium')}")
        if FULL.name in lines:
            parts.append(f"### {release}, one check\n\n{_checks(lines[FULL.name])}")
    if result.get("cpython"):
        parts.append(f"### The command line\n\n{_command_line(result['cpython'])}")
    return "\n\n".join(parts)


def put_into(page: str, text: str) -> str:
    """A page with the text between its two marks. Raises ValueError where they are missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"the page has no place for the result: two lines, {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{text}\n\n{END}{after}"


def write_into(path: Path, text: str) -> None:
    """Put the text into a file. Raises ValueError as `put_into` does."""
    path.write_text(put_into(path.read_text(encoding="utf-8"), text), encoding="utf-8")


def _circumstances(result: Mapping[str, Any]) -> str:
    machine, versions = result["machine"], result["versions"]
    runs = result["runs"]
    failed = len(result["failures"])
    busy = f" The machine had a load of {result['load'][0]} at the start and {result['load'][1]} at the end." if result["load"][0] else ""
    again = f" {failed} {'turn' if failed == 1 else 'turns'} failed and had to be tried again." if failed else " No turn failed."
    return (
        f"Measured on {result['date']} with `{result['command']}`: {runs} {'run' if runs == 1 else 'runs'}, on {machine['processor']} "
        f"({machine['cores']} cores, {machine['system']}); Pyodide {versions['pyodide']}, harper.js {versions['harper.js']}.{busy}{again} "
        "Each cell has the median, and the least and the most in brackets. A ratio compares two contestants in the same run."
    )


def _rows(turns: Mapping[str, Sequence[Turn | None]], inside: bool) -> str:
    rows = []
    for title, pick, write in ROWS:
        samples = {name: [pick(turn) if turn else None for turn in taken] for name, taken in turns.items()}
        told = inside or not any(title.startswith(each) for each in INSIDE)
        if told and any(sample is not None for sample in samples.get(OURS, [])):
            rows.append(_row(title, samples, write, ratios=write is not task))
    return "\n".join([HEAD, *rows])


def _row(title: str, samples: Mapping[str, Sequence[float | None]], write: Callable[[float], str], ratios: bool = True) -> str:
    cells = [_cell(figure(samples.get(name, [])), write) for name in (OURS, PLAIN, HARPER)]
    cells += [
        _cell(ratio(samples.get(OURS, []), samples.get(other, [])) if ratios else None, lambda value: f"{value:.2f}")
        for other in (PLAIN, HARPER)
    ]
    return f"| {title} | {' | '.join(cells)} |"


def _cell(found: Figure | None, write: Callable[[float], str]) -> str:
    if found is None:
        return NOTHING
    median, least, most = map(write, (found.median, found.least, found.most))
    unit = median.rpartition(" ")[2]
    least = least.removesuffix(f" {unit}")
    return median if least == most.removesuffix(f" {unit}") else f"{median}<br>({least} to {most})"


def _checks(turns: Mapping[str, Sequence[Turn | None]]) -> str:
    rows = []
    sizes = next((list(turn["checks"]) for turn in turns.get(OURS, []) if turn), [])
    for size in sizes:
        for measure, title in (("engine", "asked to answered"), ("shown", "pressed to shown")):
            for share, name in ((0.5, "median"), (0.95, "95 %")):
                samples = {who: [_of_checks(turn, size, measure, share) for turn in taken] for who, taken in turns.items()}
                if any(sample is not None for sample in samples.get(OURS, [])):
                    rows.append(_row(f"{_length(size)}, {title}, {name}", samples, milliseconds))
    return "\n".join([HEAD, *rows])


def _length(size: str) -> str:
    return f"{EMAIL} words, one of them new" if size == ONE_NEW else f"{int(size):,} words"


def _of_checks(turn: Turn | None, size: str, measure: str, share: float) -> float | None:
    taken = [check[measure] for check in turn["checks"][size]] if turn else []
    return percentile(taken, share) if taken and None not in taken else None


def _command_line(runs: Sequence[Mapping[str, float]]) -> str:
    one, every = ([run[which] for run in runs] for which in ("one", "all"))
    rows = [f"| Drafts of 250 words a second | {_cell(figure(one), plainly)} | {_cell(figure(every), plainly)} |"]
    return "\n".join(["| | on one core | on all cores |\n|---|--:|--:|", *rows])
