"""Composition: a file becomes a document, documents become translations, a translation becomes a file.

    read -> clean -> split -> draft -> assemble -> write
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.engine.align import shift
from translate.engine.interface import Engine, Request
from translate.readers.choose import reader_for
from translate.readers.clean import Pattern, clean
from translate.readers.interface import Reader
from translate.readers.parts import has_word
from translate.records import Article, Block, Draft, Failed, Segment, Span, Translation
from translate.text.markup import carry
from translate.text.segment import seam, split

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

    @property
    def failures(self) -> tuple[tuple[Segment, Failed], ...]:
        """The segments that the model could not translate: their source text stands in the output."""
        pairs = zip(self.document.segments, self.outcomes)
        return tuple((segment, outcome) for segment, outcome in pairs if isinstance(outcome, Failed))


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


def translate(documents: Sequence[Document], engine: Engine) -> Iterator[Result]:
    """Translate `documents` together; each result is yielded as soon as its last segment is done.

    Segments of all documents share batches, and a sentence that stands twice is decoded once.

    Raises:
        EngineError: The decoder itself failed.
    """
    outcomes: list[dict[int, Outcome]] = [{} for _ in documents]
    for index, document in enumerate(documents):
        if not document.segments:
            yield Result(document, engine.target, ())
    for (index, position), outcome in _settle(documents, engine):
        outcomes[index][position] = outcome
        document, done = documents[index], outcomes[index]
        if len(done) == len(document.segments):
            yield Result(document, engine.target, tuple(done[key] for key in range(len(done))))


def _settle(documents: Sequence[Document], engine: Engine) -> Iterator[tuple[tuple[int, int], Outcome]]:
    """The outcome of every segment, by (document, position), in the order in which they are known."""
    places: dict[Request, list[tuple[int, int]]] = {}
    for index, document in enumerate(documents):
        marked = {number for number, block in enumerate(document.article.blocks) if block.marks}
        for position, segment in enumerate(document.segments):
            if not has_word(segment.text):
                yield (index, position), Translation(segment.text, "copied")
                continue
            request = Request(segment.text, links=segment.block in marked)
            places.setdefault(request, []).append((index, position))
    requests = list(places)
    for number, result in engine.draft(requests):
        for place in places[requests[number]]:
            yield place, _outcome(result)


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


def translate_text(text: str, source: str, engine: Engine) -> tuple[str, tuple[str, ...]]:
    """A text in the engine's target language, and why sentences of it, if any, were left as they were.

    Raises:
        InputError: The text is empty.
        EngineError: The decoder itself failed.
    """
    document = prepare(text.encode(), "text", source, reader_for(Path("text.txt")), None)
    result = next(translate([document], engine))
    return write(result).decode(), tuple(failed.reason for _, failed in result.failures)


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
