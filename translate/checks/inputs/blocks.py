"""Which blocks of a translation render which blocks of the source, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from translate.records import Block

_ANCHOR = re.compile(r"https?://\S+|[A-Za-z][A-Za-z.-]*[A-Za-z]|\d+(?:[.,]\d+)*")
_WIDE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_DENSITY = 2.2
"""Letters of English for one of Korean or Japanese: measured on human translations of news."""
_SPREAD = 0.35
"""Standard deviation of the logarithm of that ratio, for a paragraph."""
_BEADS = ((1, 1, 0.0), (1, 2, 2.0), (2, 1, 2.0), (1, 0, 4.5), (0, 1, 4.5))
"""Blocks of the source, blocks of the translation, and what such a bead costs."""
_OTHER_KIND = 2.5
_NO_ANCHOR = 1.5
_DOUBTFUL = 4.0
"""A bead that costs as much is no better than none."""
_MARGIN = 0.9
"""How much dearer another way has to be for a bead beside a gap to be sure."""
_MOST = 4_000_000
"""Cells of the table; longer files are compared in their structure alone."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Blocks that belong together."""

    sources: range
    targets: range
    next: int
    """The block of the translation where it stands, or would."""
    sure: bool


def align(sources: Sequence[Block], targets: Sequence[Block], languages: tuple[str, str]) -> list[Bead]:
    """The blocks of both sides, in order, each in one bead."""
    kinds = [[block.kind for block in side] for side in (sources, targets)]
    if kinds[0] == kinds[1] or len(sources) * len(targets) > _MOST:
        return list(_one_by_one(sources, targets))
    return list(_cheapest(sources, targets))


def _one_by_one(sources: Sequence[Block], targets: Sequence[Block]) -> Iterator[Bead]:
    """The structure is the same: only a pair that cannot be one is in doubt."""
    for number in range(max(len(sources), len(targets))):
        here, there = (range(number, min(number + 1, len(side))) for side in (sources, targets))
        both = bool(here) and bool(there)
        sure = both and _cost(sources[number:number + 1], targets[number:number + 1]) < 2 * _DOUBTFUL
        yield Bead(here, there, number, sure)


def _cheapest(sources: Sequence[Block], targets: Sequence[Block]) -> Iterator[Bead]:
    """The beads of the cheapest way through both sides."""
    rows, columns = len(sources) + 1, len(targets) + 1
    best = [[float("inf")] * columns for _ in range(rows)]
    back = [[(0, 0)] * columns for _ in range(rows)]
    best[0][0] = 0.0
    for row in range(rows):
        for column in range(columns):
            for down, right, price in _BEADS:
                if row < down or column < right:
                    continue
                cost = best[row - down][column - right] + price
                if down and right:
                    cost += _cost(sources[row - down:row], targets[column - right:column])
                if cost < best[row][column]:
                    best[row][column], back[row][column] = cost, (down, right)
    beads: list[Bead] = []
    row, column = rows - 1, columns - 1
    while row or column:
        down, right = back[row][column]
        here, there = range(row - down, row), range(column - right, column)
        sure = bool(down and right) and _cost(sources[row - down:row], targets[column - right:column]) < _DOUBTFUL
        beads.append(Bead(here, there, column - right, sure))
        row, column = row - down, column - right
    beads.reverse()
    doubtful = {one for step in (1, -1) for one in _near_gaps(beads, sources, targets, step)}
    return (replace(bead, sure=False) if number in doubtful else bead for number, bead in enumerate(beads))


def _near_gaps(beads: Sequence[Bead], sources: Sequence[Block], targets: Sequence[Block],
               step: int) -> Iterator[int]:
    """The beads behind a gap (`step` 1), or before it (-1), that might as well be shifted by one."""
    for gap, bead in enumerate(beads):
        if len(bead.sources) == len(bead.targets) or (bead.sources and bead.targets):
            continue
        free, number = bead, gap + step
        while 0 <= number < len(beads) and len(beads[number].sources) == len(beads[number].targets) == 1:
            own = beads[number]
            here = own.sources if bead.targets else free.sources
            there = free.targets if bead.targets else own.targets
            other = _cost(*(side[span.start:span.stop] for side, span in ((sources, here), (targets, there))))
            if other > _cost(sources[own.sources.start:own.sources.stop],
                             targets[own.targets.start:own.targets.stop]) + _MARGIN:
                break
            yield number
            free, number = own, number + step


def _cost(sources: Sequence[Block], targets: Sequence[Block]) -> float:
    """How unlike two stretches are: their lengths, their kinds, what stands in both."""
    one, other = (" ".join(block.text for block in side) for side in (sources, targets))
    ratio = log((_length(one) + 3) / (_length(other) + 3))
    cost = min(8.0, (ratio / _SPREAD) ** 2 / 2)
    kinds = {block.kind for block in (*sources, *targets)}
    return cost + (len(kinds) > 1) * _OTHER_KIND + _anchorless(one, other)


def _length(text: str) -> float:
    """Letters, those of Korean and Japanese weighed by how much more they say."""
    wide = len(_WIDE.findall(text))
    return len(text) + wide * (_DENSITY - 1)


def _anchorless(one: str, other: str) -> float:
    """Less than nothing where numbers or Latin words stand in both; a price where only one has numbers."""
    left, right = (set(_ANCHOR.findall(text)) for text in (one, other))
    digits = [{anchor for anchor in side if anchor[0].isdigit()} for side in (left, right)]
    if left & right:
        return -min(2.0, 0.7 * len(left & right))
    return _NO_ANCHOR if any(digits) else 0.0
