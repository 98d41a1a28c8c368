"""A browser, and a server that people would start: ``make browser`` runs these tests, ``make test`` needs no
browser and passes them over.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = os.environ.get("WIRESMITH_CHROMIUM", "")
collect_ignore_glob = [] if CHROMIUM else ["test_*.py"]

_FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HERE = Path(__file__).parent


@dataclass
class Opened:
    """A page in the browser, and everything that it did which it should not."""

    page: Any
    origin: str
    problems: list[str] = field(default_factory=list)
    requests: list[Any] = field(default_factory=list)

    def go(self, path: str) -> Any:
        """Go to a page of the server, and wait until nothing more is loaded."""
        self.page.goto(f"{self.origin}{path}")
        self.page.wait_for_load_state("networkidle")
        return self.page


def _serving(*arguments: str | Path) -> Iterator[str]:
    command = [sys.executable, "-m", "wiresmith", "serve", *map(str, arguments), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip().rpartition("/")[0]
        finally:
            server.terminate()


@pytest.fixture(scope="session")
def server(specs: Path) -> Iterator[str]:
    """The origin of a server of all documented APIs."""
    yield from _serving(specs)


@pytest.fixture(scope="session")
def depot(repository: Path) -> Iterator[str]:
    """The origin of a server of one API with bodies, cookies and hostile text."""
    yield from _serving(repository / "tests" / "unit" / "serve" / "specs")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # No sandbox: it cannot be had as root, and all pages are our own.
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS, chromium_sandbox=False)
        yield launched
        launched.close()


@pytest.fixture
def options() -> dict[str, Any]:
    """What the browser is like; tests say otherwise by parametrizing it."""
    return {}


@pytest.fixture
def opened(browser: Any, server: str, options: dict[str, Any]) -> Iterator[Opened]:
    """A new page for the documented APIs; it may have done nothing wrong when the test is over."""
    yield from _opened(browser, server, options)


@pytest.fixture
def opened_depot(browser: Any, depot: str) -> Iterator[Opened]:
    """The same for the API with bodies."""
    yield from _opened(browser, depot, {})


def _opened(browser: Any, origin: str, options: dict[str, Any]) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, **options)
    found = Opened(context.new_page(), origin)

    def asked(request: Any) -> None:
        found.requests.append(request)
        if not request.url.startswith((f"{origin}/", "data:", "blob:")):
            found.problems.append(f"a request to {request.url}")

    def said(message: Any) -> None:
        # The browser itself says that an answer was 401 or the like, which some tests ask for.
        if (
            message.type in ("error", "warning")
            and "the server responded with a status of" not in message.text
        ):
            found.problems.append(message.text)

    def asked_again(dialog: Any) -> None:
        found.problems.append(dialog.message)
        dialog.dismiss()

    context.on("request", asked)
    found.page.on("console", said)
    found.page.on("pageerror", lambda error: found.problems.append(str(error)))
    found.page.on("dialog", asked_again)
    yield found
    context.close()
    assert found.problems == []
