"""What a rule of `translate check` looks at, and what it is.

Each rule is a module of `translate.checks.rules` named after it: its docstring says what, fires and
passes, `LEVEL` and `CODE` are its level and its number, and it has one of

    check(unit: Unit) -> Iterator[Flaw]                                 for each segment alone
    check_article(units: Sequence[Unit]) -> Iterator[tuple[int, Flaw]]  for the segments of an article

A rule that compares articles has both of these, besides one of the others or alone. Nothing that it
notes depends on other articles, since these may be checked by other processes:

    observe(units: Sequence[Unit]) -> Iterator[tuple[int, Sighting]]        in the segments of an article
    conclude(subject: str, tallies: Sequence[Tally]) -> Iterator[tuple[str, Flaw]]
                                                    of a subject seen with two or more values: (value,
                                                    flaw), reported at the first sightings of the value
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from translate.glossary.match import Matcher
from translate.glossary.occurrences import Assignment, assign
from translate.records import Match, Mention, Place, Span, Unresolved
from translate.text.number import Number
from translate.text.numbers import numbers


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and its translation, as an input states them: a segment, or a block of a plain file."""

    source: str
    target: str
    place: Place
    """Of the first character of the translation, in its file."""
    article: str = ""
    """Pairs that share it follow each other and are one article; a pair without one is an article of
    its own."""
    key: str = ""
    """The id of the segment in its file, where that has one."""
    state: str = ""
    """XLIFF's: initial | translated | reviewed | final; empty where the input has no states."""
    before: str = ""
    """The source that the translation was made from, where the input knows that it was another."""
    codes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    """Inline codes of source and target, each as its raw text, in order."""
    raw: str = ""
    """The translation as its file writes it, with escapes and markup; empty where it is the text itself."""
    options: Mapping[str, str] = field(default_factory=dict)
    """What else the input says, by name."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a rule notes of a segment, to be compared with what it notes elsewhere."""

    subject: str
    """What should be the same everywhere: an entry id."""
    value: str
    """What it is here: the rendering."""
    target: Span | None = None
    """Where that stands."""
    source: Span | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """How often a subject was seen with a value, in all that was checked.

    Those of a subject come with the most frequent first; of two alike, the one seen first.
    """

    value: str
    count: int
    articles: int
    """How many articles have it."""
    first: Place
    """Where it was seen first."""


@dataclass
class Unit:
    """A pair with what several rules want to know of it, worked out when first asked for.

    It has no slots: `cached_property` keeps its values in the instance.
    """

    pair: Pair
    languages: tuple[str, str]
    """Language codes of source and target."""
    mentions: tuple[Mention, ...] = ()
    """What the glossary wants rendered; spans are those of the pair's source."""
    open: tuple[Unresolved, ...] = ()
    """What may be a mention, but of which entry nothing tells."""
    names: Matcher | None = None
    """Finds the terms of the glossary in translations; None where there is no glossary."""

    @property
    def source(self) -> str:
        """The source text."""
        return self.pair.source

    @property
    def target(self) -> str:
        """The translation."""
        return self.pair.target

    @cached_property
    def assignment(self) -> Assignment:
        """Which stretch of the translation renders which mention."""
        return assign(self.target, self.mentions, self.languages[1])

    @cached_property
    def stated(self) -> tuple[Match, ...]:
        """The terms of the glossary that stand in the translation, avoided ones among them."""
        return self.names.find(self.target) if self.names else ()

    @cached_property
    def source_numbers(self) -> tuple[Number, ...]:
        """The numbers of the source, those in names among them."""
        return numbers(self.source, self.languages[0], names=True)

    @cached_property
    def target_numbers(self) -> tuple[Number, ...]:
        """The numbers of the translation, those in names among them."""
        return numbers(self.target, self.languages[1], names=True)
