"""Composition: a file becomes a document, documents become translations, a translation becomes a file.

    read -> clean -> split -> plan -> draft -> enforce -> assemble -> write
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.engine.align import shift
from translate.engine.interface import Engine, Request
from translate.glossary.match import Matcher
from translate.glossary.plan import Plan, survey
from translate.readers.choose import reader_for
from translate.readers.clean import clean
from translate.readers.interface import Reader
from translate.readers.parts import has_word
from translate.readers.patterns import Pattern
from translate.records import (
    Article, Block, Draft, Failed, Mention, Segment, Span, Translation, Unresolved,
)
from translate.terms.enforce import Enforcer
from translate.text.joints import seam
from translate.text.markup import carry
from translate.text.segment import split

Outcome = Translation | Failed


@dataclass(frozen=True, slots=True)
class Document:
    """An article ready for translation."""

    article: Article
    segments: tuple[Segment, ...]
    reader: Reader
    """Which read it, and writes its translation."""

    @property
    def words(self) -> int:
        """White-space separated words in its segments."""
        return sum(len(segment.text.split()) for segment in self.segments)


@dataclass(frozen=True, slots=True)
class Result:
    """A document in one target language."""

    document: Document
    target: str
    outcomes: tuple[Outcome, ...]
    """One for each segment."""
    open: tuple[tuple[Unresolved, ...], ...] = ()
    """For each segment what may be a mention, but of which entry nothing tells."""

    @property
    def failures(self) -> tuple[tuple[Segment, Failed], ...]:
        """The segments that the model could not translate: their source text stands in the output."""
        pairs = zip(self.document.segments, self.outcomes)
        return tuple((segment, outcome) for segment, outcome in pairs if isinstance(outcome, Failed))

    @property
    def problems(self) -> tuple[str, ...]:
        """One line for each sentence that was left as it was and each term that is missing."""
        lines = [f"left as it was: {outcome.reason}" for _, outcome in self.failures]
        for outcome in self.outcomes:
            lines += [f"not rendered as {one.mention.wanted}: {one.mention.entry.id}"
                      for one in (outcome.mentions if isinstance(outcome, Translation) else ())
                      if one.rung == "unresolved"]
        return tuple(lines)


def prepare(data: bytes, name: str, language: str, reader: Reader,
            patterns: Sequence[Pattern] | None) -> Document:
    """The document in `data`; `patterns` of web clutter are cleaned out of it unless they are None.

    Raises:
        InputError: The bytes are no text or break the format.
    """
    article = reader.read(data, name, language)
    if patterns is not None:
        article = clean(article, patterns)
    segments = tuple(Segment(index, span, span.of(block.text))
                     for index, block in enumerate(article.blocks)
                     for span in split(block.text, language))
    return Document(article, segments, reader)


@dataclass(frozen=True, slots=True)
class Terms:
    """How terms are found and enforced in one target language."""

    matcher: Matcher
    """Of the source language."""
    enforcer: Enforcer
    profile: str = ""
    """The house style; empty for the language's own."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What translates into one language."""

    engine: Engine
    terms: Terms | None = None
    """None for plain translation."""

    def survey(self, document: Document) -> Plan:
        """What the document speaks of; nothing without a glossary."""
        texts = [segment.text for segment in document.segments]
        if self.terms is None:
            return Plan(((),) * len(texts), ((),) * len(texts))
        return survey(texts, self.terms.matcher, self.engine.target, self.terms.profile)


def translate(documents: Sequence[Document], desk: Desk) -> Iterator[Result]:
    """Translate `documents` together; each result is yielded as soon as its last segment is done.

    Segments of all documents share batches, and a sentence that stands twice with the same mentions is
    decoded once. Segments without a mention are done before any with one goes up the ladder.

    Raises:
        EngineError: The decoder itself failed.
    """
    target = desk.engine.target
    plans = [desk.survey(document) for document in documents]
    outcomes: list[dict[int, Outcome]] = [{} for _ in documents]
    for document, plan in zip(documents, plans):
        if not document.segments:
            yield Result(document, target, (), plan.unresolved)
    for (index, position), outcome in _settle(documents, plans, desk):
        outcomes[index][position] = outcome
        document, done = documents[index], outcomes[index]
        if len(done) == len(document.segments):
            ordered = tuple(done[key] for key in range(len(done)))
            yield Result(document, target, ordered, plans[index].unresolved)


