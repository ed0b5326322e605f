"""What a visit leaves for the next one: the same answers in less time, nothing of a draft, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from .builds import Builds
from .page import READY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parents[2]
SECRET = "quetzalcoatl"
# A function that finds the snapshot as it is kept: its file, what it belongs to, and the memory. Not before it is finished.
KEPT = """const kept = async () => {
    try {
        for await (const [name, folder] of (await navigator.storage.getDirectory()).entries()) {
            if (!name.startsWith("afterword-ready ")) continue;
            const file = await folder.getFileHandle("snapshot");
            const bytes = new Uint8Array(await (await file.getFile()).arrayBuffer());
            const length = new DataView(bytes.buffer).getUint32(0);
            const head = () => JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
            if (length) return { file, head: head(), memory: bytes.subarray(4 + length) };
        }
    } catch {} // it is being written
    return null;
};
const put = async ({ file, head, memory }) => {
    const told = new TextEncoder().encode(JSON.stringify(head));
    const length = new DataView(new ArrayBuffer(4));
    length.setUint32(0, told.length);
    const writing = await file.createWritable();
    await writing.write(new Blob([length, told, memory]));
    await writing.close();
};"""
ANSWERS = """async (drafts) => {
    const { engine } = (await import(new URL("../assets/checker/modules.js", location)))["checker/engine.js"];
    const one = (draft) => new Promise((resolve) => {
        engine.addEventListener("check", ({ detail }) => resolve(JSON.stringify(detail.answer)), { once: true });
        engine.check(draft, { stage: "thank-you", channel: "email" });
    });
    const found = [];
    for (const draft of drafts) found.push(await one(draft));
    return [engine.fromSnapshot, found];
}"""


@pytest.fixture
def page(browser: Browser, site_folder: Path, tmp_path: Path) -> Iterator[Page]:
    host = Builds(site_folder, tmp_path)
    context = browser.new_context()
    page = context.new_page()
    page.goto(host.url + "check/")
    yield page
    context.close()
    host.stop()


def ready(page: Page) -> None:
    page.wait_for_selector('.afterword[data-engine="ready"]', timeout=READY)


def wait_for_snapshot(page: Page) -> None:
    page.evaluate(
        f"""async (most) => {{
            {KEPT}
            const end = performance.now() + most;
            while (!(await kept())) {{
                if (performance.now() > end) throw new Error("no snapshot came");
                await new Promise((go) => setTimeout(go, 200));
            }}
        }}""",
        READY,
    )


def again(page: Page, drafts: list[str]) -> tuple[bool, list[str]]:
    """Open the page again, and say whether the engine began with a snapshot, and what it answers."""
    page.reload()
    ready(page)
    return tuple(page.evaluate(ANSWERS, drafts))


def test_the_next_visit_begins_with_it_and_says_the_same(page: Page) -> None:
    drafts = [entry["draft"] for entry in yaml.safe_load((ROOT / "tests" / "drafts" / "dev.yaml").read_text())][::40]
    ready(page)
    first = page.evaluate(ANSWERS, [*drafts, f"Dear {SECRET}, thank you."])
    wait_for_snapshot(page)
    # It was made while that draft was in the page, by a worker that was never told of it.
    found = page.evaluate(
        f"""async (secret) => {{
            {KEPT}
            const bytes = (await kept()).memory;
            const holds = (word) => [1, 2, 4].some((width) => {{
                const wanted = [...word].flatMap((letter) => [letter.charCodeAt(0), ...Array(width - 1).fill(0)]);
                for (let at = bytes.indexOf(wanted[0]); at >= 0; at = bytes.indexOf(wanted[0], at + 1))
                    if (wanted.every((byte, place) => bytes[at + place] === byte)) return true;
                return false;
            }});
            return [holds(secret), holds("stock-vocabulary")];
        }}""",
        SECRET,
    )
    assert found == [False, True]
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    second = again(page, [*drafts, f"Dear {SECRET}, thank you."])
    assert (first[0], second[0]) == (False, True)
    assert "pyodide.asm.wasm" in asked and "library.bin" not in asked
    assert second[1] == first[1]
    head = page.evaluate(f"(async () => {{ {KEPT} return (await kept()).head; }})()")
    for other in ("browser", "build", "proof"):  # the last one whole, but of another engine
        told = {**head, other: "-"}
        page.evaluate(f"async (head) => {{ {KEPT} await put({{ ...(await kept()), head }}); }}", told)
        assert again(page, drafts[:1]) == (False, first[1][:1])
    assert page.evaluate(f"(async () => {{ {KEPT} return kept(); }})()") is None
    page.get_by_role("button", name="Remove the offline copy").click()
    page.get_by_role("button", name="Keep an offline copy").wait_for()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("(async () => { for await (const name of (await navigator.storage.getDirectory()).keys()) return name; })()") is None
