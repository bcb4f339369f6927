"""From a stretch of the source to the stretch of the translation that renders it.

Cross-attention gives each target token one source token. That is noisy, so a stretch is not the
hull of all tokens that point into it but the run with the largest weight: letters that point into
the stretch, less letters in between that point elsewhere (Kadane's maximum subarray). Where no
token points, the same words standing in the translation decide, and then the proportional position.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from translate.records import Span
from translate.text.words import seek_edge, words

Links = Sequence[tuple[Span, Span]]
_SIGN_WEIGHT = 0.25
"""A token without letters or digits: commas and quotes link almost at random."""


@dataclass(frozen=True, slots=True)
class Run:
    """Where a source stretch stands in the target, and how sure that is."""

    span: Span
    weight: float
    """Letters that point into the stretch less those inside it that point elsewhere."""


class Room:
    """What siblings have taken of a stretch of the target."""

    def __init__(self, bounds: Span) -> None:
        self.bounds = bounds
        self.taken: list[Span] = []

    def take(self, span: Span) -> None:
        """No later sibling may overlap `span`."""
        if len(span):
            insort(self.taken, span)

    def is_free(self, span: Span) -> bool:
        """Whether `span` lies within the bounds and overlaps nothing taken."""
        if span.start < self.bounds.start or span.end > self.bounds.end:
            return False
        at = bisect_left(self.taken, Span(span.end, span.end))
        return at == 0 or self.taken[at - 1].end <= span.start

    def around(self, span: Span) -> Span:
        """The free stretch that holds `span`."""
        at = bisect_left(self.taken, Span(span.end, span.end))
        start = self.taken[at - 1].end if at else self.bounds.start
        end = self.taken[at].start if at < len(self.taken) else self.bounds.end
        return Span(min(start, span.start), max(end, span.end))

    def beside(self, position: int) -> int:
        """`position`, or the nearer edge of the taken span that it falls into."""
        position = min(max(position, self.bounds.start), self.bounds.end)
        at = bisect_left(self.taken, Span(position, position)) - 1
        if at >= 0 and self.taken[at].end > position:
            span = self.taken[at]
            return span.start if position - span.start < span.end - position else span.end
        return position


class Alignment:
    """A source text, its translation, and the links between them.

    A link whose source side holds a space is no token but a sentence: it bounds the guess where no
    token is linked. `copies` are links too, of any length: text that stands in both.
    """

    def __init__(self, source: str, target: str, links: Links, copies: Links = ()) -> None:
        self.source, self.target = source, target
        stripped = [(_strip(source, a), _strip(target, b)) for a, b in links]
        whole = [pair for pair in stripped if len(pair[0]) and len(pair[1])]
        tokens = [pair for pair in whole if not _has_space(source, pair[0])]
        self.tokens = sorted([*tokens, *copies], key=lambda pair: pair[1])
        self.regions = [pair for pair in whole if _has_space(source, pair[0])]
        self.weights = [_weight(span.of(target)) for _, span in self.tokens]
        self.before = [0.0, *accumulate(self.weights)]
        self.by_source = sorted((a.start, a.end, index) for index, (a, _) in enumerate(self.tokens))
        self.longest = max((len(a) for a, _ in self.tokens), default=0)
        self.words = words(target)

    def run(self, span: Span, room: Room) -> Run | None:
        """The heaviest run of free target tokens that point into `span`; None where none does."""
        best: Run | None = None
        first, weight, last = 0, 0.0, -1
        for index in self._pointing(span):
            if not room.is_free(self.tokens[index][1]):
                continue
            gap = self.before[index] - self.before[last + 1]
            start = self.tokens[first][1].start
            reach = Span(start, max(self.tokens[index][1].end, start))
            if last < 0 or weight <= gap or not room.is_free(reach):
                first, weight = index, 0.0
            else:
                weight -= gap
            weight, last = weight + self.weights[index], index
            if best is None or weight > best.weight:
                best = Run(Span(self.tokens[first][1].start, self.tokens[index][1].end), weight)
        return best

    def _pointing(self, span: Span) -> list[int]:
        """Target tokens whose source token lies for the larger part in `span`, in target order."""
        at = bisect_left(self.by_source, (span.start - self.longest, 0, 0))
        found = []
        while at < len(self.by_source) and self.by_source[at][0] < span.end:
            start, end, index = self.by_source[at]
            if 2 * (min(end, span.end) - max(start, span.start)) > end - start:
                found.append(index)
            at += 1
        return sorted(found)

    def scale(self, position: int) -> int:
        """The target position that is as far into its text, or its sentence, as `position`."""
        source, target = next((pair for pair in self.regions
                               if pair[0].start <= position <= pair[0].end),
                              (Span(0, len(self.source)), Span(0, len(self.target))))
        share = (position - source.start) / len(source) if len(source) else 0.0
        return target.start + round(share * len(target))

    def guess(self, span: Span, room: Room) -> Span:
        """Whole free words at the proportional place of `span`; empty where no word is free."""
        start, end = self.scale(span.start), self.scale(span.end)
        inside = [word for word in self._words_between(start, end) if room.is_free(word)]
        if not inside:
            nearest = self._nearest_word((start + end) // 2, room)
            position = room.beside(start)
            return nearest or Span(position, position)
        last = 0
        while last + 1 < len(inside) and room.is_free(Span(inside[0].start, inside[last + 1].end)):
            last += 1
        return Span(inside[0].start, inside[last].end)

    def _words_between(self, start: int, end: int) -> list[Span]:
        """Words whose middle lies in the stretch."""
        at = max(bisect_left(self.words, Span(start, start)) - 1, 0)
        stop = bisect_left(self.words, Span(end, end))
        return [word for word in self.words[at:stop] if start <= (word.start + word.end) / 2 < end]

    def _nearest_word(self, position: int, room: Room) -> Span | None:
        right = bisect_left(self.words, Span(position, position))
        left = right - 1
        while left >= 0 or right < len(self.words):
            behind = position - self.words[left].end if left >= 0 else None
            ahead = self.words[right].start - position if right < len(self.words) else None
            if ahead is None or behind is not None and behind <= ahead:
                nearest, left = self.words[left], left - 1
            else:
                nearest, right = self.words[right], right + 1
            if room.is_free(nearest):
                return nearest
        return None

    def behind(self, position: int) -> int | None:
        """Where the rendering of the last linked token before `position` ends; None if none is."""
        at = bisect_right(self.by_source, (position, 0, -1)) - 1
        while at >= 0 and self.by_source[at][1] > position:
            at -= 1
        if at < 0:
            return None
        start, end, _ = self.by_source[at]
        return max(self.tokens[index][1].end for index in self._pointing(Span(start, end)))

    def ahead(self, position: int) -> int | None:
        """Where the rendering of the first linked token behind `position` begins, if any is."""
        at = bisect_left(self.by_source, (position, 0, -1))
        if at == len(self.by_source):
            return None
        start, end, _ = self.by_source[at]
        return min(self.tokens[index][1].start for index in self._pointing(Span(start, end)))

    def widen(self, span: Span, free: Span) -> Span:
        """`span` with the rest of the words that it cuts, inside `free`."""
        return Span(seek_edge(self.target, span.start, -1, free.start),
                    seek_edge(self.target, span.end, 1, free.end))


def _strip(text: str, span: Span) -> Span:
    stretch = span.of(text)
    start = span.start + len(stretch) - len(stretch.lstrip())
    return Span(start, max(start, span.start + len(stretch.rstrip())))


def _has_space(text: str, span: Span) -> bool:
    return any(character.isspace() for character in span.of(text))


def _weight(token: str) -> float:
    return sum(character.isalnum() for character in token) or _SIGN_WEIGHT
