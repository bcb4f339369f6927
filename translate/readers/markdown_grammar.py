"""The Markdown we read: CommonMark with tables, strikethrough, footnotes and math, and with
positions.

markdown-it-py tells the lines of a block but not where an inline token stands. Its rules are
wrapped here so that each token they make knows the stretch of the source it was made from.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

    InlineRule = Callable[[StateInline, bool], bool]

FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
FOOTNOTE_DEFINITION = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_MATH = re.compile(r"\$(?!\s)([^$\n]*[^$\s\\])\$(?!\d)")
_FORMULA = re.compile(r"[\\^_{}=]|^[A-Za-z]$")
"""A news text is full of dollars: what stands between two is a formula only with a sign of one."""
_LONGEST_FORMULA = 100
"""Lines; a limit keeps a file of `$$` lines from being searched through for each of them."""
_CONSTRUCTS = ("link", "image", "backticks", "autolink", "newline", "escape", "html_inline")


@cache
def grammar() -> MarkdownIt:
    """The parser; its `parse` leaves inline content alone, `inline.parse` is for one slot."""
    from markdown_it import MarkdownIt, rules_inline

    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    markdown.core.ruler.enableOnly(["normalize", "block"])
    markdown.inline.ruler2.disable("fragments_join")
    for name in _CONSTRUCTS:
        rule = getattr(rules_inline, name.removesuffix("s"))
        markdown.inline.ruler.at(name, _placed_link if name == "link" else _placed(rule))
    markdown.inline.ruler.before("link", "footnote", _placed(_footnote))
    markdown.inline.ruler.before("escape", "math", _placed(_math))
    markdown.block.ruler.before("reference", "footnote", _footnote_text,
                                {"alt": ["paragraph"]})
    markdown.block.ruler.before("fence", "math", _math_block,
                                {"alt": ["paragraph", "reference", "blockquote", "list"]})
    return markdown


def _placed(rule: InlineRule) -> InlineRule:
    """`rule`, with the stretch of the source in the `meta` of the tokens that it makes."""
    def place(state: StateInline, silent: bool) -> bool:
        start, made = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[made:]:
            token.meta.setdefault("span", (start, state.pos))
        return True
    return place


def _placed_link(state: StateInline, silent: bool) -> bool:
    """The link rule; its closing token stands where the label ends."""
    from markdown_it.rules_inline import link

    start = state.pos
    if not _placed(link)(state, silent):
        return False
    if not silent:
        end = state.md.helpers.parseLinkLabel(state, start, True)
        state.tokens[-1].meta.update(span=(end, state.pos), label_start=start + 1)
    return True


def _footnote(state: StateInline, silent: bool) -> bool:
    return _take(state, silent, FOOTNOTE.match(state.src, state.pos, state.posMax), "footnote_ref")


def _math(state: StateInline, silent: bool) -> bool:
    match = _MATH.match(state.src, state.pos, state.posMax)
    formula = match and _FORMULA.search(match[1])
    return _take(state, silent, match if formula else None, "math_inline")


def _take(state: StateInline, silent: bool, match: re.Match[str] | None, kind: str) -> bool:
    if match is None:
        return False
    if not silent:
        state.push(kind, "", 0)
    state.pos = match.end()
    return True


def _footnote_text(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """A footnote ends the paragraph before it, and is one itself: no definition of a link."""
    from markdown_it.rules_block import paragraph

    if not FOOTNOTE_DEFINITION.match(_line(state, line)):
        return False
    return silent or paragraph(state, line, end_line, False)


def _math_block(state: StateBlock, line: int, end_line: int, silent: bool) -> bool:
    """`$$` to `$$`, over lines; without an end it is text."""
    first = _line(state, line)
    if not first.startswith("$$"):
        return False
    last = line
    if len(first) < 4 or not first.endswith("$$"):
        last = next((number for number in range(line + 1, min(end_line, line + _LONGEST_FORMULA))
                     if _line(state, number).endswith("$$")), -1)
        if last < 0:
            return False
    if not silent:
        state.push("math_block", "", 0).map = [line, last + 1]
        state.line = last + 1
    return True


def _line(state: StateBlock, number: int) -> str:
    """The line without white space at its ends; empty where the container ends before it."""
    if state.sCount[number] < state.blkIndent:
        return ""
    return state.src[state.bMarks[number] + state.tShift[number]:state.eMarks[number]].rstrip()
