"""XLIFF 2.1: one unit a block, one segment a sentence, and beside them what the program knows.

What the core has no room for stands in its modules: what became of each term in the glossary and, as
it has no place for rungs and scores, the metadata module; near matches in that of translation
candidates (https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html). The same
records give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from translate.errors import OutputError
from translate.readers.xliff_inline import OWN, Ids, Side, escape, escape_plain, escape_value
from translate.records import (
    BilingualCode, BilingualFile, BilingualGap, BilingualMatch, BilingualSegment, BilingualTerm,
    BilingualUnit,
)

CORE = "urn:oasis:names:tc:xliff:document:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
FOOTER = b"</xliff>\n"
"""Ends a document."""
DIGEST = "sourceDigest"
PREFIX = "glosswire:"
"""Before the names that are ours: kinds of blocks, categories of metadata and notes."""


def write_xliff(files: Sequence[BilingualFile]) -> bytes:
    """A document of `files`, which are of one pair of languages.

    Raises: OutputError when they are not, when there is none, or when there are translations in no
    language.
    """
    pairs = {(file.source_language, file.target_language) for file in files}
    if len(pairs) != 1:
        raise OutputError(f"{files[0].original if files else 'XLIFF'}: {len(pairs)} pairs of languages in one "
                          "document: write a document for each")
    return b"".join([header(*pairs.pop()), *map(file_element, files), FOOTER])


def header(source: str, target: str) -> bytes:
    """How a document begins whose files are from `source` to `target` (codes; empty for none).

    Behind it come any number of file elements and the footer, so that no document need be held whole.
    """
    languages = f' srcLang="{escape_value(source)}"' + (f' trgLang="{escape_value(target)}"' if target else "")
    return (f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="{CORE}" xmlns:gls="{GLOSSARY}" '
            f'xmlns:mda="{METADATA}" xmlns:mtc="{MATCHES}" version="2.1"{languages} xml:space="preserve">\n'
            ).encode()


def file_element(file: BilingualFile) -> bytes:
    """One file of a document.

    Raises: OutputError when it has translations, and no language for them.
    """
    if not file.target_language and any(segment.target is not None for segment in file.segments):
        raise OutputError(f"{file.original}: translations in no language: name the target language")
    return "".join(_file(file)).encode()


def _file(file: BilingualFile) -> Iterator[str]:
    yield f'  <file id="{escape_value(file.id)}" original="{escape_value(file.original)}">\n'
    facts = ([(DIGEST, file.digest)] if file.digest else []) + list(file.facts)
    if facts:
        yield from _metadata([("file", facts)], "    ")
    yield from _notes([("", note) for note in file.notes], "    ")
    for unit in file.units:
        yield from _Unit(unit).write()
    if not file.units:
        yield '    <group id="g1"/>\n'
    yield "  </file>\n"


def _metadata(groups: Iterable[tuple[str, Sequence[tuple[str, str]]]], indent: str) -> Iterator[str]:
    yield f"{indent}<mda:metadata>\n"
    for category, facts in groups:
        yield f'{indent}  <mda:metaGroup category="{PREFIX}{category}">\n'
        for name, value in facts:
            yield f'{indent}    <mda:meta type="{escape_value(name)}">{escape_plain(value)}</mda:meta>\n'
        yield f"{indent}  </mda:metaGroup>\n"
    yield f"{indent}</mda:metadata>\n"


class _Unit:
    """Writes one unit: the segments first, as what stands before them refers to their ids."""

    def __init__(self, unit: BilingualUnit) -> None:
        self.unit = unit
        self.ids = Ids()
        self.terms = [(f"t{number}", segment, term) for number, (segment, term) in enumerate(
            ((segment, term) for segment in unit.segments for term in segment.terms), 1)]
        self.targets: dict[str, str] = {}
        """The id of each term that is marked in the target, by that of the term."""
        self.sources = [part.source_codes for part in unit.parts]
        self.ids.taken.update(code.id for codes in self.sources for code in codes)
        self.ids.taken.update(id for id, _, term in self.terms if term.source)
        self.ids.taken.update(segment.id for segment in unit.segments)

    def write(self) -> Iterator[str]:
        parts = [text for part in self.unit.parts for text in self._part(part)]
        kind = f' type="{PREFIX}{self.unit.kind}"' if self.unit.kind else ""
        yield f'    <unit id="{escape_value(self.unit.id)}"{kind}>\n'
        groups = list(self._facts())
        if groups:
            yield from _metadata(groups, "      ")
        yield from self._glossary()
        yield from self._matches()
        yield from self._notes()
        if self.ids.data:
            yield "      <originalData>\n"
            for raw, id in self.ids.data.items():
                yield f'        <data id="{id}">{escape(raw)}</data>\n'
            yield "      </originalData>\n"
        yield from parts
        yield "    </unit>\n"

    def _part(self, part: BilingualSegment | BilingualGap) -> Iterator[str]:
        source, used = self._source(part)
        if isinstance(part, BilingualGap):
            yield f"      <ignorable>\n        <source>{source}</source>\n"
        else:
            state = f' state="{part.state}"' + (
                f' subState="{escape_value(part.substate)}"' if part.substate else "")
            yield f'      <segment id="{escape_value(part.id)}"{state}>\n        <source>{source}</source>\n'
        if part.target is not None:
            order = f' order="{part.order}"' if part.order else ""
            yield f"        <target{order}>{self._target(part, used)}</target>\n"
        yield "      </ignorable>\n" if isinstance(part, BilingualGap) else "      </segment>\n"

    def _source(self, part: BilingualSegment | BilingualGap) -> tuple[str, frozenset[tuple[str, str]]]:
        side = Side(part.source, part.source_codes, self.ids, _halves(self.sources))
        terms = [(id, term.source) for id, segment, term in self.terms if segment is part and term.source]
        return side.write(terms), frozenset(side.used)

    def _target(self, part: BilingualSegment | BilingualGap, beside: frozenset[tuple[str, str]]) -> str:
        halves = _halves([part.target_codes for part in self.unit.parts])
        side = Side(part.target or "", part.target_codes, self.ids, halves, beside)
        terms = [(id, term.target) for id, segment, term in self.terms if segment is part and term.target]
        written = side.write(terms)
        for id, _ in terms:
            self.targets[id] = next(used for used, element in side.used if element in ("mrk", "sm")
                                    and used.removesuffix(OWN) == id)
        return written

    def _facts(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        if self.unit.line:
            yield "block", [("line", str(self.unit.line))]
        for segment in self.unit.segments:
            if segment.facts:
                yield "segment", [("id", segment.id), *segment.facts]
        for id, segment, term in self.terms:
            yield "term", [("id", id), ("segment", segment.id), *_told(term)]

    def _glossary(self) -> Iterator[str]:
        if not self.terms:
            return
        yield "      <gls:glossary>\n"
        for id, _, term in self.terms:
            source = f' ref="#{id}"' if term.source else ""
            target = f' ref="#t={self.targets[id]}"' if id in self.targets else ""
            yield (f'        <gls:glossEntry id="g{id[1:]}"{source}>\n'
                   f"          <gls:term>{escape_plain(term.text)}</gls:term>\n")
            if term.wanted:
                yield f"          <gls:translation{target}>{escape_plain(term.wanted)}</gls:translation>\n"
            if term.reason or not term.wanted:
                yield f"          <gls:definition>{escape_plain(term.reason or term.entry)}</gls:definition>\n"
            yield "        </gls:glossEntry>\n"
        yield "      </gls:glossary>\n"

    def _matches(self) -> Iterator[str]:
        found = [(segment, match) for segment in self.unit.segments for match in segment.matches]
        if not found:
            return
        yield "      <mtc:matches>\n"
        for number, (segment, match) in enumerate(found, 1):
            yield from _match(f"m{number}", segment, match)
        yield "      </mtc:matches>\n"

    def _notes(self) -> Iterator[str]:
        written = [*((PREFIX + "term", _line(term)) for _, _, term in self.terms),
                   *((f"{PREFIX}segment:{segment.id}", segment.note)
                     for segment in self.unit.segments if segment.note),
                   *(("", note) for note in self.unit.notes)]
        yield from _notes(written, "      ")


def _notes(written: Sequence[tuple[str, str]], indent: str) -> Iterator[str]:
    """Notes with their categories, as the children of a file or unit."""
    if not written:
        return
    yield f"{indent}<notes>\n"
    for number, (category, text) in enumerate(written, 1):
        kind = f' category="{escape_value(category)}"' if category else ""
        yield f'{indent}  <note id="n{number}"{kind}>{escape_plain(text)}</note>\n'
    yield f"{indent}</notes>\n"


def _halves(sides: Sequence[Sequence[BilingualCode]]) -> frozenset[str]:
    """The ids of the codes that start on a side of a unit and end on it, later."""
    started: set[str] = set()
    whole: set[str] = set()
    for codes in sides:
        for code in codes:
            if code.kind == "start":
                started.add(code.id)
            elif code.kind == "end" and code.id in started:
                whole.add(code.id)
    return frozenset(whole)


def _told(term: BilingualTerm) -> Iterator[tuple[str, str]]:
    yield "entry", term.entry
    for name in ("kind", "rung", "before", "after"):
        if getattr(term, name):
            yield name, getattr(term, name)
    if term.change:
        yield "change", repr(round(term.change, 6))


def _line(term: BilingualTerm) -> str:
    """For a translator: which entry, how, and what stood there before."""
    shown = term.wanted or term.reason
    before = f"; the model wrote {term.before}" if term.before and term.before != term.after else ""
    return f"{term.text} [{term.entry}] {shown} ({term.rung or 'unresolved'}{before})"


def _match(id: str, segment: BilingualSegment, match: BilingualMatch) -> Iterator[str]:
    origin = f' origin="{escape_value(match.origin)}"' if match.origin else ""
    yield (f'        <mtc:match id="{id}" ref="#{escape_value(segment.id)}" type="tm" '
           f'similarity="{match.score:.1f}"{origin}>\n'
           f"          <source>{escape(match.source)}</source>\n"
           f"          <target>{escape(match.target)}</target>\n        </mtc:match>\n")
