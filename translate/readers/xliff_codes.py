"""The marks of a block as the inline codes of its sentences, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from translate.records import BilingualCode, Mark, Span
from translate.text.nesting import is_point, parents


class Event(NamedTuple):
    """A place where a mark or code opens, closes or stands."""

    position: int
    which: int
    """Index of the mark or code."""
    kind: Literal["open", "close", "point"]


def events(marks: Sequence[Mark]) -> Iterator[Event]:
    """The marks from left to right, properly nested."""
    up = parents(marks)
    stack: list[int] = []
    for index, mark in enumerate(marks):
        while stack and stack[-1] != up[index]:
            yield Event(marks[stack[-1]].span.end, stack.pop(), "close")
        if is_point(mark):
            yield Event(mark.span.start, index, "point")
        else:
            yield Event(mark.span.start, index, "open")
            stack.append(index)
    while stack:
        yield Event(marks[stack[-1]].span.end, stack.pop(), "close")


def code_events(codes: Sequence[BilingualCode]) -> Iterator[Event]:
    """The codes of a part from left to right, properly nested."""
    return events([Mark(code.span, code.open, code.close if code.kind != "pair" else code.close or ">",
                        depth=code.depth) if code.kind == "pair"
                   else Mark(code.span, code.open or "<", depth=code.depth) for code in codes])


def mark_ids(source: Sequence[Mark], target: Sequence[Mark]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """An id for each mark of either side; marks that are written alike, in order, share theirs."""
    waiting: dict[tuple[str, str, bool], list[str]] = {}
    ids = [f"c{number}" for number in range(1, len(source) + 1)]
    for id, mark in zip(ids, source):
        waiting.setdefault((mark.open, mark.close, mark.protected), []).append(id)
    found = []
    for number, mark in enumerate(target, len(source) + 1):
        alike = waiting.get((mark.open, mark.close, mark.protected))
        found.append(alike.pop(0) if alike else f"c{number}")
    return tuple(ids), tuple(found)


def to_codes(marks: Sequence[Mark], ids: Sequence[str],
             parts: Sequence[Span]) -> tuple[tuple[BilingualCode, ...], ...]:
    """The codes of each of `parts`, which cover the text without gap.

    What closes where two parts meet stays with the first, what opens there goes to the second.
    """
    whole = list(events(marks))
    opened: set[int] = set()
    found: list[tuple[BilingualCode, ...]] = []
    done = 0
    for number, part in enumerate(parts):
        cut = len(whole) if number == len(parts) - 1 else _cut(whole, done, part.end, opened)
        found.append(_part(whole[done:cut], marks, ids, part.start))
        done = cut
    return tuple(found)


def _cut(whole: Sequence[Event], done: int, end: int, opened: set[int]) -> int:
    """How many events belong to the parts as far as `end`; `opened` gathers what was opened there."""
    cut = done
    for number in range(done, len(whole)):
        event = whole[number]
        if event.position > end:
            break
        if event.position < end:
            opened.add(event.which)
        if event.position < end or event.kind == "close" and event.which in opened:
            cut = number + 1
    return cut


def _part(cut: Sequence[Event], marks: Sequence[Mark], ids: Sequence[str],
          start: int) -> tuple[BilingualCode, ...]:
    opened = {event.which for event in cut if event.kind == "open"}
    closed = {event.which: event.position for event in cut if event.kind == "close"}
    codes: list[BilingualCode] = []
    depth = 0
    for event in cut:
        mark, at = marks[event.which], event.position - start
        code = BilingualCode(ids[event.which], "point", Span(at, at), mark.open, mark.close,
                             mark.protected, depth)
        if event.kind == "close":
            if event.which in opened:
                depth -= 1
            else:
                codes.append(replace(code, kind="end", open=""))
        elif event.kind == "open" and event.which in closed:
            codes.append(replace(code, kind="pair", span=Span(at, closed[event.which] - start)))
            depth += 1
        elif event.kind == "open":
            codes.append(replace(code, kind="start", close=""))
        else:
            codes.append(code)
    return tuple(codes)


@dataclass(slots=True)
class _Entry:
    key: tuple[str, int]
    """A code's id, and the part that a pair stands in; -1 for one that may end in another part."""
    start: int
    open: str
    protected: bool
    depth: int
    end: int = -1
    """-1: not closed, so far."""
    close: str = ""


def to_marks(parts: Sequence[tuple[str, Sequence[BilingualCode]]]) -> tuple[str, tuple[Mark, ...]]:
    """The text of (text, codes) parts as one, with its marks.

    A code without its other half, or whose half would break the nesting, becomes a point.
    """
    entries: list[_Entry] = []
    stack: list[_Entry] = []
    length = 0
    for number, (text, codes) in enumerate(parts):
        for event in code_events(codes):
            code, at = codes[event.which], length + event.position
            key = (code.id, number if code.kind == "pair" else -1)
            if event.kind == "close" or code.kind == "end":
                _close(entries, stack, key, at, code.close)
            else:
                entry = _Entry(key, at, code.open, code.protected, len(stack))
                entries.append(entry)
                if code.kind in ("pair", "start"):
                    stack.append(entry)
        length += len(text)
    _drop(entries, stack)
    marks = tuple(Mark(Span(entry.start, max(entry.end, entry.start)), entry.open, entry.close,
                       entry.protected and entry.end > entry.start, entry.depth) for entry in entries)
    return "".join(text for text, _ in parts), marks


def _close(entries: list[_Entry], stack: list[_Entry], key: tuple[str, int], at: int, close: str) -> None:
    """Close the entry of `key`; those opened in it that are still open become points."""
    place = next((place for place in range(len(stack) - 1, -1, -1) if stack[place].key == key), None)
    if place is None:
        entries.append(_Entry(key, at, close, False, len(stack)))
        return
    stack[place].end, stack[place].close = at, close
    _drop(entries, stack[place + 1:])
    del stack[place:]


def _drop(entries: list[_Entry], lost: list[_Entry]) -> None:
    """Make points of entries that are never closed: what stood in them stands a step higher."""
    for each in reversed(lost):
        behind = next(number for number, entry in enumerate(entries, 1) if entry is each)
        for inner in entries[behind:]:
            inner.depth -= inner.depth > each.depth
