"""TBX in the four forms that tools ask for: Basic in two styles, Core, and the one of 2008.

Namespaces and categories are those of the public dialects (https://www.tbxinfo.net/tbx-dialects/).
TBX-Core has no data categories, so all it can hold is said in notes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translate.glossary.formats import tbx_terms
from translate.glossary.formats.facts import Fact
from translate.glossary.formats.interface import Exchange, Exported, Ledger
from translate.glossary.formats.xml import is_writable
from translate.records import Entry

if TYPE_CHECKING:
    from lxml.etree import _Element

_XML = "{http://www.w3.org/XML/1998/namespace}"
_ISO = "urn:iso:std:iso:30042:ed-2"
_MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}
_HOMES = {"administrativeStatus": ("min", "termNote"), "customerSubset": ("min", "admin"),
          "termType": ("basic", "termNote")}
"""The module of a category in DCT style, its element in DCA style."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """One of the forms."""

    style: str
    """dca | dct | core | martif."""
    type: str
    entry: str = "conceptEntry"
    language: str = "langSec"
    term: str = "termSec"


BASIC = Dialect("dca", "TBX-Basic")
BASIC_DCT = Dialect("dct", "TBX-Basic")
CORE = Dialect("core", "TBX-Core")
MARTIF = Dialect("martif", "TBX-Basic", "termEntry", "langSet", "tig")


def write_basic(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """TBX-Basic of 2019, categories as attributes."""
    return _write(entries, exchange, BASIC)


def write_dct(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """TBX-Basic of 2019, categories as elements."""
    return _write(entries, exchange, BASIC_DCT)


def write_core(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """TBX-Core of 2019."""
    return _write(entries, exchange, CORE)


def write_martif(entries: Sequence[Entry], exchange: Exchange) -> Exported:
    """TBX-Basic of 2008, which Weblate, OmegaT and the Translate Toolkit read."""
    return _write(entries, exchange, MARTIF)


def _write(entries: Sequence[Entry], exchange: Exchange, dialect: Dialect) -> Exported:
    from lxml import etree
    ledger = Ledger(entries, exchange)
    root, body = _frame(exchange, dialect)
    for entry in entries:
        facts = [fact for fact in ledger.facts(entry.id) if is_writable(fact.value)
                 and is_writable(fact.profile)]
        said = _Concept(entry, facts, exchange.source, ledger.targets, dialect).write(body)
        ledger.say(entry.id, said)
    etree.indent(root, "  ")
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
    return Exported(data, ledger.losses)


def _frame(exchange: Exchange, dialect: Dialect) -> tuple[_Element, _Element]:
    """The root and the body of a file without entries."""
    from lxml import etree
    if dialect.style == "martif":
        root = etree.Element("martif", {"type": dialect.type, f"{_XML}lang": exchange.source})
    else:
        names: dict[Any, str] = {None: _ISO}
        names.update(_MODULES if dialect.style == "dct" else {})
        style = "dct" if dialect.style == "dct" else "dca"
        root = etree.Element(f"{{{_ISO}}}tbx", {"style": style, "type": dialect.type,
                                                f"{_XML}lang": exchange.source}, nsmap=names)
    header = _add(root, "martifHeader" if dialect.style == "martif" else "tbxHeader")
    description = _add(header, "fileDesc")
    _add(_add(description, "titleStmt"), "title", exchange.name)
    _add(_add(description, "sourceDesc"), "p", "glosswire")
    if dialect.style == "martif":
        _add(_add(header, "encodingDesc"), "p", "TBXBasicXCSV02.xcs").set("type", "XCSURI")
    return root, _add(_add(root, "text"), "body")


class _Concept:
    """Writes one entry."""

    def __init__(self, entry: Entry, facts: Sequence[Fact], source: str, targets: Sequence[str],
                 dialect: Dialect) -> None:
        self.entry = entry
        self.facts = facts
        self.languages = (source, *targets)
        self.dialect = dialect

    def write(self, body: _Element) -> Iterator[Fact]:
        """Add the entry to `body`; the facts that were said."""
        element = _add(body, self.dialect.entry)
        self._name(element)
        yield from self._whole(element)
        for code in self.languages:
            terms = [fact for fact in self.facts if fact.language == code and fact.field in tbx_terms.STATES]
            copies = self._copies(code) if not any(fact.field == "use" for fact in terms) else []
            if terms or copies:
                section = _add(element, self.dialect.language)
                section.set(f"{_XML}lang", code)
                for fact in (*copies, *terms):
                    self._term(section, fact)
            yield from terms

    def _name(self, element: _Element) -> None:
        """The id, as XML takes it; where that is not ours, a note tells ours."""
        id = self.entry.id
        fits = tbx_terms.is_xml_id(id)
        element.set("id", id if fits else "_" + "".join(
            char if tbx_terms.is_xml_id("_" + char) else f"_{ord(char):x}_" for char in id))
        if not (fits and tbx_terms.tells(id)):
            _add(element, "note", f"id: {id}")

    def _whole(self, element: _Element) -> Iterator[Fact]:
        """What is said of the entry as a whole."""
        for fact in self.facts:
            if fact.field == "kind":
                _add(element, "note", f"kind: {fact.value}")
            elif fact.field == "keep" and self.dialect.style == "martif":
                _add(element, "descrip", "No").set("type", tbx_terms.NEEDED)
            elif fact.field == "keep":
                _add(element, "note", tbx_terms.KEEP_NOTE)
            elif fact.field == "note" and not _means_more(fact.value):
                _add(element, "note", fact.value)
            else:
                continue
            yield fact

    def _copies(self, code: str) -> list[Fact]:
        """What is not translated stands in every language, for tools that look for a pair."""
        source = self.languages[0]
        if not self.entry.keep or code == source:
            return []
        return [fact._replace(language=code) for fact in self.facts
                if (fact.language, fact.profile, fact.field) == (source, "", "use")]

    def _term(self, section: _Element, fact: Fact) -> None:
        element = _add(section, self.dialect.term)
        _add(element, "term", fact.value)
        self._category(element, "administrativeStatus", tbx_terms.STATES[fact.field])
        if fact.field in tbx_terms.TYPES:
            self._category(element, "termType", tbx_terms.TYPES[fact.field])
        if fact.profile:
            self._category(element, "customerSubset", fact.profile)

    def _category(self, element: _Element, name: str, value: str) -> None:
        module, carrier = _HOMES[name]
        if self.dialect.style == "core":
            _add(element, "note", f"{tbx_terms.IN_NOTES[name]}: {value}")
        elif self.dialect.style == "dct":
            _add(element, f"{{{_MODULES[module]}}}{name}", value)
        else:
            _add(element, carrier, value).set("type", name)


def _means_more(note: str) -> bool:
    """Whether a reader would take `note` for more than a note."""
    return (tbx_terms.forbids_translation(note) or tbx_terms.forbids_term(note)
            or note.startswith(("kind: ", "id: ")))


def _add(parent: _Element, name: str, text: str = "") -> _Element:
    """A new last child, in the namespace of `parent` unless it names one."""
    from lxml import etree
    root = parent.getroottree().getroot()
    space = str(root.tag).rpartition("}")[0]
    element = etree.SubElement(parent, name if "{" in name or not space else f"{space}}}{name}")
    element.text = text or None
    return element
