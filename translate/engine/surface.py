"""The text under tokens: fit to be written as UTF-8, and the spans that tokens cover in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.records import Span

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character: JSON can bring one in, but no tokenizer takes it."""


def scrub(text: str) -> str:
    """`text` with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8."""
    return SURROGATE.sub("\ufffd", text)


def trim(span: Span, text: str) -> Span:
    """`span` without the white space at its ends; holding nothing else, it shrinks to its end."""
    stretch = span.of(text)
    start = span.end - len(stretch.lstrip())
    return Span(start, max(start, span.end - len(stretch) + len(stretch.rstrip())))


def project(spans: Sequence[Span], written: str, text: str) -> tuple[Span, ...]:
    """`spans` of `written`, carried over to `text`, a slightly different writing of the same words.

    Characters are paired by the shortest edit script. A character that `text` lacks shrinks to
    nothing; what `text` has beyond `written` belongs to the character before it, unless it holds a
    space. Spans that are in order and apart stay so.
    """
    places = _pair(written, text)
    last = places[-1].end if places else 0
    return tuple(Span(places[span.start].start, places[span.end - 1].end) if len(span)
                 else _point(places[span.start].start if span.start < len(places) else last)
                 for span in spans)


def _point(position: int) -> Span:
    return Span(position, position)


def _pair(written: str, text: str) -> list[Span]:
    """For each character of `written` its stretch of `text`, in order and apart."""
    from rapidfuzz.distance import Levenshtein
    places: list[Span] = []
    for step in Levenshtein.opcodes(written, text):
        if step.tag == "insert":
            added = Span(step.dest_start, step.dest_end)
            if places and not any(map(str.isspace, added.of(text))):
                places[-1] = Span(places[-1].start, added.end)
            continue
        width = 0 if step.tag == "delete" else 1
        places += [Span(step.dest_start + width * index, step.dest_start + width * (index + 1))
                   for index in range(step.src_end - step.src_start)]
    return places
