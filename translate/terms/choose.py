"""The best of several texts, by the package's own score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translate.engine.interface import Score
from translate.terms.candidates import CERTAIN, Candidate, Task
from translate.glossary.occurrences import assign

REFUSE = 2.0
"""A candidate is refused when the sentence around its renderings scores so far below the plain draft: in
log probability by token.

A name put in the wrong place, or a sentence that falls apart behind it, costs more than a rendering that
the package would not have chosen itself; that the rendering is unlikely to the package says nothing.
"""


WRITTEN = 6.0
"""The same for a text that the package decoded itself from a given beginning: it is whole by its nature,
and all else has failed before it is asked for."""
OTHER = 0.5
"""The same for another text of the n-best list: it is as good only while it is nearly as likely."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate that was scored and verified."""

    candidate: Candidate
    score: Score
    plain: Score
    """Of the plain draft."""
    missing: int
    """Mentions that it does not render, and avoided renderings that it holds."""

    @property
    def change(self) -> float:
        """Score less that of the plain draft."""
        return self.score.whole - self.plain.whole

    @property
    def refused(self) -> bool:
        """Whether it damages the sentence; where the place is certain, nothing else can be damaged."""
        if not self.candidate.best and self.change < -OTHER:
            return True
        if self.candidate.forced:
            return self.score.rest < self.plain.whole - WRITTEN
        return self.candidate.trust < CERTAIN and self.score.rest < self.plain.whole - REFUSE


def judge(task: Task, candidate: Candidate, score: Score, plain: Score) -> Scored:
    """The candidate with its score, verified: what it holds is read off the text, not believed."""
    found = assign(candidate.edited.text, task.mentions, task.language)
    return Scored(candidate, score, plain, len(found.missing) + len(found.faults))


def best_complete(scored: Sequence[Scored]) -> Scored | None:
    """Among those that hold every wanted term and are not refused: the surest, then the highest score."""
    complete = [one for one in scored if not one.missing and not one.refused]
    return max(complete, key=lambda one: (one.candidate.trust, one.candidate.best, *_rank(one)), default=None)


def least_missing(scored: Sequence[Scored]) -> Scored | None:
    """What to keep where nothing holds every term: the fewest missing, then the highest score.

    A candidate that was refused is no better than one that lacks a term: it may say something else.
    """
    kept = [one for one in scored if not one.refused]
    return max(kept, key=lambda one: (-one.missing, *_rank(one)), default=None)


def _rank(one: Scored) -> tuple[float, str]:
    return one.score.whole, one.candidate.edited.text
