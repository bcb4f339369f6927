"""HTML: what is prose, what is kept, and how a changed slot is written."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate.readers.html import HtmlReader
from translate.readers.html_tokens import attributes, tokenize
from translate.records import Article
from translate.text.nesting import weave

READER = HtmlReader()


def read(text: str) -> Article:
    return READER.read(text.encode(), "x.html", "en")


def slots(text: str) -> list[str]:
    return [weave(block.text, block.marks, lambda text, _: text) for block in read(text).blocks]


def write(text: str, *texts: str) -> str:
    article = read(text)
    blocks = [replace(block, text=new) for block, new in zip(article.blocks, texts)]
    return READER.write(article, blocks).decode()


@pytest.mark.parametrize("text", [
    " ", "<p></p>", "<p>12 %</p>", "<!-- words -->", "<!DOCTYPE html>", "<?xml words ?>",
    "<img alt='12'>",
    "<script>words</script>", "<style>words</style>", "<textarea>words</textarea>",
    "<pre>words</pre>",
    "<p><code>words</code></p>", "<p translate=\"no\">words</p>",
    "<div class='x notranslate'>words</div>",
    "<svg><text>words</text></svg>", "<noscript><p>words</p></noscript>", "<p title=\"words\">",
    "<meta name=viewport content=\"words\">", "<img alt=words>", "<b", "<a href=\"x>words</a>",
    "<!-- words", "<script>words", "<html translate=no><p>words</p></html>",
    "<p><b>http://a.kp/b</b></p>", "<noscript><img alt='words'></noscript>",
    "<img alt='words' translate=no>",
])
def test_no_slot(text: str) -> None:
    assert slots(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Kim", ["Kim"]),
    ("<p>Kim<p>Lee", ["Kim", "Lee"]),
    ("a < b and x <5 or </ c", ["a < b and x <5 or </ c"]),
    ("<p> <b>All</b> </p>", ["All"]),
    ("<p><a><b>All</b></a><br></p>", ["All"]),
    ("<p><b>Kim</b> <i>met</i> Lee</p>", ["<b>Kim</b> <i>met</i> Lee"]),
    ("<p><b>Kim<i></b> met</i></p>", ["<b>Kim<i></b> met</i>"]),
    ("<p>Kim<b> met </b>Lee</p>", ["Kim <b>met</b> Lee"]),
    ("<p>Kim\n  met&#10;<!-- c -->\n Lee</p>", ["Kim met <!-- c --> Lee"]),
    ("<p>Kim<br>met<br><br>Lee</p>", ["Kim<br> met", "Lee"]),
    ("<p>Run <kbd>make\n  it</kbd> now</p>", ["Run <kbd>make it</kbd> now"]),
    ("<p>Kim<script>x</script> met</p>", ["Kim<script>x</script> met"]),
    ("<p>Kim <img alt=\"Lee\"> met</p>", ["Kim <img alt=\"Lee\"> met"]),
    ("<p><img alt=\"Lee\"> met</p>", ["Lee", "met"]),
    ("<a title='x > y'>Kim</a> met", ["<a title='x > y'>Kim</a> met"]),
    ("<META NAME=description CONTENT=\"Kim &amp; Lee\">", ["Kim & Lee"]),
    ("<title>Kim <b> Lee</title>", ["Kim <b> Lee"]),
    ("&amp;lt; &eacute;&#x2014; &bogus;", ["&lt; é— &bogus;"]),
    ("<div>Kim<p>met</p>Lee</div>", ["Kim", "met", "Lee"]),
    ("<pre>Kim</pre>met", ["met"]),
    ("<pre>Kim", ["Kim"]),
    ("<?xml version='1.0'?><p><title/>Kim</p>", ["Kim"]),
])
def test_slots(text: str, expected: list[str]) -> None:
    assert slots(text) == expected


@pytest.mark.parametrize(("text", "kind"), [
    ("<h2>Kim", "heading"), ("<title>Kim", "heading"), ("<figcaption><p>Kim", "caption"),
    ("<li>Kim", "item"), ("<li><div>Kim", "item"), ("<td>Kim", "cell"),
    ("<li><blockquote>Kim", "paragraph"),
    ("<table><tr><td>1</td></tr></table>Kim", "paragraph"), ("<p>Kim", "paragraph"),
])
def test_kind(text: str, kind: str) -> None:
    assert read(text).blocks[0].kind == kind


def test_a_changed_slot_is_escaped() -> None:
    written = write("<p>Kim</p>", "a < b & c > d\u00a0e \"f\"")
    assert written == "<p>a &lt; b &amp; c &gt; d&#160;e \"f\"</p>"


def test_a_changed_attribute_keeps_its_quotes() -> None:
    written = write("<img alt='Kim'>", "it's \"so\" & <")
    assert written == "<img alt='it&#39;s &quot;so&quot; &amp; &lt;'>"


def test_the_language_of_the_page_is_left_alone() -> None:
    assert write("<html lang=\"en\"><p>Kim</p>", "김") == "<html lang=\"en\"><p>김</p>"


def test_tokens_cover_the_source() -> None:
    source = "<p a=1 b='>' c>x<!-- y --><br/></p ><!z><script>'</p>'</SCRIPT >t<x"
    tokens = list(tokenize(source))
    assert "".join(source[token.start:token.end] for token in tokens) == source
    assert [token.kind for token in tokens] == [
        "open", "text", "comment", "void", "close", "comment", "kept", "text", "comment"]


def test_attributes() -> None:
    source = "<img alt = \"a > b\" SRC='x' data-y=z/ checked a='>"
    [token] = tokenize(source + "'>")
    found = [(each.name, each.value, each.quote) for each in attributes(source + "'>", token)]
    assert found == [("alt", "a > b", "\""), ("src", "x", "'"), ("data-y", "z/", ""),
                     ("a", ">", "'")]


@pytest.mark.parametrize("piece",
                         ["<b>", "</b>", "<a \"", "<!--", "<svg>", "<p", "&amp;", "<title>"])
def test_a_large_page_of_broken_markup_is_read(piece: str) -> None:
    text = "Kim " + piece * 30_000
    article = read(text)
    assert READER.write(article, article.blocks).decode() == text
