"""Inline marks as a tree: which pair holds which mark, and the text with the marks written into
it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from translate.records import Mark


def is_point(mark: Mark) -> bool:
    """Whether the mark covers nothing and has no closing part: an image, a line break, a lone
    tag."""
    return not len(mark.span) and not mark.close


def parents(marks: Sequence[Mark]) -> list[int]:
    """For each mark the index of the innermost pair that holds it; -1 where none does."""
    found: list[int] = []
    stack: list[int] = []
    for index, mark in enumerate(marks):
        while stack and not _holds(marks[stack[-1]], mark):
            stack.pop()
        found.append(stack[-1] if stack else -1)
        if not is_point(mark):
            stack.append(index)
    return found


def _holds(pair: Mark, mark: Mark) -> bool:
    """Whether `mark`, which is listed after `pair`, stands in it.

    At the very end of the pair an empty mark may belong inside or behind it: there depth decides.
    """
    if mark.span.start >= pair.span.end:
        return mark.span.start == mark.span.end == pair.span.end and mark.depth > pair.depth
    return mark.span.end <= pair.span.end


def weave(text: str, marks: Sequence[Mark], escape: Callable[[str, Mark | None], str]) -> str:
    """`text` with its marks written in, properly nested.

    `escape` gets each stretch between two marks, and the protected mark that covers it, if any.
    """
    up = parents(marks)
    pieces: list[str] = []
    stack: list[int] = []
    done = 0

    def advance(end: int) -> None:
        nonlocal done
        if end > done:
            keeper = next((marks[index] for index in stack if marks[index].protected), None)
            pieces.append(escape(text[done:end], keeper))
            done = end

    def close() -> None:
        advance(marks[stack[-1]].span.end)
        pieces.append(marks[stack.pop()].close)

    for index, mark in enumerate(marks):
        while stack and stack[-1] != up[index]:
            close()
        advance(mark.span.start)
        pieces.append(mark.open)
        if not is_point(mark):
            stack.append(index)
    while stack:
        close()
    advance(len(text))
    return "".join(pieces)
