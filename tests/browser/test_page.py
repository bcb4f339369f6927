"""The report as an editor uses it."""

from __future__ import annotations

import re

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Sheet

FIRST = "north-korea-launch-1"


def chip(page: Page, name: str) -> Locator:
    """The filter called `name`."""
    return page.locator(".chip", has_text=re.compile(f"^{name}"))


def test_the_summary_says_what_there_is_to_do(report: Sheet) -> None:
    page = report.go()
    expect(page.locator("#summary h2")).to_have_text("12 errors and 9 warnings")
    expect(page.locator(".lead")).to_have_text("30 segments in 3 articles, English to Korean and Japanese.")
    expect(page.get_by_role("img", name="6 error")).to_have_count(2)
    expect(page.locator(".first li")).to_have_count(3)
    expect(page.locator(".doubts li")).to_contain_text(["shigeru-ishiba"])


def test_an_article_side_by_side(report: Sheet) -> None:
    page = report.go(FIRST)
    expect(page.locator(".segment")).to_have_count(10)
    third = page.locator(f"#{FIRST}-3")
    expect(third.locator(".source .text")).to_have_attribute("lang", "en")
    expect(third.locator(".side .text[lang=ko]")).to_have_text("시게루 이시바 총리는 3월에 쿠르스크를 방문한다고 총리실이 밝혔다.")
    expect(third.locator(".side .text[lang=ja]")).to_have_text("石破茂首相は3月にクルスクを訪問すると官邸が発表した。")
    style = "element => getComputedStyle(element)."
    assert third.locator(".text[lang=ko]").evaluate(style + "wordBreak") == "keep-all"
    assert third.locator(".text[lang=ja]").evaluate(style + "lineBreak") == "strict"
    expect(page).to_have_title("North Korea tests a missile, report 1 – North Korea desk")


def test_filters_leave_what_they_ask_for(report: Sheet) -> None:
    page = report.go(FIRST)
    chip(page, "Errors").click()
    expect(page.locator(".segment")).to_have_count(4)
    expect(page.locator(".facts").first).to_contain_text("4 of 10 segments, 4 findings")
    page.locator("#rule").select_option("number-mismatch")
    expect(page.locator(".segment")).to_have_count(2)
    chip(page, "Errors").click()
    page.locator("#rule").select_option("")
    chip(page, "forced").click()
    expect(page.locator(".segment")).to_have_count(2)
    chip(page, "Korean").click()
    expect(page.locator(".segment")).to_have_count(0)
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".segment")).to_have_count(10)
    chip(page, "Japanese").click()
    expect(page.locator(".side .text[lang=ja]")).to_have_count(0)
    expect(page.locator(".side .text[lang=ko]")).to_have_count(10)


def test_a_bar_of_a_chart_is_a_filter(report: Sheet) -> None:
    page = report.go()
    page.locator(".chart").get_by_role("button", name="particle").click()
    expect(page.locator(".finding .rule")).to_have_text(["particle"])
    expect(page.locator("#rule")).to_have_value("particle")


def test_search_finds_text_in_any_language(report: Sheet) -> None:
    page = report.go()
    page.keyboard.press("/")
    page.keyboard.type("クルスク")
    page.keyboard.press("Enter")
    expect(page.locator(".segment")).to_have_count(2)
    expect(page.locator("mark.hit").first).to_have_text("クルスク")
    expect(page.locator("#listed")).to_have_text("3 of 3")
    page.locator("#search").fill("launch-2")
    expect(page.locator("#list li:visible")).to_have_count(1)
    page.locator("#search").fill("no such words")
    expect(page.locator("#listed")).to_have_text("0 of 3")
    page.locator("#search").press("Escape")
    expect(page.locator("#list li:visible")).to_have_count(3)


