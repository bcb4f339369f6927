"""Where renderings stand in a translation, and which mention each of them serves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translate.languages import language as facts
from translate.records import Mention, Span
from translate.text import japanese, korean


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A rendering that stands in a text as itself, not inside another word."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Assignment:
    """Which occurrence renders which mention."""

    served: tuple[Occurrence | None, ...]
    """For each mention the occurrence that renders it; None where it is missing."""
    faults: tuple[Occurrence, ...]
    """Avoided renderings that stand in the text."""

    @property
    def missing(self) -> tuple[int, ...]:
        """The mentions that nothing renders."""
        return tuple(index for index, found in enumerate(self.served) if found is None)

    @property
    def complete(self) -> bool:
        """Whether every mention is rendered and nothing avoided stands."""
        return not self.missing and not self.faults


def stands(text: str, span: Span, language: str) -> bool:
    """Whether what stands at `span` is a word of its own in `language`."""
    boundary = facts(language).boundary
    if boundary == "particle":
        return korean.stands(text, span)
    if boundary == "run":
        return japanese.stands(text, span)
    before, behind = text[span.start - 1:span.start] if span.start else "", text[span.end:span.end + 1]
    return not before.isalnum() and not behind.isalnum()


def occurrences(text: str, forms: Iterable[str], language: str) -> list[Occurrence]:
    """The places of `forms` in `text`, leftmost and longest first, none overlapping another."""
    found = [one for form in set(forms) if form for one in _places(text, form, language)]
    found.sort(key=lambda one: (one.span.start, -one.span.end))
    kept: list[Occurrence] = []
    for occurrence in found:
        if not kept or occurrence.span.start >= kept[-1].span.end:
            kept.append(occurrence)
    return kept


def _places(text: str, form: str, language: str) -> Iterator[Occurrence]:
    start = text.find(form)
    while start >= 0:
        span = Span(start, start + len(form))
        if stands(text, span, language):
            yield Occurrence(span, form)
        start = text.find(form, start + 1)


def assign(text: str, mentions: Sequence[Mention], language: str) -> Assignment:
    """Who renders whom in `text`: wanted forms first, then admitted ones, each occurrence once.

    Two mentions of one entry need two occurrences. An avoided form inside a longer wanted or admitted
    one is no fault: the longest form at a place is what stands there.
    """
    forms = {form for one in mentions for form in (one.wanted, *one.admitted, *one.avoided)}
    free = occurrences(text, forms, language)
    served: list[Occurrence | None] = [None] * len(mentions)
    for index, one in enumerate(mentions):
        served[index] = _take(free, (one.wanted,))
    for index, one in enumerate(mentions):
        served[index] = served[index] or _take(free, one.admitted)
    wanted = {form for one in mentions for form in (one.wanted, *one.admitted)}
    avoided = {form for one in mentions for form in one.avoided} - wanted
    return Assignment(tuple(served), tuple(one for one in free if one.form in avoided))


def _take(free: list[Occurrence], forms: Iterable[str]) -> Occurrence | None:
    """The first free occurrence of one of `forms`, no longer free."""
    for occurrence in free:
        if occurrence.form in forms:
            free.remove(occurrence)
            return occurrence
    return None
