"""Small changes to the text of an XML file, which leave every other byte as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from translate.readers.xliff_inline import escape_value
from translate.readers.xml_nodes import Node

_ATTRIBUTE = re.compile(r"""\s+([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_NAME = re.compile(r"</?([^\s/>]+)")
_INDENT = re.compile(r"(?:\r\n|\n|\r)[ \t]*\Z")


class Edit(NamedTuple):
    """A stretch of the text and what to put there."""

    start: int
    end: int
    text: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with `edits`, which do not overlap, made."""
    pieces: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        pieces += [text[done:edit.start], edit.text]
        done = edit.end
    pieces.append(text[done:])
    return "".join(pieces)


def with_attribute(tag: str, name: str, value: str) -> str:
    """The start tag `tag` with an attribute set, in its place where it has it, else as its last."""
    quoted = escape_value(value)
    found = _NAME.match(tag)
    place = found.end() if found else 0
    while match := _ATTRIBUTE.match(tag, place):
        if match[1] == name:
            group = 2 if match[2] is not None else 3
            quoted = quoted if group == 2 else quoted.replace("'", "&#39;")
            return tag[:match.start(group)] + quoted + tag[match.end(group):]
        place = match.end()
    return f'{tag[:place]} {name}="{quoted}"{tag[place:]}'


def tag_name(text: str, node: Node) -> str:
    """The name of an element as it is written, with its prefix."""
    found = _NAME.match(text, node.start)
    return found[1] if found else node.name


def indent_before(text: str, node: Node) -> str:
    """The line break and indent that `node` stands behind; empty where it does not begin a line."""
    found = _INDENT.search(text[max(0, node.start - 200):node.start])
    return found[0] if found else ""
