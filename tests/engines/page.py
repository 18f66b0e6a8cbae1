"""One way to use a page in each of the three engines: open, press, type, ask, go back."""

from __future__ import annotations

import time
from typing import Any, Protocol

from tests.engines.faults import Refused

PATIENCE = 10  # seconds until what a test waits for has come
KEYS = {"Tab": "\ue004", "Enter": "\ue007", "Down": "\ue015", "Space": " "}


class Speaker(Protocol):
    """What carries WebDriver's commands to a browser."""

    def send(self, name: str, words: dict[str, Any]) -> Any: ...

    def close(self) -> None: ...


class Page:
    """The tab in front. Elements are named by CSS selectors; the first that is found is meant."""

    def __init__(self, browser: Speaker) -> None:
        self._browser = browser

    def open(self, address: str) -> None:
        """Opens an address and waits until the page is loaded; an address of the same page would only scroll, so another stands between."""
        self._browser.send("Navigate", {"url": "about:blank"})
        self._browser.send("Navigate", {"url": address})

    def go(self, address: str) -> None:
        """Goes on to an address from the page that is open, as a link does."""
        self._browser.send("Navigate", {"url": address})

    def reload(self) -> None:
        self._browser.send("Refresh", {})

    def run(self, script: str, *words: Any) -> Any:
        """What the body of a function returns in the page."""
        return self._browser.send("ExecuteScript", {"script": script, "args": list(words)})

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page."""
        return self.run(f"return ({expression});")

    def until(self, expression: str) -> Any:
        """The value of an expression once it is true; raises AssertionError where it stays false."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                value = self.ask(expression)
            except Refused as refusal:  # the page is on its way out, or not yet there
                value = refusal
            if value and not isinstance(value, Refused):
                return value
            assert time.monotonic() < end, f"never came: {expression}: {value!r}"
            time.sleep(0.05)

    def back(self, expression: str) -> None:
        """Goes back, by the page's own history, since drivers wait in vain for a page out of memory; done once the expression is true."""
        self.run("setTimeout(() => { history.back(); });")
        time.sleep(0.3)  # WebKit's driver answers no script that runs while the page goes
        self.until(expression)

    def _element(self, selector: str) -> str:
        found = self._browser.send("FindElements", {"using": "css selector", "value": selector})
        assert found, f"{self.ask('location.href')} holds no {selector}"
        return str(next(iter(found[0].values())))

    def click(self, selector: str) -> None:
        """Clicks in the middle of the screen, so that nothing that stays at an edge is in the way."""
        self.run("document.querySelector(arguments[0]).scrollIntoView({block: 'center', behavior: 'instant'});", selector)
        self._browser.send("ElementClick", {"id": self._element(selector)})

    def follow(self, selector: str, expression: str) -> None:
        """Follows a link; done once the expression is true on the page that it leads to."""
        self.click(selector)
        self.until(expression)

    def type(self, selector: str, text: str) -> None:
        """Types into a field in place of what stands there."""
        element = self._element(selector)
        self._browser.send("ElementClear", {"id": element})
        self._browser.send("ElementSendKeys", {"id": element, "text": text})

    def press(self, *names: str) -> None:
        """Presses keys one after the other, wherever the focus is."""
        actions = [{"type": kind, "value": KEYS[name]} for name in names for kind in ("keyDown", "keyUp")]
        self._browser.send("PerformActions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def text(self, selector: str) -> str:
        """The words of an element, without blanks around them."""
        return str(self.run("return document.querySelector(arguments[0]).innerText.trim();", selector))

    def new_tab(self) -> str:
        """Opens another tab and takes it in front; returns the name of the one before."""
        before = str(self._browser.send("GetWindowHandle", {}))
        made = self._browser.send("NewWindow", {"type": "tab"})
        self.to_tab(made["handle"])
        return before

    def to_tab(self, name: str) -> None:
        """Takes a tab in front."""
        self._browser.send("SwitchToWindow", {"handle": name})

    def one_tab(self) -> None:
        """Closes every tab but one."""
        first, *others = self._browser.send("GetWindowHandles", {})
        for name in others:
            self.to_tab(name)
            self._browser.send("CloseWindow", {})
        self.to_tab(first)


def forget(page: Page) -> None:
    """Takes the record away as "clear everything" does, wherever the engine keeps it."""
    page.run("localStorage.clear(); sessionStorage.clear(); manusiawi.put('place', 'lesson', null);")
    if page.ask("location.protocol === 'file:'"):
        page.until("document.readyState === 'complete'")
        page.run("if (frames[0]) frames[0].postMessage({manusiawi: localStorage.manusiawi}, '*');")
        time.sleep(0.2)
