"""Markdown: what is prose, and that a changed slot says what it should, whatever that takes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from translate.readers.markdown import MarkdownReader
from translate.readers.markdown_writing import write_slot
from translate.records import Article, Block, Mark, Span
from translate.text.nesting import weave

READER = MarkdownReader()


def read(text: str) -> Article:
    return READER.read(text.encode(), "x.md", "en")


def slots(text: str) -> list[str]:
    return [weave(block.text, block.marks, lambda text, _: text) for block in read(text).blocks]


def block(text: str, *covered: tuple[str, str, str], key: str = "paragraph") -> Block:
    """A block whose marks cover these words: (word, opening, closing)."""
    marks = tuple(Mark(Span(text.index(word), text.index(word) + len(word)), opening, closing,
                       opening == "`") for word, opening, closing in covered)
    return Block("paragraph", text, "", marks, key)


@pytest.mark.parametrize("text", [
    "\n", "---\n", "    words\n", "```\nwords\n```\n", "~~~\nwords", "<div>\nwords\n</div>\n",
    "<!-- words\n-->",
    "[words]: http://a.b 'words'\n", "$$\nwords\n$$\n", "$$words$$", "`words`", "<http://a.kp>",
    "12 | 3",
    "![](x.png)", "![12](x.png)", "---\ndate: words\n---\n", "+++\nweight = 1\n+++\n",
    "http://a.kp/b",
    "[![12](x)](words)", "[^1]: http://a.kp",
])
def test_no_slot(text: str) -> None:
    assert slots(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Kim\n", ["Kim"]),
    ("# Kim #\n## *Lee*", ["Kim", "*Lee*"]),
    ("Kim\n===\nLee\n---", ["Kim", "Lee"]),
    ("> Kim\n> met\nLee", ["Kim met Lee"]),
    ("- Kim\n\n  met\n- [x] Lee", ["Kim", "met", "Lee"]),
    ("1. > Kim\n   > met\n2) Lee", ["Kim met", "Lee"]),
    ("| Kim | 1 |\n|-|-|\n| 2 | Lee |\nmet", ["Kim", "Lee", "met"]),
    ("Kim  met\t Lee", ["Kim met Lee"]),
    ("snake_case_name", ["snake_case_name"]),
    ("**Kim *met* Lee**", ["**Kim *met* Lee**"]),
    ("*Kim **met*", ["*Kim **met*"]),
    ("[Kim](a(b)c \"t\") and [Lee]\n\n[lee]: x", ["[Kim](a(b)c \"t\") and [Lee][Lee]"]),
    ("[Kim][] [met]\n\n[kim]: x", ["[Kim][Kim] [met]"]),
    ("Kim `` a`b `` met", ["Kim `` a`b `` met"]),
    ("Kim<br>met", ["Kim<br> met"]),
    ("Kim\\\nmet", ["Kim\\\n met"]),
    ("Kim[^1] met\n\n[^1]: Lee\n[^2]: said", ["Kim[^1] met", "Lee", "said"]),
    ("![Kim *met*](x.png)\n", ["Kim *met*"]),
    ("Kim ![Lee](x.png)", ["Kim ![Lee](x.png)"]),
    ("---\nKim\n---\n", ["Kim"]),
    ("---\ntitle: 'It''s'\ndescription: \"A \\\"b\\\"\"\nsummary: |\n  x\n---\nKim",
     ["It's", 'A "b"', "Kim"]),
    ("+++\ntitle = \"Kim\"\n+++\nmet", ["Kim", "met"]),
    ("Kim &amp; Lee&nbsp;met \\*", ["Kim & Lee\u00a0met *"]),
    ("US$5m to $6m and $x^2$", ["US$5m to $6m and $x^2$"]),
    ("日本の\n東京", ["日本の東京"]),
])
def test_slots(text: str, expected: list[str]) -> None:
    assert slots(text) == expected


WRITTEN = [
    (block("조선중앙통신은", ("조선중앙통신", "**", "**")), "**조선중앙통신**은"),
    (block("snake_case 5 * 3 [주] a<b A&B C#"), "snake_case 5 * 3 [주] a<b A&B C#"),
    (block("조선중앙통신(KCNA)은", ("조선중앙통신(KCNA)", "**", "**")), "<strong>조선중앙통신(KCNA)</strong>은"),
    (block("「金」は", ("「金」", "*", "*")), "<em>「金」</em>は"),
    (block("北の", ("北", "_", "_")), "<em>北</em>の"),
    (block("김은 make를", ("make", "`", "`")), "김은 `make`를"),
    (block("*김*"), "\\*김\\*"),
    (block("# 김"), "\\# 김"),
    (block("1. 김"), "1\\. 김"),
    (block("2024) 김"), "2024\\) 김"),
    (block("- 김"), "\\- 김"),
    (block("> 김"), "\\> 김"),
    (block("---"), "\\---"),
    (block("    김"), "김"),
    (block("<b>김"), "\\<b\\>김"),
    (block("&amp;"), "\\&amp;"),
    (block("[김]: 이"), "\\[김\\]: 이"),
    (block("[^1]: 김"), "\\[^1\\]: 김"),
    (block("http://a.kp/*b*", ("http://a.kp/*b*", "", "")), "http://a.kp/\\*b\\*"),
    (block("김 #", key="heading"), "김 \\#"),
    (block("# 김", key="heading"), "# 김"),
    (block("김|이", key="cell"), "김\\|이"),
    (block("[김]", key="alt"), "\\[김\\]"),
    (block("김", ("김", "[", "][kim]")), "[김][kim]"),
    (block("김", ("", "**", "**")), "<strong></strong>김"),
]


@pytest.mark.parametrize(("changed", "expected"), WRITTEN,
                         ids=lambda value: getattr(value, "text", ""))
def test_a_changed_slot(changed: Block, expected: str) -> None:
    assert write_slot(changed) == expected


@pytest.mark.parametrize(("raw", "text", "expected"), [
    ("Kim", "김", "김"), ("Kim", "김: 이", '"김: 이"'), ("Kim", "yes", '"yes"'),
    ("'Kim'", "it's", "'it''s'"),
    ('"Kim"', 'a "b"\nc', '"a \\"b\\" c"'), ("Kim", "- 김", '"- 김"')])
def test_a_changed_value_of_the_front_matter(raw: str, text: str, expected: str) -> None:
    assert write_slot(Block("heading", text, raw, key="value")) == expected


def test_line_breaks_keep_what_stands_before_the_next_line() -> None:
    article = read("> Kim  \n> met\n")
    changed = replace(article.blocks[0], text="김 - 만났다", marks=(Mark(Span(2, 2), "  \n> "),))
    assert READER.write(article, [changed]).decode() == "> 김   \n> \\- 만났다\n"


def test_the_frame_of_a_table_stays() -> None:
    article = read("| Kim | a \\| b |\r\n|:--|--:|\r\n")
    blocks = [replace(block, text="가|나") for block in article.blocks]
    assert READER.write(article, blocks).decode() == "| 가\\|나 | 가\\|나 |\r\n|:--|--:|\r\n"
