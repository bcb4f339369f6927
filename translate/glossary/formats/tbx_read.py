"""TBX of any age and style: ISO 30042:2019 (DCA and DCT) and 2008 (martif), and what tools make of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from translate.errors import InputError
from translate.glossary.formats import tbx_terms
from translate.glossary.formats.facts import Concept, Fact
from translate.glossary.formats.interface import Exchange, Imported, imported
from translate.glossary.formats.languages import code_of, is_tag
from translate.glossary.formats.tbx_merge import joined
from translate.glossary.formats.xml import children, line_of, name_of, parse, text_of
from translate.glossary.keys import KINDS
from translate.records import Place

if TYPE_CHECKING:
    from lxml.etree import _Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATES = ("administrativeStatus", "normativeAuthorization")
_LAYOUT = ("langSec", "langSet", "termSec", "tig", "ntig", "term", "termGrp")
_GROUPS = ("descripGrp", "termNoteGrp", "adminGrp", "transacGrp")
_DATES = ("transac", "transacNote", "date", "transactionType", "responsibility")
"""Who changed what when: the history of a file is git's."""


class _Reader:
    """Reads one file; gathers what cannot be taken over."""

    def __init__(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.losses: list[str] = []

    def lose(self, element: _Element, what: str) -> None:
        self.losses.append(f"{self.exchange.path}:{line_of(element)}: {what}")

    def concept(self, element: _Element) -> Concept:
        """One termEntry or conceptEntry."""
        facts = list(self.of_whole(element))
        for section in children(element, "langSec", "langSet"):
            tag = section.get(LANG) or ""
            if is_tag(tag) and self.wanted(code_of(tag)):
                facts += self.of_language(section, code_of(tag))
            elif not is_tag(tag):
                self.lose(section, f"{tag or 'no language'} is no language code; its terms are left out")
        named = next((fact.value for fact in facts if fact.field == "id"), element.get("id") or "")
        id = named if tbx_terms.tells(named) or any(fact.field == "id" for fact in facts) else ""
        return Concept(Place(self.exchange.path, line_of(element)),
                       tuple(dict.fromkeys(fact for fact in facts if fact.field != "id")), id)

    def wanted(self, code: str) -> bool:
        return not self.exchange.targets or code in (self.exchange.source, *self.exchange.targets)

    def of_whole(self, element: _Element) -> Iterator[Fact]:
        """What stands beside the languages: notes, definitions, whether to translate."""
        notes = []
        for category, value, part in self.categories(element):
            key, _, said = value.partition(": ")
            if category in (tbx_terms.NEEDED, "translationNote") and value.strip().lower() == "no":
                yield Fact("", "", "keep", "true")
            elif category == tbx_terms.NEEDED:
                continue
            elif category == "note" and tbx_terms.forbids_translation(value):
                yield Fact("", "", "keep", "true")
            elif category == "note" and key == "kind" and said in KINDS or category == "note" and key == "id":
                yield Fact("", "", key, said)
            elif category == "note" and part.get("from") == "translator" and tbx_terms.forbids_term(value):
                yield Fact("", "", "forbidden", "true")
                notes += [value] if value.lower() != "forbidden" else []
            elif category in ("note", "definition", "Usage note", "descrip"):
                notes.append(value)
            else:
                self.lose(part, f"{category} ({value}) is not taken over")
        if notes:
            yield Fact("", "", "note", "\n".join(dict.fromkeys(notes)))

    def of_language(self, section: _Element, code: str) -> Iterator[Fact]:
        """The terms of one language."""
        for category, value, part in self.categories(section):
            if category in ("definition", "note"):
                yield Fact("", "", "note", value)
            else:
                self.lose(part, f"{code} {category} ({value}) is not taken over")
        for section_of_term in children(section, "termSec", "tig", "ntig"):
            group = (children(section_of_term, "termGrp") or [section_of_term])[0]
            term = next(iter(children(group, "term")), None)
            if term is None or not text_of(term):
                self.lose(section_of_term, f"a term in {code} is empty")
                continue
            yield from self.of_term(section_of_term, group, " ".join(text_of(term).split("\n")), code)

    def of_term(self, section: _Element, group: _Element, text: str, code: str) -> Iterator[Fact]:
        """One term: its role, its house style, and whether it is translated."""
        role = profile = ""
        types: list[str] = []
        found = [*self.categories(section), *(self.categories(group) if group is not section else ())]
        for category, value, part in (tbx_terms.category_of(*one[:2]) + one[2:] for one in found):
            if category in _STATES:
                role = self.role(part, value, text)
            elif category == "customerSubset":
                profile = value
            elif category == "termType":
                types.append(value)
            elif category == tbx_terms.NEEDED:
                yield Fact("", "", "keep", "true")
            elif category == "note":
                role = "avoid" if tbx_terms.forbids_term(value) else role
                yield Fact("", "", "note", value)
            elif not (category == "partOfSpeech" and "noun" in value.lower()):
                self.lose(part, f"{category} ({value}) of {text} is not taken over")
        if role == "also":
            role = next((ours for ours, theirs in tbx_terms.TYPES.items() if theirs in types), role)
        yield Fact(code, profile, role or "use", text)

    def role(self, part: _Element, state: str, text: str) -> str:
        role = tbx_terms.role_of(state)
        if not role or not tbx_terms.is_exact(state):
            self.lose(part, f"the status {state} of {text} is read as {role or 'use'}")
        return role

    def categories(self, element: _Element) -> Iterator[tuple[str, str, _Element]]:
        """(name, value, element) of each data category of `element`, in either style."""
        for part in element:
            if not isinstance(part.tag, str) or name_of(part) in (*_LAYOUT, *_DATES, "transacGrp"):
                continue
            if name_of(part) in _GROUPS:
                yield from self.categories(part)
            elif text_of(part):
                yield part.get("type") or name_of(part), text_of(part), part


def read(data: bytes, exchange: Exchange) -> Imported:
    """A file of TBX-Core, -Min, -Basic or an older one.

    Raises:
        InputError: It is no TBX, or XML that is not safe to read.
    """
    root = parse(data, exchange.path)
    if name_of(root) not in ("tbx", "martif", "TBX"):
        raise InputError(f"{exchange.path}:{line_of(root)}: <{name_of(root)}> is no TBX; it begins with "
                         "<tbx> or <martif>")
    entries = [element for element in root.iter() if isinstance(element.tag, str)
               and name_of(element) in ("conceptEntry", "termEntry")]
    reader = _Reader(exchange)
    concepts = [reader.concept(element) for element in entries]
    told, lost = joined(concepts, exchange.source)
    return imported(told, exchange, (*reader.losses, *lost))
