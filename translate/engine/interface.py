"""What an engine does: drafts for requests, scores for pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from translate.records import Attention, Draft, Failed, Span

Device = Literal["auto", "cpu", "cuda"]


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to decode. Only what `signature` holds decides a result; the rest is speed."""

    beam: int = 4
    """Hypotheses kept at each step; Argos's own default is 4."""
    device: Device = "auto"
    jobs: int = 0
    """Batches decoded at once, each on its share of the cores; 0: one for each core."""
    batch_tokens: int = 1024
    """Source tokens in a batch, at most (a single longer segment makes a batch of its own)."""
    longest: int = 200
    """Source tokens that one decoder call takes; a longer segment is cut at clause marks."""

    @property
    def signature(self) -> str:
        """The options that decide a result."""
        return f"beam:{self.beam}|longest:{self.longest}"


@dataclass(frozen=True, slots=True)
class Request:
    """One segment to decode."""

    source: str
    prefix: str = ""
    """Target text that the result must begin with."""
    suppress: tuple[tuple[str, ...], ...] = ()
    """Runs of target tokens that the result may not contain, as they stand in `Draft.tokens`: a text has
    more than one spelling in tokens, and only the run that is named is ruled out."""
    alternatives: int = 1
    """Length of the n-best list; the beam at most."""
    links: bool = False
    """Whether cross-attention is wanted (it costs time)."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and a target to be scored."""

    source: str
    target: str
    given: tuple[Span, ...] = ()
    """Spans of the target that were not the engine's to choose: a rendering that was put there."""
    tokens: tuple[str, ...] = ()
    """The target as the engine itself wrote it, token by token; empty to have it tokenised."""


@dataclass(frozen=True, slots=True)
class Score:
    """Mean log probabilities by target token, the end token included."""

    whole: float
    """Of all tokens."""
    rest: float
    """Of the tokens outside the given spans: what a rendering does to the sentence around it, however
    unlikely the rendering itself is to the engine."""


class Engine(Protocol):
    """Translates segments of one language into another."""

    source: str
    """Language code."""
    target: str
    """Language code."""

    def draft(self, requests: Sequence[Request]) -> Iterator[tuple[int, Draft | Failed]]:
        """Decode `requests`; yields (index, result) as batches end, in no promised order.

        A result depends on its request alone, never on the requests beside it.

        Raises:
            EngineError: The decoder itself failed (out of memory, a lost device).
        """
        ...

    def score(self, pairs: Sequence[Pair]) -> list[Score]:
        """How likely the engine finds each target, given its source."""
        ...

    def attend(self, pairs: Sequence[Pair]) -> list[Attention | None]:
        """Where the engine looks in the source for each token of a given target; None over a pivot."""
        ...


def draft_all(engine: Engine, requests: Sequence[Request]) -> list[Draft | Failed]:
    """The results of `engine.draft` in the order of the requests."""
    results = dict(engine.draft(requests))
    return [results[index] for index in range(len(requests))]
