"""Where the marks of a block belong in its translation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.records import Block, Span
from translate.text.alignment import Alignment, Links, Room
from translate.text.nesting import parents
from translate.text.words import seek_edge

_LETTER = re.compile(r"[^\W_]")
_CLOSING_SIGNS = re.compile(r"[^\w\s(\[{「『（〈《【“‘]*")
_MOST_COPIES = 200
"""Places looked at in either direction: a page of one word over and over is no page."""
_SPACES = re.compile(r"\s*")


class Placing:
    """Spans in the translation for the marks of a block, found from the outermost pair inwards."""

    def __init__(self, block: Block, text: str, links: Links) -> None:
        self.source, self.target, self.marks = block.text, text, block.marks
        self.children: dict[int, list[int]] = {}
        for index, parent in enumerate(parents(self.marks)):
            self.children.setdefault(parent, []).append(index)
        self.alignment = self._align(links)
        self.spans: dict[int, Span] = {-1: Span(0, len(text))}
        self.lost: set[int] = set()
        """Protected marks whose text the translation lacks: `spans` says what it replaces."""
        pending = [-1]
        while pending:
            parent = pending.pop()
            self._place(parent)
            pending += [index for index in self.children.get(parent, ()) if not self.keeps(index)]

    def keeps(self, index: int) -> bool:
        """Whether the mark covers text that must stay, and with it the marks inside."""
        return self.marks[index].protected and len(self.marks[index].span) > 0

    def ordered(self, parent: int) -> list[int]:
        """The marks directly inside `parent` (-1: at the top), from the last place to the first."""
        def place(index: int) -> tuple[Span, int]:
            return self.spans[index], index
        return sorted(self.children.get(parent, ()), key=place, reverse=True)

    def inside(self, parent: int) -> list[int]:
        """All marks inside `parent`, in source order."""
        found: list[int] = []
        pending = [parent]
        while pending:
            children = self.children.get(pending.pop(), [])
            found += children
            pending += children
        return sorted(found)

    def _align(self, links: Links) -> Alignment:
        """The links; a protected text that the translation has is linked as a whole."""
        rough = Alignment(self.source, self.target, links)
        room = Room(Span(0, len(self.target)))
        copies: list[tuple[Span, Span]] = []
        for mark in self.marks:
            copy = _copy(rough, mark.span, room) if mark.protected else None
            if copy:
                room.take(copy)
                copies.append((mark.span, copy))
        return Alignment(self.source, self.target,
                         [pair for pair in links if room.is_free(pair[1])], copies)

    def _place(self, parent: int) -> None:
        children = self.children.get(parent, [])
        room = Room(self.spans[parent])
        for index in filter(self.keeps, children):
            self._place_protected(index, room)
        self._place_pairs(parent, [index for index in children if len(self.marks[index].span)
                                   and not self.keeps(index)], room)
        for index in children:
            if index not in self.spans:
                position = room.beside(self._point(parent, self.marks[index].span.start))
                self.spans[index] = Span(position, position)

    def _place_protected(self, index: int, room: Room) -> None:
        """On its own text, else on what stands there instead; else it waits for its neighbours."""
        span = self.marks[index].span
        place = _copy(self.alignment, span, room)
        if place is None:
            self.lost.add(index)
            run = self.alignment.run(span, room)
            place = run.span if run else None
        if place:
            self.spans[index] = place
            room.take(place)

    def _place_pairs(self, parent: int, pairs: Sequence[int], room: Room) -> None:
        """The surest first; then each is widened to whole words as far as its neighbours allow."""
        weights = {index: self._weight(index, room) for index in pairs}
        for index in sorted(pairs, key=lambda index: -weights[index]):
            self.spans[index] = self._find(parent, index, room)
            room.take(self.spans[index])
        for index in sorted(pairs, key=lambda index: self.spans[index]):
            found = self.spans[index]
            if len(found):
                room.taken.remove(found)
                self.spans[index] = self.alignment.widen(found, room.around(found))
                room.take(self.spans[index])

    def _weight(self, index: int, room: Room) -> float:
        run = self.alignment.run(self.marks[index].span, room)
        return run.weight if run else 0.0

    def _find(self, parent: int, index: int, room: Room) -> Span:
        span = self.marks[index].span
        whole = self._whole(parent, span)
        if whole and room.is_free(whole):
            return whole
        run = self.alignment.run(span, room)
        if run:
            return _without_signs(self.target, run.span, span.of(self.source))
        return _copy(self.alignment, span, room) or self.alignment.guess(span, room)

    def _whole(self, parent: int, span: Span) -> Span | None:
        """All words of the parent's target, when the mark covers all words of its source."""
        outer, inner = self._source_of(parent), self.spans[parent]
        if self._has_word(outer.start, span.start) or self._has_word(span.end, outer.end):
            return None
        start = inner.start if span.start == outer.start else _skip_signs(self.target, inner)
        end = inner.end if span.end == outer.end else _skip_signs_back(self.target, inner)
        return Span(start, end) if start < end else None

    def _source_of(self, parent: int) -> Span:
        return self.marks[parent].span if parent >= 0 else Span(0, len(self.source))

    def _has_word(self, start: int, end: int) -> bool:
        return bool(_LETTER.search(self.source, start, end))

    def _point(self, parent: int, position: int) -> int:
        """Where a mark without text belongs: at the parent's ends as before, or at its word."""
        outer, inner = self._source_of(parent), self.spans[parent]
        if not self._has_word(outer.start, position):
            return inner.start if position == outer.start else _skip_signs(self.target, inner)
        if not self._has_word(position, outer.end):
            return inner.end if position == outer.end else _skip_signs_back(self.target, inner)
        apart = self.source[position - 1].isspace()
        return self._before_word(position) if apart else self._after_word(position)

    def _after_word(self, position: int) -> int:
        linked = self.alignment.behind(position)
        place = self.alignment.scale(position) if linked is None else linked
        place = seek_edge(self.target, place, 1, len(self.target))
        if linked is not None and not self.source[position - 1].isalnum():
            place = _end(_CLOSING_SIGNS, self.target, place)
        return place

    def _before_word(self, position: int) -> int:
        linked = self.alignment.ahead(position)
        place = self.alignment.scale(position) if linked is None else linked
        place = seek_edge(self.target, place, -1, 0)
        return _end(_SPACES, self.target, place)


