"""A changed Markdown slot as source that reads back as what it should say.

Markdown has no escape that is always right: `**「金」**は` is no bold, for a closing `**` may not stand
between a bracket and a letter, and escaping every sign would fill Korean text with backslashes. So
the plainest way to write a slot is tried first, read back, and given up for a safer one only if the
text or the marks would come out different.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Any, Literal

from translate.readers.front_matter import write_value
from translate.readers.markdown_grammar import FOOTNOTE_DEFINITION, grammar
from translate.readers.markdown_inline import Content, read_inline
from translate.readers.markdown_slots import TASK
from translate.records import Block, Mark, Span
from translate.text.nesting import is_point, parents, weave

_TAGS = {"*": "em", "_": "em", "**": "strong", "__": "strong", "~~": "del"}
_CODE = re.compile(r"`+ ?")
_SPECIAL = re.compile(r"[\\`*_\[\]<>~$]|&(?=#?\w+;)|#+$")
_LINE_START = re.compile(
    r"(\A|\n\0+)(?:(?=>|[-+*](?:\s|$)|#{1,6}(?:\s|$)|=+\s*$|(?:[-*_]\s*){3,}$|[-:| ]+$|~{3}|\$\$)"
    r"|(\d{1,9})(?=[.)](?:\s|$)))", re.MULTILINE)
"""What makes a line a quotation, list item, heading, rule, table, fence or formula."""
_CONTINUED = re.compile(r"(?:\r\n|\r|\n)[ \t>]*")
"""A line break in a mark, with what the block's container puts before the next line."""
_CODED = re.compile(r"\n(\0+)")
_HARD_BREAK = re.compile(r"(?: *|\\)\n\0+")
_LABEL = re.compile(r"\]\[(.+)\]")
_LINE = re.compile(r"^[^\n]*", re.MULTILINE)

_Way = tuple[Sequence[Mark], Literal["as it is", "line starts", "all signs"]]
"""The marks, and what is escaped."""


def write_slot(block: Block) -> str:
    """The source of a block whose text or marks have changed."""
    if block.key == "value":
        return write_value(block.raw, block.text)
    block = replace(block, text=re.sub(r"[\r\n\0]", " ", block.text))
    ways = _ways(block)
    way = next((way for way in ways if _reads_back(block, *way)), ways[-1])
    source = _write(block, *way)
    continued = _continued(block.marks)
    return _CODED.sub(lambda match: continued[len(match[1]) - 1], source)


def _ways(block: Block) -> list[_Way]:
    """The ways to write the block, the plainest first."""
    continued = _continued(block.marks)
    marks = [replace(mark, open=_code(mark.open, continued), close=_code(mark.close, continued))
             for mark in block.marks]
    tagged = [_tagged(mark) for mark in marks]
    ways: list[_Way] = [(marks, "line starts"), (marks, "all signs"),
                        (tagged, "line starts"), (tagged, "all signs"),
                        (_without_first_tag(tagged, len(block.text)), "all signs")]
    return ways if block.key == "alt" else [(marks, "as it is"), *ways]


def _tagged(mark: Mark) -> Mark:
    """Emphasis, code and line breaks as the HTML they stand for: it works where signs do not."""
    if _HARD_BREAK.fullmatch(mark.open):
        return replace(mark, open="<br>")
    tag = "code" if _CODE.fullmatch(mark.open) else _TAGS.get(mark.open)
    return replace(mark, open=f"<{tag}>", close=f"</{tag}>") if tag and mark.close else mark


def _without_first_tag(marks: Sequence[Mark], end: int) -> list[Mark]:
    """Comments and lone tags moved from the start to the end: the start would be an HTML block."""
    first = [mark for mark in marks if not mark.span.end and not mark.depth and is_point(mark)
             and mark.open.startswith("<")]
    rest = [mark for mark in marks if mark not in first]
    return rest + [replace(mark, span=Span(end, end)) for mark in first]


def _continued(marks: Sequence[Mark]) -> list[str]:
    """The different line breaks in the marks."""
    raws = (raw for mark in marks for raw in (mark.open, mark.close))
    return sorted({found for raw in raws for found in _CONTINUED.findall(raw)})


def _code(raw: str, continued: Sequence[str]) -> str:
    """Its line breaks as LF and NULs that number them: what follows is known to begin a line."""
    return _CONTINUED.sub(lambda match: "\n" + "\0" * (continued.index(match[0]) + 1), raw)


def _write(block: Block, marks: Sequence[Mark], escaped: str) -> str:
    """The source, its line breaks coded."""
    def escape(text: str, keeper: Mark | None) -> str:
        if keeper and keeper.open and not keeper.close.startswith("</"):
            return text
        if escaped == "all signs" or block.key == "alt":
            text = _SPECIAL.sub(r"\\\g<0>", text)
        return text.replace("|", "\\|") if block.key == "cell" else text

    source = weave(block.text, marks, escape).strip(" \t")
    source = re.sub(r"(?<=\0) +", "", source)
    if escaped == "as it is" or block.key != "paragraph":
        return source
    return _LINE_START.sub(r"\1\2\\", source)


def _reads_back(block: Block, marks: Sequence[Mark], escaped: str) -> bool:
    """Whether the source, less what a container puts before its lines, says what the block says."""
    source = _write(block, marks, escaped).replace("\0", "")
    plain = [replace(mark, open=mark.open.replace("\0", ""), close=mark.close.replace("\0", ""))
             for mark in marks]
    references = _references(plain)
    if block.key in ("paragraph", "heading") and not _is_one_block(block.key, source, references):
        return False
    content = Content(source, [match.span() for match in _LINE.finditer(source)])
    return _shape(*read_inline(content, references)) == _shape(block.text, plain)


def _is_one_block(form: str, source: str, references: Mapping[str, Any]) -> bool:
    if FOOTNOTE_DEFINITION.match(source) or TASK.match(source):
        return False
    whole = f"# {source}" if form == "heading" else source
    tokens = grammar().parse(whole, {"references": dict(references)})
    inner = [(token.type, token.content) for token in tokens[1:-1]]
    return inner == [("inline", source.strip())]


def _references(marks: Sequence[Mark]) -> dict[str, Any]:
    """Definitions for the labels of the links, so that they are read as links."""
    from markdown_it.common.utils import normalizeReference

    labels = filter(None, (_LABEL.fullmatch(mark.close) for mark in marks))
    return {normalizeReference(label[1]): {"href": "#", "title": ""} for label in labels}


def _shape(text: str, marks: Sequence[Mark]) -> tuple[str, list[tuple[object, ...]]]:
    """What must come out the same: text, marks and nesting, whatever the white space."""
    depths: list[int] = []
    for parent in parents(marks):
        depths.append(depths[parent] + 1 if parent >= 0 else 0)
    signs = [character for character in text if not character.isspace()]
    before = [0, *accumulate(not character.isspace() for character in text)]
    return "".join(signs), [
        (mark.open.strip(), mark.close.strip(), mark.protected, depth,
         before[mark.span.start], before[mark.span.end])
        for mark, depth in zip(marks, depths)]