def _settle(documents: Sequence[Document], plans: Sequence[Plan],
            desk: Desk) -> Iterator[tuple[tuple[int, int], Outcome]]:
    """The outcome of every segment, by (document, position), in the order in which they are known."""
    places: dict[_Work, list[tuple[int, int]]] = {}
    for index, (document, plan) in enumerate(zip(documents, plans)):
        marked = {number for number, block in enumerate(document.article.blocks) if block.marks}
        for position, segment in enumerate(document.segments):
            if has_word(segment.text):
                work = _Work(segment.text, plan.mentions[position], segment.block in marked)
                places.setdefault(work, []).append((index, position))
            else:
                yield (index, position), Translation(segment.text, "copied")
    for work, outcome in _carry_out(list(places), desk):
        yield from ((place, outcome) for place in places[work])


@dataclass(frozen=True, slots=True)
class _Work:
    """A sentence to translate."""

    text: str
    mentions: tuple[Mention, ...]
    links: bool

    def __hash__(self) -> int:
        return hash((self.text, len(self.mentions), self.links))


def _carry_out(works: Sequence[_Work], desk: Desk) -> Iterator[tuple[_Work, Outcome]]:
    """Every sentence once: those without a mention as they come, then the others."""
    enforcer = desk.terms.enforcer if desk.terms else None
    requests = [enforcer.request(work.text, work.mentions) if enforcer and work.mentions
                else Request(work.text, links=work.links) for work in works]
    held: list[tuple[_Work, Draft]] = []
    for index, result in desk.engine.draft(requests):
        if enforcer and works[index].mentions and isinstance(result, Draft):
            held.append((works[index], result))
        else:
            yield works[index], _outcome(result)
    if enforcer and held:
        held.sort(key=lambda pair: pair[0].text)
        found = enforcer.enforce([(work.text, work.mentions) for work, _ in held],
                                 [draft for _, draft in held])
        yield from zip((work for work, _ in held), found)


def _outcome(result: Draft | Failed) -> Outcome:
    if isinstance(result, Failed):
        return result
    return Translation(result.text, "model", result.score, links=result.links)


def write(result: Result) -> bytes:
    """The translated file.

    Raises:
        OutputError: The format cannot hold the translation.
    """
    return result.document.reader.write(result.document.article, assemble(result))


def translate_text(text: bytes, source: str, desk: Desk) -> tuple[str, Result]:
    """A text in the desk's language, and how it came about.

    Raises:
        InputError: It is empty, or no text in a known encoding.
        EngineError: The decoder itself failed.
    """
    document = prepare(text, "text", source, reader_for(Path("text.txt")), None)
    result = next(translate([document], desk))
    return write(result).decode(result.document.article.encoding), result


def assemble(result: Result) -> tuple[Block, ...]:
    """The article's blocks with their translations and, on the right words, their markup."""
    document = result.document
    grouped: list[list[tuple[Segment, Outcome]]] = [[] for _ in document.article.blocks]
    for segment, outcome in zip(document.segments, result.outcomes):
        grouped[segment.block].append((segment, outcome))
    return tuple(_block(block, pairs, result.target) if pairs else block
                 for block, pairs in zip(document.article.blocks, grouped))


def _block(block: Block, pairs: Sequence[tuple[Segment, Outcome]], target: str) -> Block:
    """`block` in the target language; what white space stood around its sentences is kept or adapted."""
    pieces: list[str] = []
    links: list[tuple[Span, Span]] = []
    length = end = 0
    for segment, outcome in pairs:
        text = outcome.text if isinstance(outcome, Translation) else segment.text
        gap = block.text[end:segment.span.start]
        lead = seam(gap, pieces[-1], text, target) if pieces else gap
        pieces += [lead, text]
        length += len(lead)
        if isinstance(outcome, Translation):
            links += shift(outcome.links, segment.span.start, length)
        length += len(text)
        end = segment.span.end
    return carry(block, "".join(pieces) + block.text[end:], links)