def _copy(alignment: Alignment, span: Span, room: Room) -> Span | None:
    """The free place, nearest to the expected one, where the translation has the text itself."""
    covered = span.of(alignment.source)
    expected = alignment.scale(span.start)
    found = (_search(alignment.target, covered, expected, 1, room),
             _search(alignment.target, covered, expected, -1, room))
    return min(filter(None, found), key=lambda place: abs(place.start - expected), default=None)


def _search(target: str, covered: str, start: int, step: int, room: Room) -> Span | None:
    """The first free place of `covered` from `start` on (`step` 1) or before it (-1)."""
    for _ in range(_MOST_COPIES if covered else 0):
        start = (target.find(covered, max(start, room.bounds.start), room.bounds.end) if step > 0
                 else target.rfind(covered, room.bounds.start, start + len(covered) - 1))
        if start < 0:
            break
        place = Span(start, start + len(covered))
        if _stands_alone(target, place) and room.is_free(place):
            return place
        start += max(step, 0)
    return None


def _stands_alone(text: str, place: Span) -> bool:
    """Whether no ASCII word goes on across the edges: `a` stands in `a는`, but not in `and`."""
    return not (_joins(text[place.start - 1:place.start + 1] if place.start else "")
                or _joins(text[place.end - 1:place.end + 1]))


def _joins(pair: str) -> bool:
    return len(pair) == 2 and pair.isascii() and pair.isalnum()


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where the (perhaps empty) match of `pattern` at `start` ends."""
    match = pattern.match(text, start)
    return match.end() if match else start


def _skip_signs(text: str, span: Span) -> int:
    """The first letter or digit of the stretch; its start where there is none."""
    match = _LETTER.search(text, span.start, span.end)
    return match.start() if match else span.start


def _skip_signs_back(text: str, span: Span) -> int:
    """The end of the last letter or digit of the stretch; its end where there is none."""
    return next((index for index in range(span.end, span.start, -1)
                 if _LETTER.match(text, index - 1)), span.end)


def _without_signs(text: str, span: Span, covered: str) -> Span:
    """`span` without signs at an end where the source text has none."""
    start, end = span.start, span.end
    while start < end and covered[:1].isalnum() and not text[start].isalnum():
        start += 1
    while start < end and covered[-1:].isalnum() and not text[end - 1].isalnum():
        end -= 1
    return Span(start, end) if start < end else span
