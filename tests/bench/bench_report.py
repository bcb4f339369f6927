"""How soon the report of a large corpus can be read: from opening the file to an article on the screen."""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.reports.html.making import make
from translate.reports.html.render import render

ARTICLES, SEGMENTS, RUNS = 500, 40, 5


def measure() -> dict[str, Any]:
    """Seconds in Chromium, the median of `RUNS`, each in a browser that knows nothing yet."""
    corpus = make(ARTICLES, SEGMENTS, fault_in=7)
    start = time.perf_counter()
    data = render(corpus).encode()
    rendered = time.perf_counter() - start
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.html"
        path.write_bytes(data)
        runs = [_open(path) for _ in range(RUNS)]
    names = ("summary", "article", "search")
    return {"articles": ARTICLES, "segments": ARTICLES * SEGMENTS, "megabytes": len(data) / 1e6,
            "render": rendered, **{name: statistics.median(run[at] for run in runs)
                                   for at, name in enumerate(names)}}


def _open(path: Path) -> tuple[float, float, float]:
    """Seconds until the summary, an article opened by its link, and the first hit of a search are there."""
    from playwright.sync_api import sync_playwright
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"))
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        start = time.perf_counter()
        page.goto(path.as_uri())
        page.locator("html[data-ready]").wait_for()
        summary = time.perf_counter() - start
        page.goto("about:blank")
        start = time.perf_counter()
        page.goto(f"{path.as_uri()}#north-korea-launch-250-20")
        page.locator("#north-korea-launch-250-20").wait_for()
        article = time.perf_counter() - start
        start = time.perf_counter()
        page.locator("#search").fill("クルスク")
        page.locator("mark.hit").first.wait_for()
        found = time.perf_counter() - start
        browser.close()
    return summary, article, found


def report(result: dict[str, Any]) -> str:
    """The result in a line."""
    return (f"report of {result['articles']} articles, {result['segments']:,} segments: "
            f"{result['megabytes']:.1f} MB, made in {result['render']:.1f} s; on the screen after "
            f"{result['summary']:.2f} s (summary), {result['article']:.2f} s (an article by its link); "
            f"first search {result['search']:.2f} s")
