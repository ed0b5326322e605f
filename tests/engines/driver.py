"""A page in any browser that knows W3C WebDriver: go somewhere, press, run a script, wait."""

from __future__ import annotations

import time
from typing import Any

from .wires import Refused, Wire

SOON = 90  # seconds: Python has to be fetched and started, on machines that may be slow
PRESSES = 3
LATE = 8  # seconds, after which a press does not arrive any more
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name that the standard gives a reference to an element
KEYS = {"Control": "\ue009"}
# A script's last argument is what it calls in the end.
SCRIPT = """
const done = arguments[arguments.length - 1];
(async (args) => { %s })([...arguments].slice(0, -1)).then(
    (value) => done({ value: value ?? null }),
    (error) => done({ error: `${error}` }),
);
"""

STEADY = """
let before, since = performance.now();
while (performance.now() - since < %d) {
    const now = JSON.stringify(%s);
    if (now !== before) [before, since] = [now, performance.now()];
    await new Promise((go) => setTimeout(go, 50));
}
"""
# Away from the header that stays.
IN_THE_MIDDLE = "(args[0].scrollIntoView({ block: 'center', behavior: 'instant' }), args[0].getBoundingClientRect())"
# The page's root is marked when the press has arrived.
MARK = """
const [element] = args, root = document.documentElement;
root.removeAttribute("data-pressed");
addEventListener("click", ({ target }) => element.contains(target) && root.setAttribute("data-pressed", ""), { once: true, capture: true });
"""


def outcome(answer: Any, code: str) -> Any:
    """What a script made with `SCRIPT` has come to. Raises Refused where it failed, or where its page went away before it could answer."""
    if answer is None:
        raise Refused(f"the page went away during: {code}")
    if "error" in answer:
        raise Refused(f"{answer['error']} in: {code}")
    return answer["value"]


class Driver:
    """One window."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        wire.send("NewSession", capabilities={"alwaysMatch": {}})
        wire.send("SetTimeouts", script=SOON * 1000, pageLoad=SOON * 1000)
        wire.send("SetWindowRect", width=1280, height=1000)

    def go(self, url: str) -> None:
        self._wire.send("Navigate", url=url)

    def reload(self) -> None:
        """Load the page again as a person does. The driver's own command would go past the service worker in Firefox."""
        before = self.run("setTimeout(() => location.reload()); return performance.timeOrigin")
        end = time.monotonic() + SOON
        while self._begun() in (None, before):
            if time.monotonic() > end:
                raise AssertionError(f"the page was not loaded again within {SOON} seconds")
            time.sleep(0.1)

    def _begun(self) -> float | None:
        """When the page began to load; None between two pages."""
        try:
            return self.run("return performance.timeOrigin")
        except Refused:
            return None

    def run(self, code: str, *args: Any) -> Any:
        """What the body of an async function returns; it finds the arguments in `args`."""
        return outcome(self._wire.send("ExecuteAsyncScript", script=SCRIPT % code, args=list(args)), code)

    def wait(self, condition: str, *args: Any, seconds: float = SOON) -> Any:
        """The value of an expression, as soon as it has one that counts as true."""
        end = time.monotonic() + seconds
        while not (value := self.run(f"return {condition}", *args)):
            if time.monotonic() > end:
                raise AssertionError(f"not so after {seconds} seconds: {condition} with {args}")
            time.sleep(0.1)
        return value

    def wait_until_steady(self, expression: str, *args: Any, milliseconds: int) -> None:
        """Wait until an expression has had the same value for so long."""
        self.run(STEADY % (milliseconds, expression), *args)

    def click(self, selector: str) -> None:
        """Press what a CSS selector, or an XPath that begins with //, finds first.

        WebKit's driver aims and then presses; what has moved in between it misses, and does not say so. So it is looked
        whether the press has arrived, and it is done again where it has not. What arrives and does nothing is the page's fault.
        """
        using = "xpath" if selector.startswith("//") else "css selector"
        why = "the press went beside it"
        for _ in range(PRESSES):
            try:
                found = self._wire.send("FindElement", using=using, value=selector)
                self.wait_until_steady(IN_THE_MIDDLE, found, milliseconds=200)
                self.run(MARK, found)
                self._wire.send("ElementClick", id=found[ELEMENT])
            except Refused as refused:  # the page may just have drawn it anew
                why = str(refused)
                time.sleep(0.5)
                continue
            if self._arrived():
                return
        raise AssertionError(f"{selector} could not be pressed, {PRESSES} times: {why}")

    def _arrived(self) -> bool:
        end = time.monotonic() + LATE
        while time.monotonic() < end:
            try:
                if self.run("return document.documentElement.hasAttribute('data-pressed')"):
                    return True
            except Refused:
                return True  # it has led to another page
            time.sleep(0.1)
        return False

    def press(self, *keys: str) -> None:
        """Press keys as on a keyboard, all held until the last one is down: `press("Control", "z")`."""
        codes = [KEYS.get(key, key) for key in keys]
        strokes = [{"type": "keyDown", "value": code} for code in codes]
        strokes += [{"type": "keyUp", "value": code} for code in reversed(codes)]
        self._wire.send("PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes}])

    def quit(self) -> None:
        self._wire.send("DeleteSession")
