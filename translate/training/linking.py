"""Which source piece a target piece stands for, learned from the text itself.

Two IBM models 1 (Brown et al. 1993), one for each direction, trained by expectation maximisation; a link
counts where their product is clear. The links guide one attention head of the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ids = NDArray[np.int64]
    Numbers = NDArray[np.float64]

NONE = -1
"""The link of a target piece that stands for nothing."""
_ROUNDS = 5
_CLEAR = 0.5
"""Share of the weight that one source piece must have."""
_LEAST = 1e-3
_COPIED = 0.3
"""Weight of a piece that stands on both sides: a number, a Latin name, a rendering in the source."""


class Linker:
    """Links for pairs of ids, from what pairs of the same kind had in common."""

    def __init__(self, pairs: Sequence[tuple[Ids, Ids]], size: int, common: int) -> None:
        """Learn from `pairs` of (source ids, target ids) under `size`; ids up to `common` are control
        pieces, tags and the like, whose equality says nothing."""
        self.size, self.common = size, common
        forward = _model([(source, target) for source, target in pairs], size)
        backward = _model([(target, source) for source, target in pairs], size)
        self.keys, there = forward
        swapped = (self.keys % size) * size + self.keys // size
        self.weights = there * _look_up(*backward, swapped)

    def link(self, source: Ids, target: Ids) -> Ids:
        """For each target id the index of its source id, or NONE."""
        import numpy as np
        if not len(source) or not len(target):
            return np.full(len(target), NONE)
        wanted = source[None, :] * self.size + target[:, None]
        weights = _look_up(self.keys, self.weights, wanted.ravel()).reshape(wanted.shape)
        copied = (source[None, :] == target[:, None]) & (target[:, None] > self.common)
        weights = np.maximum(weights, np.where(copied, _COPIED, 0.0))
        total = weights.sum(1)
        best = weights.argmax(1)
        clear = (weights.max(1) > _CLEAR * total) & (total > _LEAST)
        links: Ids = np.where(clear, best, NONE)
        return links


def _model(pairs: Sequence[tuple[Ids, Ids]], size: int) -> tuple[Ids, Numbers]:
    """Sorted keys `given * size + made`, and how likely each makes the other."""
    import numpy as np
    keys = np.concatenate([(given[None, :] * size + made[:, None]).ravel() for given, made in pairs])
    rows = np.concatenate([np.full(len(made), len(given)) for given, made in pairs])
    unique, inverse = np.unique(keys, return_inverse=True)
    given = unique // size
    likely = np.ones(len(unique))
    starts = np.concatenate([[0], np.cumsum(rows)[:-1]])
    for _ in range(_ROUNDS):
        expected = likely[inverse]
        expected /= np.repeat(np.add.reduceat(expected, starts) + 1e-9, rows)
        counts = np.bincount(inverse, expected, len(unique))
        totals = np.bincount(given, counts, size)
        likely = counts / (totals[given] + 0.02)
    return unique, likely


def _look_up(keys: Ids, values: Numbers, wanted: Ids) -> Numbers:
    """The value of each of `wanted`, 0 for those that are no key."""
    import numpy as np
    places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    found: Numbers = np.where(keys[places] == wanted, values[places], 0.0)
    return found
