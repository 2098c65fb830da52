"""What only a browser can show. Skipped where there is no Chromium."""

import json
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.views.report import comparison_html

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
PATIENCE_S = 30

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")

# The browser speaks through file descriptors 3 and 4.
AT_3_AND_4 = (
    "import os, sys; r, w = (os.dup(int(each)) for each in sys.argv[1:3]); "
    "os.dup2(r, 3); os.dup2(w, 4); os.set_inheritable(3, True); os.set_inheritable(4, True); "
    "os.execv(sys.argv[3], sys.argv[3:])"
)


class Browser:
    """Speaks the Chrome DevTools Protocol over a pipe: JSON messages that end in NUL."""

    def __init__(self, profile: Path) -> None:
        theirs, self._orders = os.pipe()
        self._answers, answers = os.pipe()
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        flags.append("--remote-debugging-pipe")
        self._process = subprocess.Popen(
            [sys.executable, "-c", AT_3_AND_4, str(theirs), str(answers), CHROMIUM, *flags],
            pass_fds=(theirs, answers),
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(answers)
        self._buffer, self._n, self._session = b"", 0, None
        self.complaints: list[str] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        attached = self.call("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for name in ("Page.enable", "Runtime.enable", "Log.enable"):
            self.call(name)

    def call(self, method: str, **parameters: object) -> dict[str, Any]:
        self._n += 1
        order = {"id": self._n, "method": method, "params": parameters}
        if self._session:
            order["sessionId"] = self._session
        os.write(self._orders, json.dumps(order).encode() + b"\0")
        while True:
            answer = self._receive()
            if answer.get("method") in {"Log.entryAdded", "Runtime.exceptionThrown"}:
                self.complaints.append(json.dumps(answer["params"]))
            if answer.get("id") == self._n:
                assert "error" not in answer, answer
                return answer["result"]

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            ready, _, _ = select.select([self._answers], [], [], PATIENCE_S)
            received = os.read(self._answers, 1 << 16) if ready else b""
            assert received, "the browser does not answer"
            self._buffer += received
        message, self._buffer = self._buffer.split(b"\0", 1)
        return json.loads(message)

    def open(self, address: str, *, width: int = 1440, has_script: bool = True) -> None:
        self.complaints.clear()
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.call("Emulation.setScriptExecutionDisabled", value=not has_script)
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.protocol === 'file:'")

    def tell(self, expression: str) -> Any:  # noqa: ANN401  # whatever the page answers
        answer = self.call(
            "Runtime.evaluate",
            expression=expression,
            awaitPromise=True,
            returnByValue=True,
            userGesture=True,
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def until(self, expression: str) -> None:
        for _ in range(100):
            if self.tell(expression):
                return
            time.sleep(0.05)
        pytest.fail(f"never true: {expression}")

    def press(self, key: str) -> None:
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key)

    def close(self) -> None:
        self._session = None
        self.call("Browser.close")
        self._process.wait(PATIENCE_S)
        os.close(self._orders)
        os.close(self._answers)


@pytest.fixture(scope="module")
def browser(tmp_path_factory) -> Iterator[Browser]:
    browser = Browser(tmp_path_factory.mktemp("profile"))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def address(story_of, tmp_path_factory) -> str:
    file = tmp_path_factory.mktemp("report") / "report.html"
    sides = ("Arrendia", "Velmora", "the Commission", "the Union", "Qarth")
    file.write_text(comparison_html(*story_of("pass", sides=sides, n_rows=6)), encoding="utf-8")
    return file.as_uri()


CURRENT = "[...document.querySelectorAll('mark.current')].map(each => each.textContent).join('')"
FIRST = "document.querySelector('a.words')"


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_a_cell_opens_the_text_at_its_words_and_escape_leads_back(
    browser: Browser, address: str, width: int
) -> None:
    browser.open(address, width=width)
    browser.tell(f"{FIRST}.focus(), {FIRST}.click()")
    assert browser.tell(f"'“' + {CURRENT} + '”' === {FIRST}.textContent")
    assert browser.tell("document.activeElement.id") == "q1"
    assert browser.tell(f"{FIRST}.getAttribute('aria-expanded')") == "true"
    seen = "(({top, bottom}) => top >= 0 && bottom <= innerHeight)"
    assert browser.tell(f"{seen}(document.getElementById('q1').getBoundingClientRect())")
    browser.press("Escape")
    assert browser.tell(f"document.activeElement === {FIRST}")
    assert browser.tell("document.querySelectorAll('.is-open, [inert], mark.current').length") == 0
    assert browser.complaints == []


def test_a_click_beside_the_words_of_a_cell_opens_them_too(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.tell(f"{FIRST}.closest('td').click()")
    assert browser.tell("document.activeElement.id") == "q1"


def test_the_way_back_closes_the_text(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.tell(f"{FIRST}.click()")
    browser.tell("history.back()")
    browser.until("!document.querySelector('.is-open')")


def test_an_address_with_a_quote_opens_it(browser: Browser, address: str) -> None:
    browser.open(f"{address}#q2")
    assert browser.tell(f"'“' + {CURRENT} + '”'") == browser.tell(
        "document.querySelector('a.words[href=\"#q2\"]').textContent"
    )


def test_on_a_phone_what_lies_behind_an_open_text_is_out_of_reach(
    browser: Browser, address: str
) -> None:
    browser.open(address, width=390)
    browser.tell(f"{FIRST}.click()")
    assert browser.tell(f"{FIRST}.closest('[inert]') !== null")
    assert browser.tell("document.querySelector('.is-open').closest('[inert]') === null")
    assert browser.tell("document.querySelector('.is-open').getAttribute('aria-modal')") == "true"


def test_a_button_copies_the_citation_and_says_so(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite"])
    browser.tell("document.querySelector('button.copy').click()")
    browser.until("document.getElementById('live').textContent === 'Citation 1 copied'")
    browser.call("Page.bringToFront")
    assert browser.tell("navigator.clipboard.readText()") == browser.tell(
        "document.getElementById('c1-words').textContent"
    )


@pytest.mark.parametrize("width", [390, 820, 1440])
def test_no_page_is_wider_than_its_window(browser: Browser, address: str, width: int) -> None:
    browser.open(address, width=width)
    assert browser.tell("innerWidth") == width
    assert browser.tell(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def test_without_a_script_the_words_are_marked_by_their_address(
    browser: Browser, address: str
) -> None:
    browser.open(f"{address}#q1", has_script=False)
    colour = "getComputedStyle(document.getElementById('{}')).backgroundColor"
    assert browser.tell(colour.format("q1")) != browser.tell(colour.format("q4"))
    assert browser.tell("getComputedStyle(document.querySelector('button')).display") == "none"


def test_the_policy_stops_what_is_not_ours(browser: Browser, address: str) -> None:
    browser.open(address)
    browser.tell(
        "document.body.append(Object.assign(document.createElement('script'), "
        "{textContent: 'window.wasRun = true'})), "
        "document.body.setAttribute('style', 'color: red')"
    )
    assert browser.tell("window.wasRun") is None
    assert browser.tell("getComputedStyle(document.body).color") != "rgb(255, 0, 0)"
    assert len(browser.complaints) == 2
