"""Word documents: the text of paragraphs, tables, headers, footers and notes is replaced.

The package is a ZIP archive of XML files. Those that hold text are edited in place; all other members
are copied as they are (https://ecma-international.org/publications-and-standards/standards/ecma-376/).
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.errors import InputError, OutputError
from translate.readers.docx_runs import SPACES, Content, contents
from translate.readers.encoding import Decoded, decode, declared_encoding
from translate.readers.intake import SIZE_LIMIT
from translate.readers.parts import cut, has_prose
from translate.readers.xml_edit import Edit, apply
from translate.readers.xml_nodes import Node, parse_xml
from translate.records import Article, Block

_MEMBER = re.compile(r"word/(document|footnotes|endnotes|header|footer)\d*\.xml")
_ORDER = ("document", "footnotes", "endnotes", "header", "footer")
_MOST_MEMBERS = 10_000
_LARGEST = 4 * SIZE_LIMIT
"""Bytes of all members, unpacked."""
_HEADING = re.compile(r"heading|title|subtitle", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DocxReader:
    """Reads and writes `.docx`."""

    name: str = "docx"
    suffixes: tuple[str, ...] = (".docx",)

    def read(self, data: bytes, name: str, language: str) -> Article:
        """As `Reader.read`; the parts are the text of the members that hold any, one behind the other."""
        parts: list[str | Block] = []
        for member, decoded in _members(data, name):
            slots = [(content.start, content.end, block)
                     for content, block in _slots(decoded.text, f"{name}!{member}", member)]
            parts += cut(decoded, slots)
        return Article(name, language, self.name, tuple(parts), package=data)

    def write(self, article: Article, blocks: Sequence[Block]) -> bytes:
        """As `Reader.write`; a package in which nothing changes is returned as it is."""
        own = article.blocks
        if len(blocks) != len(own):
            raise OutputError(f"{article.name}: {len(blocks)} translated blocks for {len(own)} slots: "
                              "pass one for each, in order")
        given = zip(own, blocks)
        changed: dict[str, bytes] = {}
        for member, decoded in _members(article.package, article.name):
            slots = _slots(decoded.text, f"{article.name}!{member}", member)
            edits = [Edit(content.start, content.end, content.write(new))
                     for (content, _), (old, new) in zip(slots, given)
                     if new.text != old.text or new.marks != old.marks]
            if edits:
                text = decoded.mark + apply(decoded.text, edits)
                changed[member] = text.encode(decoded.encoding, "xmlcharrefreplace")
        return _packed(article.package, changed) if changed else article.package


def _members(data: bytes, name: str) -> Iterator[tuple[str, Decoded]]:
    """The members of a package that hold text, in reading order."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = _checked(archive, name)
            for member in sorted(found, key=lambda each: (_ORDER.index(found[each]), len(each), each)):
                content = archive.read(member)
                yield member, decode(content, f"{name}!{member}", "en", declared_encoding(content))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError) as error:
        raise InputError(f"{name}: no Word document that can be read ({error}): open it in Word, without "
                         "a password, and save it as .docx") from error
    except zlib.error as error:
        raise InputError(f"{name}: a damaged Word document ({error}): save it again") from error


def _checked(archive: zipfile.ZipFile, name: str) -> dict[str, str]:
    """The members that hold text, and of which kind each is."""
    infos = archive.infolist()
    size = sum(info.file_size for info in infos)
    if len(infos) > _MOST_MEMBERS or size > _LARGEST:
        raise InputError(f"{name}: {len(infos):,} members of {size:,} bytes unpacked: no document is like "
                         "that, leave it out")
    found = {info.filename: match[1] for info in infos if (match := _MEMBER.fullmatch(info.filename))}
    if "document" not in found.values():
        raise InputError(f"{name}: a ZIP archive, but no Word document: there is no word/document.xml in it")
    return found


def _slots(text: str, name: str, member: str) -> Iterator[tuple[Content, Block]]:
    number = 0
    for paragraph, kind in _paragraphs(parse_xml(text, name).root, "paragraph"):
        for content in contents(text, paragraph):
            number += 1
            block = content.block(text[content.start:content.end], kind, f"{member}#{number}")
            if has_prose(block.text, block.marks):
                yield content, block


def _paragraphs(node: Node, kind: str) -> Iterator[tuple[Node, str]]:
    """The paragraphs below `node` with their kinds, from left to right."""
    for child in node.elements:
        if child.name == "p" and child.space in SPACES and child.inner_end < child.end:
            yield child, _kind(child) if kind == "paragraph" else kind
        yield from _paragraphs(child, "cell" if child.name == "tc" else kind)


def _kind(paragraph: Node) -> str:
    properties = paragraph.first("pPr")
    style = properties.first("pStyle") if properties else None
    named = " ".join(style.attributes.values()) if style else ""
    if _HEADING.match(named):
        return "heading"
    is_item = properties is not None and properties.first("numPr") is not None
    return "item" if is_item or named.startswith("List") else "paragraph"


def _packed(package: bytes, changed: dict[str, bytes]) -> bytes:
    """The package with other content in some members, in the same order and with the same times."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(written, "w") as new:
        for info in old.infolist():
            content = changed.get(info.filename)
            new.writestr(_like(info), old.read(info) if content is None else content)
        new.comment = old.comment
    return written.getvalue()


def _like(info: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member as `info`, without what was measured of its old content."""
    made = zipfile.ZipInfo(info.filename, info.date_time)
    made.compress_type, made.external_attr = info.compress_type, info.external_attr
    made.create_system, made.comment = info.create_system, info.comment
    return made
