"""Which stretches of a translation render which stretches of the source, and how sure that is.

Stretches follow each other in the same order in both: one to one, two joined, or one without a counterpart
(after W. Gale and K. Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993). The way through
both that is likeliest is taken; it is sure of a bead where the ways that have this bead hold most of the
likelihood of all ways, which is counted forwards and backwards.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, inf, log

from translate.checks.inputs.likeness import Likeness, Stretch, merged

SURE = 0.9
"""The least share of the likelihood of a bead that is checked."""
_STEPS = ((1, 1), (1, 2), (2, 1), (1, 0), (0, 1), (2, 2))
"""Of the last, each renders the other's neighbour."""
_EVEN = tuple(map(log, (0.976, 0.004, 0.004, 0.006, 0.006, 0.004)))
"""How likely each step is where both sides have the same structure."""
_UNEVEN = tuple(map(log, (0.896, 0.025, 0.025, 0.025, 0.025, 0.004)))
_BAND = 24
"""How far from the diagonal the way may go, beyond what the numbers of stretches ask for."""
_MOST = 1_000_000
"""Cells of the table; longer texts are compared in their structure alone, and nothing is sure."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Stretches that belong together."""

    sources: range
    targets: range
    sure: bool
    """Whether they do, or whether one has no counterpart."""

    @property
    def crossed(self) -> bool:
        """Whether two are in another order."""
        return len(self.sources) == len(self.targets) == 2

    @property
    def paired(self) -> bool:
        """Whether it can be checked."""
        return self.sure and bool(self.sources) and bool(self.targets) and not self.crossed


def align(sources: Sequence[Stretch], targets: Sequence[Stretch]) -> list[Bead]:
    """The stretches of both sides, in order, each in one bead."""
    table = _Table(sources, targets)
    if len(sources) * table.width > _MOST:
        return [Bead(_one(number, sources), _one(number, targets), False)
                for number in range(max(len(sources), len(targets)))]
    return table.beads()


def _one(number: int, side: Sequence[Stretch]) -> range:
    return range(number, min(number + 1, len(side))) if number < len(side) else range(len(side), len(side))


class _Table:
    """Every way through both sides that stays near the diagonal."""

    def __init__(self, sources: Sequence[Stretch], targets: Sequence[Stretch]) -> None:
        self.sources, self.targets = sources, targets
        self.rows, self.columns = len(sources) + 1, len(targets) + 1
        self.width = min(self.columns, 2 * (_BAND + abs(len(sources) - len(targets))) + 1)
        even = [one.kind for one in sources] == [one.kind for one in targets]
        self.prices = _EVEN if even else _UNEVEN

    def beads(self) -> list[Bead]:
        """The likeliest way, each of its beads with whether it is sure."""
        arcs = self._arcs()
        ahead, best = self._forwards(arcs)
        behind = self._backwards(arcs)
        whole = ahead[-1][self.columns - 1]
        found: list[Bead] = []
        row, column = self.rows - 1, self.columns - 1
        while row or column:
            step = best[row][column]
            down, right = _STEPS[step]
            share = exp(ahead[row - down][column - right] + arcs[row][column][step] + behind[row][column] - whole)
            found.append(Bead(range(row - down, row), range(column - right, column), share >= SURE))
            row, column = row - down, column - right
        return found[::-1]

    def _arcs(self) -> list[dict[int, array[float]]]:
        """What speaks for each step that ends in a cell, by row and column; -inf for one that cannot."""
        like = Likeness(self.sources, self.targets)
        pairs = [[merged(side[number:number + 2]) for number in range(len(side) - 1)]
                 for side in (self.sources, self.targets)]
        return [{column: self._steps(row, column, like, pairs) for column in self._band(row)}
                for row in range(self.rows)]

    def _band(self, row: int) -> range:
        start = row * (self.columns - 1) // max(1, self.rows - 1) - self.width // 2
        start = max(0, min(start, self.columns - self.width))
        return range(start, start + self.width)

    def _steps(self, row: int, column: int, like: Likeness, pairs: list[list[Stretch]]) -> array[float]:
        prices = array("d", self.prices)
        if row and column:
            one, other = self.sources[row - 1], self.targets[column - 1]
            prices[0] += like(one, other)
            prices[1] += like(one, pairs[1][column - 2]) if column > 1 else -inf
            prices[2] += like(pairs[0][row - 2], other) if row > 1 else -inf
            if row > 1 and column > 1:
                prices[5] += like(self.sources[row - 2], other) + like(one, self.targets[column - 2])
        for step, (down, right) in enumerate(_STEPS):
            if row < down or column < right:
                prices[step] = -inf
        return prices

    def _forwards(self, arcs: list[dict[int, array[float]]]
                  ) -> tuple[list[dict[int, float]], list[dict[int, int]]]:
        """How likely all ways to a cell are together, and with which step the likeliest ends."""
        ahead: list[dict[int, float]] = []
        top: list[dict[int, float]] = []
        best: list[dict[int, int]] = []
        for row, line in enumerate(arcs):
            ahead.append({})
            top.append({})
            best.append({})
            for column, prices in line.items():
                if not row and not column:
                    ahead[0][0] = top[0][0] = 0.0
                    continue
                befores = [(row - down, column - right) for down, right in _STEPS]
                ahead[row][column] = _together([_at(ahead, cell) + price for cell, price in zip(befores, prices)])
                ways = [_at(top, cell) + price for cell, price in zip(befores, prices)]
                top[row][column] = max(ways)
                best[row][column] = ways.index(max(ways))
        return ahead, best

    def _backwards(self, arcs: list[dict[int, array[float]]]) -> list[dict[int, float]]:
        """How likely all ways from a cell to the end are together."""
        behind: list[dict[int, float]] = [{} for _ in arcs]
        for row in range(self.rows - 1, -1, -1):
            for column in reversed(arcs[row]):
                if (row, column) == (self.rows - 1, self.columns - 1):
                    behind[row][column] = 0.0
                    continue
                behind[row][column] = _together(list(self._ways_on(arcs, behind, row, column)))
        return behind

    def _ways_on(self, arcs: list[dict[int, array[float]]], behind: list[dict[int, float]],
                 row: int, column: int) -> Iterator[float]:
        for step, (down, right) in enumerate(_STEPS):
            prices = arcs[row + down].get(column + right) if row + down < self.rows else None
            if prices is not None:
                yield behind[row + down][column + right] + prices[step]


def _at(table: Sequence[dict[int, float]], cell: tuple[int, int]) -> float:
    row, column = cell
    return table[row].get(column, -inf) if row >= 0 else -inf


def _together(ways: Sequence[float]) -> float:
    """The logarithm of the sum of likelihoods of which the logarithms are given."""
    most = max(ways, default=-inf)
    return most if most == -inf else most + log(sum(exp(way - most) for way in ways))
