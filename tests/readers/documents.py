"""Strategies for documents: honest ones, and ones that nobody would write."""

from __future__ import annotations

import json

from hypothesis import strategies as st

WORDS = ("Kim", "the", "launch", "U.S.", "(KCNA)", "1,000", "said.", "“no”", "—", "A&B", "a_b",
         "5*3", "조선중앙통신은", "発射", "x<y", "C#", "snake_case_name", "[1]", "$5", "é", "🚀",
         "`", "\\", "www.kcna.kp/a_b*c", "desk@kcna.kp")
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
line_ends = st.sampled_from(("\n", "\r\n", "\r"))
byte_order_marks = st.sampled_from(("", "", "\ufeff"))


def lines_of(pieces: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Documents of such lines: one kind of line end, perhaps a byte order mark, perhaps no end."""
    def build(lines: list[str], end: str, mark: str, last: str) -> str:
        return mark + "\n".join(lines).replace("\n", end) + last
    return st.builds(build, st.lists(pieces, max_size=12), line_ends, byte_order_marks,
                     st.sampled_from(("", "\n", "\r\n", " ")))


def noise(signs: str) -> st.SearchStrategy[str]:
    """Text that is mostly markup."""
    return st.text(st.sampled_from(signs + "ab \n\t한"), max_size=60)


def fill(form: str, *values: st.SearchStrategy[str] | tuple[str, ...]) -> st.SearchStrategy[str]:
    """`form` with its places filled."""
    return st.builds(form.format, *(value if isinstance(value, st.SearchStrategy)
                                    else st.sampled_from(value) for value in values))


txt = lines_of(st.one_of(
    words,
    st.sampled_from(("", "", "  ", "\t", "-----", "12 34", "\u3000", "\x0c", "\ufeff")),
    fill("{}{}{}", (" ", "\t", "- ", "• ", "1. ", "\u3000", "  * "), words,
         ("", "  ", "\t", "\u00a0")),
    fill("{}\t{}", words, words),
    st.just("North Korea fired a ballistic missile off its east coast on Sunday, the South's"),
    st.just("military said, the latest in a series of tests. It flew 600 kilometers before it"),
))


def _richer(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        fill("{} {}", inner, inner),
        fill("{0}{1}{0}", ("*", "**", "_", "__", "~~", "`", "``", "$"), inner),
        fill("[{}]({})", inner, ("http://a.b", "<x y>", 'u "t"', "(", "")),
        fill("[{}]{}", inner, ("", "[ref]", "[]", "[no]")),
        fill("{} ![{}](x.png){}", inner, ("Kim", "a photo (1)", ""), ("", " ")),
        fill("<{0}>{1}</{0}>", ("b", "code", "a href='x'", "span"), inner),
        fill("{}{}", inner, ("<br>", "<b>", "</i>", "<!-- c -->", "[^1]", "  ", "<http://x.y>",
                             "&amp;", "&nbsp;", "\\*", "\\")),
    )


_inline = st.recursive(words, _richer, max_leaves=5)
_block = st.one_of(
    _inline,
    st.just(""),
    fill("{}\n{}", _inline, _inline),
    fill("{}  \n{}", _inline, _inline),
    fill("{}\\\n{}", words, words),
    fill("{} {}{}", ("#", "###", "-", "1.", ">", "> >", "- [ ]", "    ", "- >"), _inline,
         ("", " #", "\n")),
    fill("> {}\n> {}\n{}", _inline, _inline, words),
    fill("- {}\n  {}\n\n  {}\n", _inline, words, _inline),
    fill("{}\n===", _inline),
    fill("| {} | {} |\n|---|:-:|\n| {} | |\n{} | {}\n", words, words, _inline, words, words),
    st.sampled_from(("```\ncode\n```", "~~~ x", "---", "<div>\nhtml\n</div>", "[ref]: http://x 'y'",
                     "$$\nx\n$$", "[^1]: note text", "[^2]: more", "<!-- c", "***", "+++",
                     "title: Kim")),
)
_front_values = ("Kim said", '"Kim \\"x\\""', "'It''s'", "|\n  folded", "[a, b]", "a: b")
markdown = st.one_of(
    lines_of(_block),
    lines_of(noise("*_`[]()<>!#-|\\&$~:=>1.^")),
    fill("---\ntitle: {}\ndate: 1\n---\n\n{}", _front_values,
         lines_of(_block).map(lambda text: text.lstrip("\ufeff"))),
)

_attributes = ("", " class=x", " title=\"a > b\"", " translate=no", " alt='it is'", " a=\"b", " /",
               " class='notranslate x'")
_elements = ("p", "b", "i", "a", "span", "div", "li", "td", "h1", "pre", "code", "svg", "title",
             "figcaption", "em", "x-y", "B")
_html_piece = st.one_of(
    words,
    st.sampled_from((" ", "\n  ", "&amp;", "&nbsp;", "&#x41;", "&bogus;", "<", "</", "<!", "<p",
                     "< p >")),
    fill("<{}{}>", _elements, _attributes),
    fill("</{}>", _elements),
    fill("<{0}{1}>{2}</{0}>", _elements, _attributes, words),
    st.sampled_from(("<br>", "<br/>", "<img src=x alt=\"A photo\">", "<!-- c -->", "<!-->",
                     "<?php x ?>", "<script>if (a<b) '<p>'</script>", "<style>p{}</style>",
                     "<![CDATA[x]]>",
                     "<hr>",
                     "<meta name=\"description\" content=\"Kim's launch\">", "<!DOCTYPE html>",
                     "<textarea>x")),
)
html = st.one_of(lines_of(st.lists(_html_piece, max_size=8).map("".join)),
                 lines_of(noise("<>/=\"'!-&;pb?")))

_values = st.one_of(words, st.none(), st.integers(), st.booleans(), st.lists(words, max_size=3),
                    st.lists(words, max_size=3).map("\n\n".join), st.text(max_size=20),
                    st.dictionaries(st.sampled_from(("text", "x")), words, max_size=2))
_keys = st.sampled_from(("text", "title", "id", "é", "body", "text.x"))


def _dump(value: object, ascii_only: bool, space: str) -> str:
    separators = (space + ",", ": " + space)
    return json.dumps(value, ensure_ascii=ascii_only, separators=separators) + space


_json_line = st.one_of(
    st.builds(_dump, st.dictionaries(_keys, _values, max_size=4), st.booleans(),
              st.sampled_from(("", " ", "\t"))),
    st.sampled_from(("", "{", "[1]", '{"text": "cut', '"text"', "nonsense",
                     '{"text": "\\ud800 a\\/b \\u0041"}')),
)
jsonl = lines_of(_json_line).map(lambda text: text + '\n{"text": "Kim said."}')
