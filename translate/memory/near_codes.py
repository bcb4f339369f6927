"""The words of many sentences at once, as numbers.

What `near_words` does to one sentence with a regular expression, done to thousands in a few passes over
one array of characters: a memory of a million sentences is taken apart in seconds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from translate.memory.near_words import ALONE

if TYPE_CHECKING:
    from numpy import ndarray

    Array = ndarray[Any, Any]

CODES = 1 << 20
"""Numbers that a word may have. That two words share one is harmless: it may offer a sentence that is then
found to be unlike, and it hides none."""
_SHIFT = 44
_NONE, _LETTER, _DIGIT, _WHOLE = range(4)
_FACTOR = 0x9E3779B97F4A7C15
"""2 to the power of 64, divided by the golden ratio: it spreads what is multiplied by it."""
_LONG = 64
"""Characters of a word that are told apart by their place."""
_BASIC = 0x10000


@lru_cache(maxsize=2)
def _kinds(top: int) -> Array:
    """[characters] what a character is in a word, for those below `top`."""
    import numpy
    alone = re.compile(f"[{ALONE}]")
    return numpy.array([_WHOLE if alone.match(char) else _DIGIT if char.isdecimal() else
                        _LETTER if char.isalnum() else _NONE for char in map(chr, range(top))],
                       dtype=numpy.uint8)


@lru_cache(maxsize=1)
def _powers() -> Array:
    import numpy
    return numpy.array([pow(_FACTOR, place + 1, 1 << 64) for place in range(_LONG)], dtype=numpy.uint64)


def encode(texts: Sequence[str]) -> tuple[Array, Array]:
    """([sentences] how many words each has, [words] the number of each, in their order)."""
    import numpy
    lower = [text.lower() for text in texts]
    chars = numpy.frombuffer("\n".join(lower).encode("utf-32-le", "surrogatepass"), dtype="<u4")
    if not len(chars):
        return numpy.zeros(len(texts), dtype=numpy.int64), numpy.zeros(0, dtype=numpy.uint32)
    kinds = _joined(chars, _kinds(_BASIC if chars.max() < _BASIC else 0x110000)[chars])
    begins = kinds != _NONE
    begins[1:] &= (kinds[1:] != kinds[:-1]) | (kinds[1:] == _WHOLE)
    at = numpy.flatnonzero(begins)
    lengths = numpy.fromiter(map(len, lower), dtype=numpy.int64, count=len(lower))
    ends = numpy.cumsum(lengths + 1)
    sizes = numpy.diff(numpy.searchsorted(at, ends), prepend=0)
    return sizes, _hashes(chars[kinds != _NONE], begins[kinds != _NONE])


def _joined(chars: Array, kinds: Array) -> Array:
    """`kinds`, with the points of 1,200.5 as digits and the apostrophe of don't as a letter."""
    for (sign, other), kind in (((".", ","), _DIGIT), (("'", "’"), _LETTER)):
        inner = (chars[1:-1] == ord(sign)) | (chars[1:-1] == ord(other))
        inner &= (kinds[:-2] == kind) & (kinds[2:] == kind)
        kinds[1:-1][inner] = kind
    return kinds


def _hashes(chars: Array, begins: Array) -> Array:
    """A number for each word, from its characters and their places in it."""
    import numpy
    starts = numpy.flatnonzero(begins)
    if not len(starts):
        return numpy.zeros(0, dtype=numpy.uint32)
    place = numpy.arange(len(chars)) - numpy.repeat(starts, numpy.diff(starts, append=len(chars)))
    values = (chars.astype(numpy.uint64) + numpy.uint64(1)) * _powers()[numpy.minimum(place, _LONG - 1)]
    sums = numpy.add.reduceat(values, starts)
    return ((sums * numpy.uint64(_FACTOR)) >> numpy.uint64(_SHIFT)).astype(numpy.uint32)
