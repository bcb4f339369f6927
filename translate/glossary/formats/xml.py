"""XML from strangers: no entities, no network, no tree without bound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from translate.errors import InputError
from translate.glossary.formats.tables import MAX_BYTES

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANK = " \t\r\n"
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no way to write: https://www.w3.org/TR/xml/#charsets."""


def parse(data: bytes, path: str) -> _Element:
    """The root element of `data`.

    Raises:
        InputError: It is no XML, too large, or declares entities of its own.
    """
    from lxml import etree
    if len(data) > MAX_BYTES:
        raise InputError(f"{path}: {len(data) / 1e6:,.0f} MB, and a glossary may have "
                         f"{MAX_BYTES // 1_000_000} MB; split it")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
                             remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InputError(f"{path}:{line}:{column}: no XML that can be read ({error.msg}); export the file "
                         "again, or name its --format") from error
    internal: Any = root.getroottree().docinfo.internalDTD
    if internal is not None and internal.entities():
        raise InputError(f"{path}:1: the file declares entities of its own, which can read other files and "
                         "grow without end; delete the <!ENTITY ...> lines")
    return root


def name_of(element: _Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: _Element, *names: str) -> list[_Element]:
    """The elements within `element` that are called one of `names`, whatever their namespace."""
    return [child for child in element if isinstance(child.tag, str) and name_of(child) in names]


def text_of(element: _Element) -> str:
    """All text within `element`, without the white space of its layout."""
    whole = "".join(str(part) for part in element.itertext())
    return "\n".join(filter(None, (line.strip(_BLANK) for line in whole.splitlines()))).strip(_BLANK)


def line_of(element: _Element) -> int:
    """The line that `element` begins in."""
    line: Any = element.sourceline
    return int(line or 1)


def is_writable(text: str) -> bool:
    """Whether XML can hold `text` so that it is read back unchanged."""
    return not _ILLEGAL.search(text) and "\r" not in text and text == "\n".join(
        filter(None, (line.strip(_BLANK) for line in text.splitlines())))
