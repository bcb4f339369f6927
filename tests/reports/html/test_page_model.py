"""What the page is made from: anchors, figures, pieces, and what a report remembers."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.html.making import make
from translate.errors import InputError
from translate.records import Span
from translate.reports.html import payload, tallies
from translate.reports.html.anchors import anchors
from translate.reports.html.history import compare, recall, remember
from translate.reports.html.model import Corpus, ShownArticle, ShownSegment, ShownTerm, Side
from translate.reports.html.render import render


@pytest.mark.parametrize(("names", "expected"), [
    (["a.md", "b/c d.html"], ["a", "b-c-d"]),
    (["a.md", "a.txt"], ["a", "a_2"]),
    (["summary.md", "???"], ["summary_2", "article"]),
    (["launch.md", "launch-19.md"], ["launch", "launch-19_2"]),
    (["launch-19.md", "launch.md"], ["launch-19", "launch_2"]),
    (["北/미사일.md"], ["北-미사일"]),
])
def test_anchors(names: list[str], expected: list[str]) -> None:
    assert anchors(names) == expected


@given(st.lists(st.text("a-19.", max_size=6), max_size=8))
def test_an_anchor_leads_to_one_place(names: list[str]) -> None:
    chosen = anchors(names)
    assert len(set(chosen)) == len(names)
    stems = {found[1] for anchor in chosen if (found := re.fullmatch(r"(.+)-\d+", anchor))}
    assert not stems & set(chosen)


def pieces(page: str) -> dict[str, Any]:
    """The content of a page, unpacked."""
    found = re.findall(r'<script type="application/gzip" id="piece-([\w-]+)">([^<]*)</script>', page)
    return {name: json.loads(gzip.decompress(base64.b64decode(text))) for name, text in found}


def test_the_page_holds_everything() -> None:
    corpus = make(2, 10)
    found = pieces(render(corpus))
    assert list(found) == ["index", "uses", "article-0", "article-1"]
    assert [one["source"] for one in found["article-0"]] == [one.source for one in corpus.articles[0].segments]
    assert sum(count for _, count in found["index"]["articles"][0]["shapes"]) == 10
    assert {id: len(places) for id, places in found["uses"].items()} == {
        "hwasong-19": 8, "kcna": 8, "kursk": 8, "pyongyang": 12, "shigeru-ishiba": 8}


def test_the_same_corpus_gives_the_same_page() -> None:
    assert render(make(2, 5)) == render(make(2, 5))


def test_the_policy_names_the_digests_of_what_is_inside() -> None:
    page = render(make(1, 1))
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0].replace("&#39;", "'")
    for kind, pattern in (("style", "<style>(.*?)</style>"), ("script", '<script type="module">(.*?)</script>')):
        text = re.findall(pattern, page, re.DOTALL)[0]
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}';" in policy
    assert policy.startswith("default-src 'none';")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\(|https?:", page)


def test_spans_are_counted_as_javascript_counts() -> None:
    side = Side("🚀북한은", terms=(ShownTerm("dprk", Span(1, 3), "북한", "swapped", Span(1, 3)),))
    article = ShownArticle("a", (ShownSegment("🚀NK", {"ko": side}),))
    term = payload.article(article, payload.Shapes())[0]["sides"]["ko"]["terms"][0]
    assert (term["source"], term["target"]) == ([2, 4], [2, 4])


def test_figures() -> None:
    corpus = make(2, 10, fault_in=2)
    assert tallies.levels(corpus) == {"error": 4, "warning": 3, "info": 0}
    assert tallies.rungs(corpus)["unresolved"] == 4
    assert [(bar.name, bar.parts) for bar in tallies.by_rule(corpus)] == [
        ("number-mismatch", (("error", 2),)), ("term-missing", (("error", 2),)),
        ("sentence-end", (("warning", 2),)), ("particle", (("warning", 1),))]
    assert [doubt.entry for doubt in tallies.doubts(corpus)] == ["shigeru-ishiba"]
    assert [row.weight for row in tallies.rows(corpus, ["a", "b"])] == [(4, 2, 3, 0), (0, 2, 0, 0)]


def changes(corpus: Corpus) -> list[str]:
    """Sources of the translations that are marked as changed."""
    return [segment.source for _, segment, side in tallies.sides(corpus) if side.changed]


def test_nothing_has_changed_in_the_same_corpus() -> None:
    corpus = make(2, 10)
    again = compare(corpus, recall(remember(corpus), "old.json"))
    assert changes(again) == [] and again.previous and again.previous.gone == 0
    assert not any(one.fresh for _, _, side in tallies.sides(again) for one in side.findings)


def test_a_moved_segment_has_not_changed_and_an_edited_one_has() -> None:
    before = make(1, 6)
    article = before.articles[0]
    first, *rest = article.segments
    edited = replace(rest[0], sides={**rest[0].sides, "ja": Side("別の訳。")})
    after = replace(before, articles=(replace(article, segments=(edited, *rest[1:], first)),))
    assert changes(compare(after, recall(remember(before), "old.json"))) == [rest[0].source]


@pytest.mark.parametrize("text", ["", "[]", "{", "3", '{"made": 1, "articles": [{}], "findings": []}', "[" * 9000])
def test_what_is_no_report_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"^old.json: not the JSON of a report; name"):
        recall(text, "old.json")


def test_empty_corpora_have_a_page() -> None:
    empty = Corpus("Nothing", "en", ("ko",), ())
    assert "the translations were not checked" in render(empty)
    bare = replace(empty, articles=(ShownArticle("a.txt", ()), ShownArticle("b.txt", (ShownSegment("x", {}),))))
    assert "b.txt" in render(bare)
