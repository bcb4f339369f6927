"""A browser, and pages made of corpora, for tests of the report as a reader sees it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.reports.html.making import make
from translate.reports.html.model import Corpus
from translate.reports.html.render import render

ROOT = Path(__file__).parents[2]
WIDTH = {"width": 1400, "height": 900}
Opened = Callable[..., "Sheet"]


class Sheet:
    """An open report."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page, self.path = page, path
        self.requests: list[str] = []
        """Addresses of everything that was asked for."""
        self.errors: list[str] = []
        """What went wrong in scripts, and what the policy of the page refused."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("requestfailed", self._forget)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)

    def _forget(self, request: Request) -> None:
        """What the page's own policy stopped was never sent."""
        if request.failure == "csp":
            self.requests.remove(request.url)

    def go(self, address: str = "") -> Page:
        """Load the report at `address`, and wait until it can be used."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.path.as_uri()}#{address}")
        self.page.locator("html[data-ready]").wait_for(timeout=20_000)
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as Debian packages it."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("no chromium: the report is tested in a browser; install it (apt-get install chromium)")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path)
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser that nobody has used before."""
    made = browser.new_context(viewport=WIDTH, permissions=["clipboard-read", "clipboard-write"])  # type: ignore
    made.set_default_timeout(10_000)
    yield made
    made.close()


@pytest.fixture
def sheet(context: BrowserContext, tmp_path: Path) -> Callable[[Corpus], Sheet]:
    """Opens the report of a corpus; no script of it may fail."""
    def open_(corpus: Corpus) -> Sheet:
        path = tmp_path / "report.html"
        path.write_text(render(corpus), encoding="utf-8")
        return Sheet(context.new_page(), path)
    return open_


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of articles of our corpus, as the command makes it."""
    from translate.cli import run_guarded
    folder = tmp_path_factory.mktemp("real")
    sources = [str(path) for path in sorted((ROOT / "corpus/articles/north-korea").glob("*.txt"))]
    glossaries = ["--glossary", str(ROOT / "glossaries"), "--quiet"]
    run_guarded(["run", *sources, "--to", "ko,ja", "--out", str(folder / "out"), "--models",
                 str(ROOT / "tests/models"), "--beam", "1", "--no-memory", *glossaries])
    path = folder / "report.html"
    assert run_guarded(["report", str(folder / "out"), "--output", str(path), *glossaries]) == 0
    return path


@pytest.fixture
def report(sheet: Callable[[Corpus], Sheet]) -> Iterator[Sheet]:
    """The report of three articles with faults: no script of it fails, and nothing else is asked for."""
    opened = sheet(make(3, 10))
    yield opened
    assert opened.errors == []
    assert {address.partition("#")[0] for address in opened.requests} <= {opened.path.as_uri(), "about:blank"}
