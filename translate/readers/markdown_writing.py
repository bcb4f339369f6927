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
from typing import Any, Literal

from translate.readers.front_matter import write_value
from translate.readers.markdown_grammar import FOOTNOTE_DEFINITION, grammar
from translate.readers.markdown_inline import Content, read_inline
from translate.readers.markdown_slots import TASK
from translate.records import Block, Mark
from translate.text.nesting import parents, weave

_TAGS = {"*": "em", "_": "em", "**": "strong", "__": "strong", "~~": "del"}
"""The HTML that emphasis stands for; it works where the signs do not."""
_SPECIAL = re.compile(r"[\\`*_\[\]<>~$]|&(?=#?\w+;)|#+$")
_LINE_START = re.compile(
    r"^(?:(?=>|[-+*](?:\s|$)|#{1,6}(?:\s|$)|=+\s*$|(?:[-*_]\s*){3,}$|[-:| ]+$|~{3}|\$\$)"
    r"|(\d{1,9})(?=[.)](?:\s|$)))", re.MULTILINE)
"""What makes a line a quotation, list item, heading, rule, table, fence or formula."""
_CONTINUED = re.compile(r"(?:\r\n|\r|\n)[ \t>]*")
_LABEL = re.compile(r"\]\[(.+)\]")
_LINE = re.compile(r"^[^\n]*", re.MULTILINE)

_Way = tuple[Sequence[Mark], Literal["as it is", "line starts", "all signs"]]
"""The marks, and what is escaped."""


def write_slot(block: Block) -> str:
    """The source of a block whose text or marks have changed."""
    if block.key == "value":
        return write_value(block.raw, block.text)
    block = replace(block, text=re.sub(r"[\r\n\t]", " ", block.text))
    ways = _ways(block)
    return next((_write(block, *way) for way in ways if _reads_back(block, *way)),
                _write(block, *ways[-1]))


def _ways(block: Block) -> list[_Way]:
    """The ways to write the block, the plainest first."""
    marks: Sequence[Mark] = block.marks
    tagged = [replace(mark, open=f"<{_TAGS[mark.open]}>", close=f"</{_TAGS[mark.open]}>")
              if mark.open in _TAGS and mark.close else mark for mark in marks]
    ways: list[_Way] = [(marks, "line starts"), (marks, "all signs"),
                        (tagged, "line starts"), (tagged, "all signs")]
    return ways if block.key == "alt" else [(marks, "as it is"), *ways]


def _write(block: Block, marks: Sequence[Mark], escaped: str) -> str:
    def escape(text: str, protected: bool) -> str:
        if protected:
            return text
        if escaped == "all signs" or block.key == "alt":
            text = _SPECIAL.sub(r"\\\g<0>", text)
        return text.replace("|", "\\|") if block.key == "cell" else text

    source = weave(block.text, marks, escape).strip(" ")
    for line_break in {mark.open for mark in marks if "\n" in mark.open or "\r" in mark.open}:
        source = source.replace(line_break + " ", line_break)
    if escaped == "as it is" or block.key != "paragraph":
        return source
    return _LINE_START.sub(r"\1\\", source)


def _reads_back(block: Block, marks: Sequence[Mark], escaped: str) -> bool:
    """Whether the source, less what a container puts before its lines, says what the block says."""
    plain = [replace(mark, open=_CONTINUED.sub("\n", mark.open),
                     close=_CONTINUED.sub("\n", mark.close)) for mark in marks]
    source = _write(block, plain, escaped)
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
    return _squeeze(text), [
        (mark.open.strip(), mark.close.strip(), mark.protected, depth,
         len(_squeeze(text[:mark.span.start])), _squeeze(mark.span.of(text)))
        for mark, depth in zip(marks, depths)]


def _squeeze(text: str) -> str:
    return "".join(text.split())