def test_keys_walk_through_findings_and_articles(report: Sheet) -> None:
    page = report.go(FIRST)
    all_ = page.locator(".finding")
    page.keyboard.press("j")
    expect(all_.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(all_.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(all_.nth(0)).to_be_focused()
    for _ in range(7):
        page.keyboard.press("j")
    expect(page).to_have_url(re.compile("launch-2$"))
    expect(all_.first).to_be_focused()
    page.keyboard.press("k")
    expect(page).to_have_url(re.compile("launch-1$"))
    expect(all_.last).to_be_focused()
    page.keyboard.press("n")
    expect(page.locator("#article-title")).to_have_text("North Korea tests a missile, report 2")
    page.keyboard.press("p")
    expect(page.locator("#article-title")).to_have_text("North Korea tests a missile, report 1")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_single_keys_can_be_switched_off(report: Sheet) -> None:
    page = report.go(FIRST)
    page.keyboard.press("?")
    page.get_by_label("Single keys are shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.locator("#article-title")).to_have_text("North Korea tests a missile, report 1")


def test_a_link_leads_to_a_segment(report: Sheet) -> None:
    page = report.go(f"{FIRST}-9")
    expect(page.locator(f"#{FIRST}-9")).to_be_focused()
    expect(page.locator(f"#{FIRST}-9")).to_be_in_viewport()
    page.locator(f"#{FIRST}-2 .number a").click()
    expect(page).to_have_url(re.compile(f"{FIRST}-2$"))
    expect(page.locator(f"#{FIRST}-2")).to_be_focused()
    page.go_back()
    expect(page.locator(f"#{FIRST}-9")).to_be_focused()


def test_a_term_tells_how_it_got_there(report: Sheet) -> None:
    page = report.go(FIRST)
    page.locator(".text[lang=ko] .term", has_text="조선중앙통신").first.hover()
    card = page.locator("#card")
    expect(card).to_be_visible()
    expect(card).to_contain_text("kcna")
    expect(card).to_contain_text("swapped")
    expect(card).to_contain_text("한국중앙통신")
    expect(card).to_contain_text("−0.04")
    expect(page.locator(".source .term", has_text="KCNA").first).to_have_class(re.compile("linked"))
    card.hover()
    page.wait_for_timeout(300)
    expect(card).to_be_visible()
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_a_term_of_the_source_tells_of_every_language(report: Sheet) -> None:
    page = report.go(FIRST)
    term = page.locator(".source .term", has_text="Shigeru Ishiba").first
    expect(term).to_have_attribute("data-rung", "unresolved")
    term.focus()
    rungs = [re.compile("unresolved.*Korean"), re.compile("substituted.*Japanese")]
    expect(page.locator("#card .card-rung")).to_have_text(rungs)
    page.keyboard.press("Enter")
    expect(page.locator("#card a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#glossary-title")).to_contain_text("shigeru-ishiba")


def test_the_matrix_shows_where_an_entry_is_rendered_how(report: Sheet) -> None:
    page = report.go("glossary")
    expect(page.locator(".entries tbody tr")).to_have_count(5)
    page.get_by_label("Only those not rendered as agreed").check()
    expect(page.locator(".entries tbody th a")).to_have_text(["shigeru-ishiba"])
    page.locator(".entries tbody th a").click()
    korean, japanese = page.locator(".matrix").nth(0), page.locator(".matrix").nth(1)
    expect(korean.locator("thead th")).to_have_text(["Article", "unresolved6"])
    expect(japanese.locator("thead th")).to_have_text(["Article", "石破茂6"])
    expect(korean.locator("tbody tr")).to_have_count(3)
    korean.locator("tbody tr").nth(1).get_by_role("link", name="Segment 3").click()
    expect(page.locator("#north-korea-launch-2-3")).to_be_focused()


def test_findings_can_be_copied_as_yaml(report: Sheet) -> None:
    page = report.go(FIRST)
    clipboard = "navigator.clipboard.readText()"
    finding = page.locator(".finding", has_text="term-missing").first
    finding.get_by_role("button", name="Copy waiver").click()
    expect(page.locator("#said")).to_have_text("Copied as a waiver")
    waiver = yaml.safe_load(page.evaluate(clipboard))[0]
    assert waiver == {"rule": "term-missing", "path": "out/ko/north-korea/launch-1.md.xlf", "text": "시게루 이시바",
                      "entry": "shigeru-ishiba", "until": waiver["until"], "reason": "say why it may stay"}
    finding.get_by_role("button", name="Copy entry").click()
    expect(page.locator("#said")).to_have_text("Copied as a glossary entry")
    assert "ko: {use: 이시바 시게루, avoid: [시게루 이시바]}" in page.evaluate(clipboard)
    finding.get_by_role("button", name="Rule").click()
    expect(finding.locator("pre")).to_contain_text("Fires:")


@pytest.mark.parametrize(("scheme", "pressed", "dark"), [
    ("light", 0, False), ("dark", 0, True), ("dark", 1, False), ("light", 2, True)])
def test_light_and_dark(report: Sheet, scheme: str, pressed: int, dark: bool) -> None:
    report.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page = report.go()
    for _ in range(pressed):
        page.locator("#theme").click()
    ground = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    assert (int(re.findall(r"\d+", ground)[0]) < 128) is dark
    page = report.go(FIRST)
    again = page.locator("body").evaluate("element => getComputedStyle(element).backgroundColor")
    assert again == ground


def test_on_a_phone(report: Sheet) -> None:
    report.page.set_viewport_size({"width": 390, "height": 844})
    page = report.go()
    for address in ("", "articles", FIRST, "glossary"):
        page = report.go(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
    page = report.go("articles")
    page.locator("#list a").first.click()
    expect(page.locator(".label").first).to_be_visible()
    page.get_by_role("link", name="All articles").click()
    expect(page.locator("#list")).to_be_visible()


def test_on_paper_only_the_text_is_left(report: Sheet) -> None:
    page = report.go(FIRST)
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".top")).to_be_hidden()
    expect(page.locator(".acts").first).to_be_hidden()
    expect(page.locator(".finding .message").first).to_be_visible()
    assert page.locator("body").evaluate("element => getComputedStyle(element).color") == "rgb(28, 31, 34)"
