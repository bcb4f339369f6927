"""Translation memories as TMX 1.4b (https://www.gala-global.org/tmx-14b), as other tools exchange them.

What a segment stands between, and where it comes from, is told in the properties that OmegaT writes in
its project memories: `prev`, `next`, `file` and `id`. Inline codes of other tools hold the markup of some
format that the text was taken from; here markup is not part of a text, so they are left out, and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, BinaryIO
from xml.sax.saxutils import escape

from translate import __version__
from translate.errors import InputError
from translate.memory.rows import Approved, Asked

if TYPE_CHECKING:
    from lxml.etree import _Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_PROPERTIES = ("file", "id", "prev", "next")
_NATIVE = ("bpt", "ept", "ph", "it", "ut")
"""Elements that hold code of the original format; a `sub` in it is text apart: a footnote, a title."""
_DATE = "%Y%m%dT%H%M%SZ"
_SPACES = re.compile(" {2,}")
_ILLEGAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold: https://www.w3.org/TR/xml/#charsets."""


@dataclass(slots=True)
class Taken:
    """What was met while a file was read."""

    units: int = 0
    """Translation units."""
    codes: int = 0
    """Inline codes that were left out of texts."""
    incomplete: int = 0
    """Units without a text in one of the two languages."""


def write(rows: Iterable[Approved], source: str) -> Iterator[bytes]:
    """A file of translations from `source`, piece by piece."""
    yield (f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
           f'  <header creationtool="glosswire" creationtoolversion="{__version__}" segtype="sentence" '
           f'o-tmf="glosswire" adminlang="en" srclang="{_escaped(source)}" datatype="plaintext"/>\n'
           "  <body>\n").encode()
    for row in rows:
        yield _unit(row).encode()
    yield b"  </body>\n</tmx>\n"


def _unit(row: Approved) -> str:
    told = (row.origin, row.segment, row.asked.before, row.asked.after)
    lines = ["    <tu>", *(f'      <prop type="{name}">{_escaped(value)}</prop>'
                           for name, value in zip(_PROPERTIES, told) if value)]
    date = f' creationdate="{_date(row.made)}" changedate="{_date(row.made)}"' if row.made else ""
    author = _escaped(" ".join(row.author.split()))
    who = f' creationid="{author}" changeid="{author}"' if author else ""
    for language, text, about in ((row.asked.source, row.asked.text, ""),
                                  (row.asked.target, row.text, date + who)):
        lines += [f'      <tuv xml:lang="{_escaped(language)}"{about}>',
                  f"        <seg>{_escaped(text)}</seg>", "      </tuv>"]
    return "\n".join([*lines, "    </tu>\n"])


def _escaped(text: str) -> str:
    """`text` as XML; a character that XML cannot hold is left out."""
    return escape(_ILLEGAL.sub("", text), {'"': "&quot;", "\r": "&#13;"})


def _date(made: int) -> str:
    return datetime.fromtimestamp(made, timezone.utc).strftime(_DATE)


def read(file: BinaryIO, name: str, source: str, targets: Sequence[str], taken: Taken) -> Iterator[Approved]:
    """The translations from `source` to the languages `targets`, or to every other one where none is
    named, in a file of any size, read piece by piece; what was met is counted in `taken`.

    Raises:
        InputError: It is no TMX, or declares entities.
    """
    from lxml import etree
    try:
        found = etree.iterparse(file, events=("start", "end"), tag=("tmx", "tu"), resolve_entities=False,
                                no_network=True, load_dtd=False, huge_tree=False, remove_comments=True,
                                remove_pis=True)
        for event, element in found:
            if event == "start":
                _check(element, name)
            elif element.tag == "tu":
                yield from _read_unit(element, source, targets, taken)
                _drop(element)
        if found.root.tag != "tmx":
            raise InputError(f"{name}:{found.root.sourceline}: <{found.root.tag}> is no translation memory; it "
                             "begins with <tmx>")
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise InputError(f"{name}:{line}:{column}: no XML that can be read ({error.msg}); export the memory "
                         "again") from error


def _check(element: _Element, name: str) -> None:
    """Refuse entities, when the root begins: what declares them has been read by then."""
    if element.getparent() is not None:
        return
    internal: Any = element.getroottree().docinfo.internalDTD
    if internal is not None and internal.entities():
        raise InputError(f"{name}:1: the file declares entities of its own, which can read other files and grow "
                         "without end; delete the <!ENTITY ...> lines")


def _drop(element: _Element) -> None:
    """Free a unit that is done with, and all before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _read_unit(unit: _Element, source: str, targets: Sequence[str], taken: Taken) -> Iterator[Approved]:
    taken.units += 1
    tuvs = [(tuv.get(LANG) or tuv.get("lang") or "", tuv) for tuv in unit.iterfind("tuv")]
    one = _side(tuvs, source, taken)
    sides = [(target, _side(tuvs, target, taken)) for target in targets or _others(tuvs, source)]
    whole = [(target, *side) for target, side in sides if side] if one else []
    taken.incomplete += not whole
    for target, translation, tuv in whole:
        told = {prop.get("type"): prop.text or "" for element in (unit, tuv) for prop in element.iterfind("prop")}
        origin, segment, before, after = (told.get(name, "") for name in _PROPERTIES)
        author = _attribute(("changeid", "creationid"), tuv, unit)
        made = _moment(_attribute(("changedate", "creationdate"), tuv, unit))
        asked = Asked(one[0] if one else "", before, after, source, target)
        yield Approved(asked, translation, origin, segment, author, made)


def _others(tuvs: Sequence[tuple[str, _Element]], source: str) -> list[str]:
    """The codes of the languages of a unit beside `source`."""
    return list(dict.fromkeys(tag.lower().replace("_", "-").split("-")[0] for tag, _ in tuvs
                              if tag and not is_language(tag, source)))


def _attribute(names: Sequence[str], *elements: _Element) -> str:
    """The first of the attributes that one of the elements has, the elements in order."""
    return next((value for element in elements for name in names if (value := element.get(name))), "")


def _side(tuvs: Sequence[tuple[str, _Element]], code: str, taken: Taken) -> tuple[str, _Element] | None:
    """The text in a language and its element, the language by its code or else a regional form of it."""
    variants = [(tag.lower() != code.lower(), tuv) for tag, tuv in tuvs if is_language(tag, code)]
    for _, tuv in sorted(variants, key=lambda variant: variant[0]):
        segment = tuv.find("seg")
        text = _text(segment, taken) if segment is not None else ""
        if text:
            return text, tuv
    return None


def is_language(written: str, code: str) -> bool:
    """Whether a language tag as files have it (ko, ko-KR, KO_KR) is of the language `code`."""
    tag, wanted = (each.lower().replace("_", "-") for each in (written, code))
    return tag == wanted or tag.split("-")[0] == wanted


def _text(segment: _Element, taken: Taken) -> str:
    """The text of a segment; where a code stood between two spaces one is left."""
    text = _flat(segment, taken).strip()
    return _SPACES.sub(" ", text) if len(segment) else text


def _flat(element: _Element, taken: Taken) -> str:
    """The text within a segment: codes go, what they enclose stays."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag in _NATIVE:
            taken.codes += 1
        elif isinstance(child.tag, str):
            pieces.append(_flat(child, taken))
        pieces.append(child.tail or "")
    return "".join(pieces)


def _moment(date: str) -> int:
    """Seconds since 1970 of a TMX date; 0 for anything else."""
    try:
        return int(datetime.strptime(date, _DATE).replace(tzinfo=timezone.utc).timestamp())
    except ValueError:
        return 0
