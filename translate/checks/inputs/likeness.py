"""How much speaks for two stretches of text being a translation of each other, before anything is aligned.

Each measure is the logarithm of how much likelier it is in translations than in texts that have nothing to do
with each other. The lengths: those of good translations stray by a share that falls with the length
(measured on 1,230 sentences of news); those of other pairs by far more. The anchors: numbers by their value
(15,000 is 1만5000), entries of the glossary, Latin words; the fewer stretches hold one, the more it says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log

from translate.text.numbers import numbers

Names = Callable[[str, str], Iterable[str]]
"""From a text and its language code to ids of what the glossary finds there."""

_LATIN = re.compile(r"https?://[\w./%?=&-]+|[A-Za-z][A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*|\d+(?:[.,]\d+)*", re.ASCII)
_WIDE = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_DENSITY = 2.4
"""Letters of English for one of Korean or Japanese."""
_FAR = 0.8
"""Deviation of the logarithm of the ratio of two lengths where the texts have nothing to do with each other."""
_LOST = 2.5
"""What speaks against a pair of which only one side has a number."""
_MOST_FOR, _MOST_AGAINST = 7.0, 6.0
_OTHER_KIND = 3.0
"""A paragraph hardly ever renders a heading."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block or a sentence, with what is compared of it."""

    kind: str
    size: float
    firm: frozenset[str]
    """Anchors that a translation has to keep: numbers."""
    anchors: frozenset[str]
    """These, and what it may leave out or write in its own way: names, Latin words, digits."""


def stretch(text: str, language: str, kind: str = "", names: Names | None = None) -> Stretch:
    """What is compared of `text`."""
    found = numbers(text, language, names=True)
    firm = frozenset(f"={number.value}" for number in found if number.sure and number.kind != "name")
    words = {*_LATIN.findall(text), *(names(text, language) if names else ())}
    return Stretch(kind, len(text) + len(_WIDE.findall(text)) * (_DENSITY - 1), firm,
                   frozenset(f"={number.value}" for number in found) | words)


def merged(stretches: Sequence[Stretch]) -> Stretch:
    """Several that follow each other, as one."""
    if len(stretches) == 1:
        return stretches[0]
    kinds = {one.kind for one in stretches}
    return Stretch(kinds.pop() if len(kinds) == 1 else "mixed", sum(one.size for one in stretches),
                   frozenset().union(*(one.firm for one in stretches)),
                   frozenset().union(*(one.anchors for one in stretches)))


def lost(one: Stretch, other: Stretch) -> frozenset[str]:
    """What one of them has and the other should."""
    return (one.firm - other.anchors) | (other.firm - one.anchors)


class Likeness:
    """Compares the stretches of two texts; how rare an anchor is there decides what it says."""

    def __init__(self, sources: Sequence[Stretch], targets: Sequence[Stretch]) -> None:
        self.weights: dict[str, float] = {}
        for side in (sources, targets):
            seen = Counter(anchor for one in side for anchor in one.anchors)
            for anchor, times in seen.items():
                weight = log((len(side) + 1) / (times + 0.5))
                self.weights[anchor] = max(0.2, min(weight, self.weights.get(anchor, weight)))

    def __call__(self, one: Stretch, other: Stretch) -> float:
        """What speaks for the two being a pair; below zero it speaks against it."""
        return _lengths(one.size, other.size) + self._anchors(one, other) - _OTHER_KIND * (one.kind != other.kind)

    def _anchors(self, one: Stretch, other: Stretch) -> float:
        shared = sum(self.weights[anchor] for anchor in one.anchors & other.anchors)
        return min(_MOST_FOR, shared) - min(_MOST_AGAINST, _LOST * len(lost(one, other)))


def _lengths(one: float, other: float) -> float:
    """The logarithm of the ratio of two densities, both normal: of translations, and of anything."""
    ratio = log((one + 3) / (other + 3))
    near = 0.12 + 8 / (min(one, other) + 8)
    return max(-5.0, log(_FAR / near) + (ratio / _FAR) ** 2 / 2 - (ratio / near) ** 2 / 2)
