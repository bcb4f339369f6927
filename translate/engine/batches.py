"""Requests into batches whose results do not depend on what else is in the batch."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from translate.engine.interface import Request


@dataclass(frozen=True, slots=True)
class Job:
    """A request as tokens."""

    index: int
    """Which request it answers."""
    request: Request
    tokens: list[str]
    """Source pieces."""
    prefix: list[str] = field(default_factory=list)
    """Target pieces to begin with, the language prefix first."""


def batches(jobs: Sequence[Job], limit: int) -> Iterator[list[Job]]:
    """`jobs` in batches of equal shape, longest first, at most `limit` source tokens each.

    Only jobs with the same number of source tokens share a batch. Padding changes the order in which
    floating-point sums are made, and so, now and then, the chosen word; without padding and with int8
    weights CTranslate2 gives the same bits whatever else is decoded. That is what lets a resumed run
    equal an uninterrupted one byte for byte, and it costs no speed: nothing is computed for padding.
    """
    groups: defaultdict[tuple[object, ...], list[Job]] = defaultdict(list)
    for job in jobs:
        groups[_shape(job)].append(job)
    for group in sorted(groups.values(), key=lambda group: -len(group[0].tokens)):
        size = max(1, limit // max(1, len(group[0].tokens)))
        for start in range(0, len(group), size):
            yield group[start:start + size]


def _shape(job: Job) -> tuple[object, ...]:
    """What jobs of one batch have in common: lengths, and the options that hold for a whole call."""
    request = job.request
    return len(job.tokens), len(job.prefix), request.suppress, request.alternatives, request.links
