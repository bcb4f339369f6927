"""From files for translators to the articles of a report, all languages of a segment side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from translate.errors import InputError
from translate.glossary.mapping import mapping_of
from translate.glossary.model import Glossary, rendering
from translate.readers.intake import load
from translate.readers.xliff_read import read_xliff
from translate.records import BilingualFile, BilingualSegment, BilingualTerm, Rung, Span
from translate.reports.html.model import (
    RUNGS, ShownArticle, ShownEntry, ShownFinding, ShownSegment, ShownTerm, Side,
)

SUFFIXES = (".xlf", ".xliff")
Key = tuple[str, str, str]
"""Unit id, segment id and source: what the languages of a segment share."""
Findings = Mapping[tuple[str, int], Sequence[ShownFinding]]
"""By path, and number of the segment in that file, from 0."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file for translators, in one language; a document may hold several."""

    path: str
    file: BilingualFile
    first: int = 0
    """How many segments stand before it in its document."""
    number: int = 0
    """Of the article in its document, from 1; 0 where it is the only one."""

    @property
    def name(self) -> str:
        """What the report calls the article: one of many in a file is numbered."""
        return f"{self.file.original}:{self.number}" if self.number else self.file.original


def find_files(paths: Sequence[Path]) -> list[Path]:
    """The XLIFF files among `paths` and in the folders among them, each once.

    Raises:
        InputError: One of them is neither, or a folder has none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        inside = [path] if path.is_file() else sorted(
            one for one in path.rglob("*") if one.suffix.lower() in SUFFIXES and one.is_file())
        if not inside or inside[0].suffix.lower() not in SUFFIXES:
            raise InputError(f"{path}: no XLIFF file; name a folder that translate run wrote, or .xlf files")
        found.update(dict.fromkeys(inside))
    return list(found)


def read_sheets(paths: Sequence[Path], complain: Callable[[str], None]) -> list[Sheet]:
    """What the files hold; of one that cannot be read `complain` is told, in a line."""
    sheets: list[Sheet] = []
    for path in paths:
        try:
            files = read_xliff(load(path), str(path))
        except InputError as error:
            complain(str(error))
            continue
        first = 0
        for number, file in enumerate(files, 1):
            sheets.append(Sheet(path.as_posix(), file, first, number if len(files) > 1 else 0))
            first += len(file.segments)
    return sheets


def articles(sheets: Sequence[Sheet], findings: Findings) -> tuple[ShownArticle, ...]:
    """The articles of `sheets` by name, all languages of each; one that was translated twice stands twice."""
    grouped: dict[tuple[str, int], list[Sheet]] = {}
    seen = Counter[tuple[str, str]]()
    for sheet in sheets:
        key = sheet.name, sheet.file.target_language
        grouped.setdefault((sheet.name, seen[key]), []).append(sheet)
        seen[key] += 1
    return tuple(ShownArticle(f"{name} ({copy + 1})" if copy else name, tuple(_segments(group, findings)))
                 for (name, copy), group in sorted(grouped.items()))


def _segments(sheets: Sequence[Sheet], findings: Findings) -> Iterator[ShownSegment]:
    sides: dict[Key, dict[str, Side]] = {}
    blocks: dict[Key, tuple[int, str]] = {}
    for sheet in sheets:
        number = sheet.first
        for block, unit in enumerate(sheet.file.units):
            for segment in unit.segments:
                key = (unit.id, segment.id, segment.source)
                own = sides.setdefault(key, {})
                blocks.setdefault(key, (block, unit.kind or "paragraph"))
                found = tuple(findings.get((sheet.path, number), ()))
                if segment.target is not None or found:
                    own[sheet.file.target_language] = _side(segment, segment.target or "", found)
                number += 1
    for key in sorted(sides, key=lambda key: blocks[key][0]):
        yield ShownSegment(key[2], sides[key], *blocks[key])


def _side(segment: BilingualSegment, text: str, found: tuple[ShownFinding, ...]) -> Side:
    terms = tuple(_term(term, text) for term in segment.terms if term.rung in RUNGS)
    return Side(text, segment.state, terms, found)


def _term(term: BilingualTerm, text: str) -> ShownTerm:
    """The term as it stands: an edited text may have its rendering elsewhere, or no more."""
    target = term.target
    if target is None and term.rung != "unresolved" and term.after in text:
        start = text.index(term.after)
        target = Span(start, start + len(term.after))
    rung = cast(Rung, term.rung) if target else "unresolved"
    return ShownTerm(_id(term), term.source, term.wanted, rung, target, term.before, term.change, term.reason)


def _id(term: BilingualTerm) -> str:
    """The entry's id; of a name that many may bear, the name with a question mark."""
    return term.entry if term.wanted else f"{term.text}?"


def entries(sheets: Sequence[Sheet], glossary: Glossary | None, profile: str) -> tuple[ShownEntry, ...]:
    """Every entry that the sheets mention: as the glossary has it, else what the sheets tell of it."""
    told: dict[str, dict[str, dict[str, None]]] = {}
    kinds: dict[str, str] = {}
    codes = dict.fromkeys(code for sheet in sheets for code in (
        sheet.file.source_language, sheet.file.target_language))
    for sheet in sheets:
        for term in (term for segment in sheet.file.segments for term in segment.terms):
            kinds.setdefault(_id(term), term.kind)
            forms = told.setdefault(_id(term), {})
            forms.setdefault(sheet.file.source_language, {})[term.text] = None
            if term.wanted:
                forms.setdefault(sheet.file.target_language, {})[term.wanted] = None
    return tuple(_stated(glossary, id, list(codes), profile) if glossary and id in glossary else
                 ShownEntry(id, kinds[id], {code: tuple(forms) for code, forms in told[id].items()})
                 for id in sorted(told))


def _stated(glossary: Glossary, id: str, codes: Sequence[str], profile: str) -> ShownEntry:
    entry = glossary.entry(id)
    forms = {}
    for code in codes:
        found = rendering(entry, code, glossary.profile_for(code, profile))
        stated = dict.fromkeys(filter(None, (found.use, *found.also, found.short, found.first)))
        if stated:
            forms[code] = tuple(stated)
    return ShownEntry(id, entry.kind, forms, entry.note, mapping_of(entry))
