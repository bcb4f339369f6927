"""Which of a million sentences may be like another one.

Two sentences that score `CUTOFF` or more share that part of the words of the longer. So if the words of
each are put in one order, the rarest first, at least one of the first few is in both: prefix filtering
(Chaudhuri, Ganti and Kaushik, "A Primitive Operator for Similarity Joins in Data Cleaning", 2006). Only
these few words are indexed, which leaves out all that are frequent, and no sentence is missed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

from translate.memory.near_words import words

if TYPE_CHECKING:
    from numpy import ndarray

    Array = ndarray[Any, Any]

CUTOFF = 70
"""The least score of a suggestion: below it, translating anew is faster than mending."""
_CODES = 0x10F000
"""Characters that a word can be written as."""


@dataclass(frozen=True, slots=True)
class NearIndex:
    """Sentences by their rarest words. A word is known by its rank, the rarest being 0."""

    ids: Array
    """[sentences] what the caller calls each."""
    starts: Array
    """[sentences + 1] where its words begin in `text`."""
    text: str
    """All words of all sentences, each as one character, so that fast string comparison does."""
    vocabulary: Array
    """[words] hashes, sorted."""
    ranks: Array
    """[words] rank of each."""
    lists: Array
    """Sentences that have a word among their first, by the rank of the word."""
    bounds: Array
    """[words + 1] where the sentences of a rank begin in `lists`."""

    def codes(self, text: str) -> list[int]:
        """The ranks of the words of `text` in their order; -1 for one that no sentence has."""
        import numpy
        if not len(self.vocabulary):
            return []
        hashes = numpy.array([crc32(word.encode()) for word in words(text)], dtype=numpy.uint32)
        at = numpy.minimum(numpy.searchsorted(self.vocabulary, hashes), len(self.vocabulary) - 1)
        found: list[int] = numpy.where(self.vocabulary[at] == hashes, self.ranks[at], -1).tolist()
        return found

    def find(self, text: str, limit: int) -> list[int]:
        """Up to `limit` ids of the sentences most like `text`, best first."""
        import numpy
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import cdist
        codes = self.codes(text)
        among = self._among(codes)
        if not len(among):
            return []
        mine = "".join(chr(code % _CODES) if code >= 0 else "\U0010ffff" for code in codes)
        begins, ends = self.starts[among].tolist(), self.starts[among + 1].tolist()
        others = [self.text[begin:end] for begin, end in zip(begins, ends)]
        alike = cdist([mine], others, scorer=Levenshtein.normalized_similarity, dtype=numpy.float32,
                      score_cutoff=CUTOFF / 100)[0]
        best = numpy.argsort(-alike, kind="stable")[:limit]
        found: list[int] = self.ids[among[best[alike[best] > 0]]].tolist()
        return found

    def _among(self, codes: Sequence[int]) -> Array:
        """The sentences that share one of the first words, and are not much longer or shorter."""
        import numpy
        first = sorted(codes)[:prefix(len(codes))]
        lists = [self.lists[self.bounds[rank]:self.bounds[rank + 1]]
                 for rank in dict.fromkeys(first) if rank >= 0]
        if not lists:
            return numpy.zeros(0, dtype=numpy.int64)
        among = numpy.concatenate(lists)
        sizes = self.starts[among + 1] - self.starts[among]
        fits = (sizes * 100 >= len(codes) * CUTOFF) & (sizes * CUTOFF <= len(codes) * 100)
        return numpy.unique(among[fits]).astype(numpy.int64)


def prefix(size: int) -> int:
    """How many first words of a sentence of `size` words one like it must share one of."""
    return size - -(-size * CUTOFF // 100) + 1 if size else 0


def build(rows: Iterable[tuple[int, str]]) -> NearIndex:
    """The index of sentences, each with its id; one that occurs again is indexed once."""
    import numpy
    ids, sizes, hashes = _read(rows)
    starts = numpy.concatenate([[0], numpy.cumsum(sizes)]).astype(numpy.int64)
    vocabulary, codes, counts = numpy.unique(hashes, return_inverse=True, return_counts=True)
    ranks = numpy.empty(len(vocabulary), dtype=numpy.int64)
    ranks[numpy.argsort(counts, kind="stable")] = numpy.arange(len(vocabulary))
    ranked = ranks[codes]
    lists, bounds = _lists(ranked, sizes, starts, len(vocabulary))
    text = (ranked % _CODES).astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
    return NearIndex(ids, starts, text, vocabulary, ranks, lists, bounds)


def _read(rows: Iterable[tuple[int, str]]) -> tuple[Array, Array, Array]:
    """(ids, numbers of words, hashes of the words) of the sentences."""
    import numpy
    from array import array
    ids, sizes, hashes = array("q"), array("q"), array("I")
    known: dict[str, int] = {}
    seen: set[int] = set()
    for id, text in rows:
        same = hash(text)
        if same in seen:
            continue
        seen.add(same)
        found = words(text)
        for word in found:
            if word not in known:
                known[word] = crc32(word.encode())
        ids.append(id)
        sizes.append(len(found))
        hashes.extend([known[word] for word in found])
    return (numpy.frombuffer(ids, dtype=numpy.int64) if ids else numpy.zeros(0, dtype=numpy.int64),
            numpy.frombuffer(sizes, dtype=numpy.int64) if sizes else numpy.zeros(0, dtype=numpy.int64),
            numpy.frombuffer(hashes, dtype=numpy.uint32) if hashes else numpy.zeros(0, dtype=numpy.uint32))


def _lists(ranked: Array, sizes: Array, starts: Array, ranks: int) -> tuple[Array, Array]:
    """(sentences, bounds) by the rank of each of their first words."""
    import numpy
    sentence = numpy.repeat(numpy.arange(len(sizes), dtype=numpy.uint64), sizes)
    order = numpy.sort(sentence << numpy.uint64(32) | ranked.astype(numpy.uint64))
    first = sizes - -(-sizes * CUTOFF // 100) + 1
    position = numpy.arange(len(order), dtype=numpy.int64) - numpy.repeat(starts[:-1], sizes)
    chosen = order[position < numpy.repeat(first, sizes)]
    pairs = numpy.unique((chosen & numpy.uint64(0xffffffff)) << numpy.uint64(32) | chosen >> numpy.uint64(32))
    bounds = numpy.searchsorted(pairs >> numpy.uint64(32), numpy.arange(ranks + 1, dtype=numpy.uint64))
    return (pairs & numpy.uint64(0xffffffff)).astype(numpy.uint32), bounds
