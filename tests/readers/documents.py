"""Strategies for documents: honest ones, and ones that nobody would write."""

from __future__ import annotations

import json

from hypothesis import strategies as st

WORDS = ("Kim", "the", "launch", "U.S.", "(KCNA)", "1,000", "said.", "“no”", "—", "A&B", "a_b", "5*3",
         "조선중앙통신은", "発射", "x<y", "C#", "snake_case_name", "[1]", "$5", "é", "🚀", "`", "\\",
         "www.kcna.kp/a_b*c", "desk@kcna.kp")
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
line_ends = st.sampled_from(("\n", "\r\n", "\r"))
byte_order_marks = st.sampled_from(("", "", "\ufeff"))


def lines_of(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Documents of such lines, with one kind of line end, perhaps a byte order mark, perhaps no end."""
    def build(lines: list[str], end: str, mark: str, last: str) -> str:
        return mark + "\n".join(lines).replace("\n", end) + last
    return st.builds(build, st.lists(pieces, max_size=12), line_ends, byte_order_marks,
                     st.sampled_from(("", "\n", "\r\n", " ")))


def noise(signs: str) -> st.SearchStrategy[str]:
    """Text that is mostly markup."""
    return st.text(st.sampled_from(signs + "ab \n\t한"), max_size=60)


txt = lines_of(st.one_of(
    words, st.just(""), st.sampled_from(("  ", "\t", "-----", "12 34", "\u3000", "\x0c", "\ufeff")),
    st.builds("{}{}{}".format, st.sampled_from((" ", "\t", "- ", "• ", "1. ", "\u3000", "  * ")), words,
              st.sampled_from(("", "  ", "\t", "\u00a0"))),
    st.builds("{}\t{}".format, words, words),
    st.just("North Korea fired a ballistic missile off its east coast on Sunday, the South's"),
    st.just("military said, the latest in a series of tests. It flew 600 kilometers before it"),
))

_inline = st.recursive(words, lambda inner: st.one_of(
    st.builds("{} {}".format, inner, inner),
    st.builds("{0}{1}{0}".format, st.sampled_from(("*", "**", "_", "__", "~~", "`", "``", "$")), inner),
    st.builds("[{}]({})".format, inner, st.sampled_from(("http://a.b", "<x y>", 'u "t"', "(", ""))),
    st.builds("[{}]{}".format, inner, st.sampled_from(("", "[ref]", "[]", "[no]"))),
    st.builds("{} ![{}](x.png){}".format, inner, st.sampled_from(("Kim", "a photo (1)", "")),
              st.sampled_from(("", " "))),
    st.builds("<{0}>{1}</{0}>".format, st.sampled_from(("b", "code", "a href='x'", "span")), inner),
    st.builds("{}{}".format, inner, st.sampled_from(("<br>", "<b>", "</i>", "<!-- c -->", "[^1]", "  ",
                                                    "<http://x.y>", "&amp;", "&nbsp;", "\\*", "\\"))),
), max_leaves=5)
_markdown_block = st.one_of(
    _inline, st.just(""), st.builds("{}\n{}".format, _inline, _inline),
    st.builds("{}  \n{}".format, _inline, _inline), st.builds("{}\\\n{}".format, words, words),
    st.builds("{} {}{}".format, st.sampled_from(("#", "###", "-", "1.", ">", "> >", "- [ ]", "    ", "- >")),
              _inline, st.sampled_from(("", " #", "\n"))),
    st.builds("> {}\n> {}\n{}".format, _inline, _inline, words),
    st.builds("- {}\n  {}\n\n  {}\n".format, _inline, words, _inline),
    st.builds("{}\n===".format, _inline),
    st.builds("| {} | {} |\n|---|:-:|\n| {} | |\n{} | {}\n".format, words, words, _inline, words, words),
    st.sampled_from(("```\ncode\n```", "~~~ x", "---", "<div>\nhtml\n</div>", "[ref]: http://x 'y'", "$$\nx\n$$",
                     "[^1]: note text", "[^2]: more", "<!-- c", "***", "+++", "title: Kim")),
)
markdown = st.one_of(
    lines_of(_markdown_block), lines_of(noise("*_`[]()<>!#-|\\&$~:=>1.^")),
    st.builds("---\ntitle: {}\ndate: 1\n---\n\n{}".format, st.sampled_from(
        ("Kim said", '"Kim \\"x\\""', "'It''s'", "|\n  folded", "[a, b]", "a: b")),
        lines_of(_markdown_block).map(lambda text: text.lstrip("\ufeff"))))

_attributes = st.sampled_from(("", " class=x", " title=\"a > b\"", " translate=no", " alt='it is'", " a=\"b", " /",
                               " class='notranslate x'"))
_element = st.sampled_from(("p", "b", "i", "a", "span", "div", "li", "td", "h1", "pre", "code", "svg", "title",
                            "figcaption", "em", "x-y", "B"))
_html_piece = st.one_of(
    words, st.sampled_from((" ", "\n  ", "&amp;", "&nbsp;", "&#x41;", "&bogus;", "<", "</", "<!", "<p", "< p >")),
    st.builds("<{}{}>".format, _element, _attributes), st.builds("</{}>".format, _element),
    st.builds("<{0}{1}>{2}</{0}>".format, _element, _attributes, words),
    st.sampled_from(("<br>", "<br/>", "<img src=x alt=\"A photo\">", "<!-- c -->", "<!-->", "<?php x ?>",
                     "<script>if (a<b) '<p>'</script>", "<style>p{}</style>", "<![CDATA[x]]>", "<hr>",
                     "<meta name=\"description\" content=\"Kim's launch\">", "<!DOCTYPE html>", "<textarea>x")),
)
html = st.one_of(lines_of(st.lists(_html_piece, max_size=8).map("".join)),
                 lines_of(noise("<>/=\"'!-&;pb?")))

_values = st.one_of(words, st.none(), st.integers(), st.booleans(), st.lists(words, max_size=3),
                    st.lists(words, max_size=3).map("\n\n".join), st.text(max_size=20),
                    st.dictionaries(st.sampled_from(("text", "x")), words, max_size=2))
_objects = st.dictionaries(st.sampled_from(("text", "title", "id", "é", "body", "text.x")), _values, max_size=4)


def _dump(value: object, ascii_only: bool, indent: str) -> str:
    return json.dumps(value, ensure_ascii=ascii_only, separators=(indent + ",", ": " + indent)) + indent


jsonl = st.builds("{}\n{}".format, st.just('{"text": "Kim said."}'), lines_of(st.one_of(
    st.builds(_dump, _objects, st.booleans(), st.sampled_from(("", " ", "\t"))),
    st.sampled_from(("", "{", "[1]", '{"text": "cut', '"text"', '{"text": "\\ud800 a\\/b \\u0041"}', "nonsense")))))
