"""Reports of unusual corpora: hostile, large, compared, and read aloud."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import Sheet
from tests.reports.html.making import make
from translate.records import Finding, Place, Span
from translate.reports.html.history import compare, recall, remember
from translate.reports.html.model import (
    Corpus, ShownArticle, ShownEntry, ShownFinding, ShownSegment, ShownTerm, Side,
)
from translate.reports.interface import Rule

Open = Callable[[Corpus], Sheet]
ATTACKS = (
    "<script>window.harmed = 1</script>",
    "</script><script>window.harmed = 1</script>",
    "<img src=x onerror='window.harmed = 1'>",
    "<img src='https://example.org/pixel.png'>",
    "<style>@import 'https://example.org/a.css'; body { display: none }</style>",
    "<iframe srcdoc='<script>parent.harmed = 1</script>'></iframe>",
    "<svg onload='window.harmed = 1'><a href='javascript:window.harmed = 1'>x</a></svg>",
    "<!-- --><base href='https://example.org/'><meta http-equiv=refresh content='0;url=https://example.org'>",
    "{{ 7 * 7 }} {% raw %} ${7 * 7} \\u003cscript\\u003e <!--<script>",
    "\"'`><x-y onclick=window.harmed=1 autofocus tabindex=1 onfocus=window.harmed=1>",
    "\u202egnp.exe\u2066 \u0000 \ud83d \U0001f680 \ufffe",
)


def test_a_real_report(context: BrowserContext, real: Path) -> None:
    opened = Sheet(context.new_page(), real)
    page = opened.go("hwasong-19")
    expect(page.locator("#list li")).to_have_count(3)
    expect(page.locator("#article-title")).to_contain_text("North Korea Test-Fires")
    expect(page.locator(".source .term", has_text="Pyongyang").first).to_be_visible()
    expect(page.locator(".side .text[lang=ja] .term").first).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".finding").first).to_be_focused()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert opened.errors == []


def hostile() -> Corpus:
    """Attacks wherever a text can stand."""
    segments, entries, rules = [], [], []
    for number, attack in enumerate(ATTACKS):
        whole = Span(0, len(attack))
        finding = Finding(attack, "error", attack, Place(attack), attack, attack, whole, whole, attack, attack)
        term = ShownTerm(attack, whole, attack, "swapped", whole, attack, 0.1, attack)
        side = Side(attack, attack, (term,), (ShownFinding(finding, attack),))
        segments.append(ShownSegment(attack, {"ko": side}, number, "heading" if not number else attack))
        entries.append(ShownEntry(attack, attack, {"en": (attack,), "ko": (attack,)}, attack))
        rules.append(Rule(attack, "error", attack))
    articles = tuple(ShownArticle(attack, tuple(segments)) for attack in ATTACKS)
    return Corpus(ATTACKS[0], "en", ("ko",), articles, tuple(entries), tuple(rules), ATTACKS[1])


def test_hostile_text_is_text(sheet: Open) -> None:
    opened = sheet(hostile())
    page = opened.go()
    expect(page.locator("h1")).to_have_text(ATTACKS[0])
    for place in range(3):
        page.locator("#list a").nth(place).click()
        expect(page.locator("#list a").nth(place)).to_have_attribute("aria-current", "true")
        for term in (page.locator(".source .term").nth(place), page.locator(".side .term").nth(place)):
            term.hover()
            expect(page.locator("#card")).to_be_visible()
            page.keyboard.press("Escape")
    expect(page.locator(".source .text").nth(1)).to_have_text(ATTACKS[1])
    page.locator("[data-to=glossary]").click()
    expect(page.locator(".entries tbody tr")).to_have_count(len(ATTACKS))
    page.locator(".entries tbody th a").nth(2).click()
    expect(page.locator(".matrix tbody tr")).to_have_count(len(ATTACKS))
    assert page.evaluate("window.harmed") is None
    assert page.locator("main :is(iframe, img, style, base, meta, script)").count() == 0
    assert {address.partition("#")[0] for address in opened.requests} <= {opened.path.as_uri(), "about:blank"}
    assert opened.errors == []


ATTEMPTS = (
    "script = document.createElement('script'); script.textContent = 'window.harmed = 1'; head.append(script)",
    "head.innerHTML = '<b>x</b>'",
    "head.setAttribute('onclick', 'window.harmed = 1'); head.click()",
    "setTimeout('window.harmed = 1')",
    "head.append(Object.assign(document.createElement('img'), {src: 'https://example.org/x.png'}))",
    "head.setAttribute('style', 'display: none')",
    "fetch('https://example.org/').catch(() => {})",
    "new WebSocket('wss://example.org/')",
)


def test_the_policy_of_the_page_forbids_what_is_not_ours(sheet: Open) -> None:
    """Even a script that got in could do nothing."""
    opened = sheet(make(1, 2))
    page = opened.go()
    for attempt in ATTEMPTS:
        page.evaluate("() => { let script, head = document.querySelector('h1'); try { %s } catch {} }" % attempt)
    page.wait_for_timeout(200)
    assert page.evaluate("window.harmed") is None
    assert page.locator("h1 b").count() == 0
    expect(page.locator("h1")).to_be_visible()
    assert all(address.startswith(("file:", "about:")) for address in opened.requests)
    assert opened.errors


def test_five_hundred_articles(sheet: Open) -> None:
    opened = sheet(make(500, 40, fault_in=7))
    assert opened.path.stat().st_size < 25_000_000
    page = opened.go("north-korea-launch-400-12")
    expect(page.locator("#north-korea-launch-400-12")).to_be_focused()
    expect(page.locator("#list li")).to_have_count(500)
    page.locator("#rule").select_option("particle")
    expect(page.locator("#listed")).to_have_text("72 of 500")
    page.locator("#search").fill("report 497")
    expect(page.locator("#listed")).to_have_text("0 of 500")
    page.locator("#rule").select_option("")
    expect(page.locator("#listed")).to_have_text("1 of 500")


def test_what_has_changed_since_the_previous_report(sheet: Open) -> None:
    before = make(2, 10, fault_in=2)
    now = compare(make(2, 10), recall(remember(before), "old.json"))
    page = sheet(now).go()
    expect(page.locator(".since")).to_contain_text("7 translations changed, 7 new findings, none gone")
    page.locator(".chip", has_text="Changed").click()
    expect(page).to_have_url(re.compile("launch-2$"))
    expect(page.locator(".segment")).to_have_count(7)
    expect(page.locator(".tag.changed")).to_have_count(7)


@pytest.mark.parametrize("address", ["summary", "north-korea-launch-1", "glossary", "glossary:shigeru-ishiba"])
def test_nothing_stands_in_the_way_of_anybody(sheet: Open, address: str) -> None:
    """axe-core, every rule it has: no violation at all, light or dark."""
    opened = sheet(make(2, 6))
    page = opened.go(address)
    if address.startswith("north"):
        page.locator(".source .term").first.focus()
        page.locator("#card").wait_for()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
