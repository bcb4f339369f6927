"""A source ready for translation, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.pipeline.people import Answer
from translate.readers.clean import clean
from translate.readers.interface import Reader
from translate.readers.patterns import Pattern
from translate.records import Article, BilingualMatch, Failed, Segment, Translation, Unresolved
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
class Work:
    """How much was done for a result, and how much was there already; in segments."""

    decoded: int = 0
    recalled: int = 0
    """From the memory, or from a place where the same sentence stood before in this run."""
    approved: int = 0
    """As people wrote them."""

    def __add__(self, other: Work) -> Work:
        return Work(self.decoded + other.decoded, self.recalled + other.recalled,
                    self.approved + other.approved)


@dataclass(frozen=True, slots=True)
class Result:
    """A document in one target language."""

    document: Document
    target: str
    outcomes: tuple[Outcome, ...]
    """One for each segment."""
    open: tuple[tuple[Unresolved, ...], ...] = ()
    """For each segment what may be a mention, but of which entry nothing tells."""
    answers: tuple[Answer | None, ...] = ()
    """For each segment what a person has answered for; empty where nobody has for any."""
    matches: tuple[tuple[BilingualMatch, ...], ...] = ()
    """For each segment what people approved for sentences like it; empty where there is no memory."""
    work: Work = Work()

    @property
    def failures(self) -> tuple[tuple[Segment, Failed], ...]:
        """The segments that the model could not translate: their source text stands in the output."""
        pairs = zip(self.document.segments, self.outcomes)
        return tuple((segment, outcome) for segment, outcome in pairs if isinstance(outcome, Failed))

    @property
    def problems(self) -> tuple[str, ...]:
        """One line for each sentence that was left as it was and each term that is missing, but for
        those that a person left out."""
        lines = [f"left as it was: {outcome.reason}" for _, outcome in self.failures]
        for outcome in self.outcomes:
            if isinstance(outcome, Translation) and outcome.origin != "approved":
                lines += [f"not rendered as {one.mention.wanted}: {one.mention.entry.id}"
                          for one in outcome.mentions if one.rung == "unresolved"]
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
    return split_up(article, reader)


def split_up(article: Article, reader: Reader) -> Document:
    """The document of an article that is read and clean."""
    segments = tuple(Segment(index, span, span.of(block.text))
                     for index, block in enumerate(article.blocks)
                     for span in split(block.text, article.language))
    return Document(article, segments, reader)
