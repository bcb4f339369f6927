"""Which of a million sentences may be like another one.

Two sentences that score `CUTOFF` or more share that part of the words of the longer. So if the words of
each are put in one order, the rarest first, at least one of the first few is in both: prefix filtering
(Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", 2006). Only
these few words are indexed, which leaves out all that are frequent, and no sentence is missed. Of what
they offer, a comparison of the words as sets of bits leaves a few to compare in earnest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from translate.memory.near_codes import CODES, encode

if TYPE_CHECKING:
    from numpy import ndarray

    Array = ndarray[Any, Any]

CUTOFF = 70
"""The least score of a suggestion: below it, translating anew is faster than mending."""
_PAGE = 20_000
_LOW = 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class NearIndex:
    """Sentences by their rarest words; those with fewer words come first. A word is known by its rank, the
    rarest being 0."""

    ids: Array
    """[sentences] what the caller calls each."""
    sizes: Array
    """[sentences] how many words each has, growing."""
    starts: Array
    """[sentences] where its words begin in `text`."""
    text: str
    """The words of all sentences, each as the character whose code is its rank, so that what compares
    strings compares sentences word by word."""
    ranks: Array
    """[codes] the rank of each word."""
    sets: Array
    """[sentences, 2] 128 bits that stand for its words."""
    lists: Array
    """Sentences that have a word among their first ones, by the rank of the word."""
    bounds: Array
    """[codes + 1] where the sentences of a rank begin in `lists`."""

    def find(self, texts: Sequence[str], limit: int) -> Iterator[list[int]]:
        """For each text up to `limit` ids of the sentences most like it, best first."""
        sizes, codes = encode(texts)
        words, start = self.ranks[codes], 0
        for size in sizes.tolist():
            yield self._find(words[start:start + size], limit) if size else []
            start += size

    def _find(self, words: Array, limit: int) -> list[int]:
        import numpy
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import cdist
        among = self._sifted(words, self._sharing(words))
        if not len(among):
            return []
        others = [self.text[start:start + size]
                  for start, size in zip(self.starts[among].tolist(), self.sizes[among].tolist())]
        alike = cdist([_letters(words)], others, scorer=Levenshtein.normalized_similarity,
                      dtype=numpy.float32, score_cutoff=CUTOFF / 100)[0]
        best = numpy.argsort(-alike, kind="stable")[:limit]
        found: list[int] = self.ids[among[best[alike[best] > 0]]].tolist()
        return found

    def _sharing(self, words: Array) -> Array:
        """The sentences that share one of the first words, and are not much longer or shorter."""
        import numpy
        shortest, longest = -(-len(words) * CUTOFF // 100), len(words) * 100 // CUTOFF
        band = self.sizes.searchsorted([shortest, longest + 1])
        found = []
        for rank in numpy.unique(words[numpy.argsort(words)[:first(len(words))]]).tolist():
            those = self.lists[self.bounds[rank]:self.bounds[rank + 1]]
            low, high = those.searchsorted(band)
            found.append(those[low:high])
        return numpy.concatenate(found)

    def _sifted(self, words: Array, among: Array) -> Array:
        """Those of `among` that do not lack too many of the words, nor have too many others."""
        import numpy
        mine, theirs = _sets(words, [0])[0], self.sets[among]
        edits = numpy.maximum(self.sizes[among], len(words)) * (100 - CUTOFF) // 100
        lacking = numpy.bitwise_count(mine & ~theirs).sum(axis=1)
        others = numpy.bitwise_count(theirs & ~mine).sum(axis=1)
        return numpy.unique(among[numpy.maximum(lacking, others) <= edits])


def first(size: Any) -> Any:
    """Among how many first words of a sentence of `size` words is one that a sentence like it shares."""
    return size - -(-size * CUTOFF // 100) + 1


def build(rows: Iterable[tuple[int, str]]) -> NearIndex:
    """The index of sentences, each with its id; one without a word is left out."""
    import numpy
    ids, sizes, codes = _read(rows)
    ids, sizes, codes = _by_size(ids, sizes, codes)
    starts = numpy.cumsum(sizes) - sizes
    ranks = numpy.empty(CODES, dtype=numpy.uint32)
    order = numpy.argsort(numpy.bincount(codes, minlength=CODES), kind="stable")
    ranks[order] = numpy.arange(CODES, dtype=numpy.uint32)
    words = ranks[codes]
    return NearIndex(ids, sizes, starts, _letters(words), ranks, _sets(words, starts),
                     *_lists(words, sizes, starts))


def _read(rows: Iterable[tuple[int, str]]) -> tuple[Array, Array, Array]:
    """(ids, sizes, codes) of the sentences; one that stands there again counts once."""
    import numpy
    pages: list[tuple[Array, Array, Array]] = []
    left, seen = iter(rows), set[int]()
    while page := list(islice(left, _PAGE)):
        new = {hash(text): (id, text) for id, text in page}
        those = [row for key, row in new.items() if key not in seen]
        seen.update(new)
        pages.append((numpy.array([id for id, _ in those], dtype=numpy.int64),
                      *encode([text for _, text in those])))
    none = numpy.zeros(0, dtype=numpy.int64)
    ids, sizes, codes = (numpy.concatenate([none, *column]) for column in zip(*pages)) if pages else [none] * 3
    return ids[sizes > 0], sizes[sizes > 0], codes


def _by_size(ids: Array, sizes: Array, codes: Array) -> tuple[Array, Array, Array]:
    """The same, the sentences with fewer words first."""
    import numpy
    order = numpy.argsort(sizes, kind="stable")
    starts, sizes = (numpy.cumsum(sizes) - sizes)[order], sizes[order]
    shift = starts - (numpy.cumsum(sizes) - sizes)
    return ids[order], sizes, codes[numpy.arange(len(codes)) + numpy.repeat(shift, sizes)]


def _sets(words: Array, starts: Any) -> Array:
    """[sentences, 2] a bit for each word."""
    import numpy
    if not len(words):
        return numpy.zeros((0, 2), dtype=numpy.uint64)
    bits = numpy.uint64(1) << (words & 63).astype(numpy.uint64)
    upper = (words & 64) != 0
    return numpy.stack([numpy.bitwise_or.reduceat(numpy.where(upper == half, bits, numpy.uint64(0)), starts)
                        for half in (False, True)], axis=1)


def _lists(words: Array, sizes: Array, starts: Array) -> tuple[Array, Array]:
    """(sentences, bounds) by the rank of each of their first words."""
    import numpy
    sentence = numpy.repeat(numpy.arange(len(sizes), dtype=numpy.uint64), sizes)
    rarest = numpy.sort(sentence << numpy.uint64(32) | words.astype(numpy.uint64))
    place = numpy.arange(len(rarest)) - numpy.repeat(starts, sizes)
    chosen = rarest[place < numpy.repeat(first(sizes), sizes)]
    pairs = numpy.sort((chosen & numpy.uint64(_LOW)) << numpy.uint64(32) | chosen >> numpy.uint64(32))
    pairs = pairs[numpy.append(pairs[1:] != pairs[:-1], True)[:len(pairs)]]
    bounds = numpy.searchsorted(pairs, numpy.arange(CODES + 1, dtype=numpy.uint64) << numpy.uint64(32))
    return (pairs & numpy.uint64(_LOW)).astype(numpy.uint32), bounds


def _letters(words: Array) -> str:
    """As `NearIndex.text`."""
    return words.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
