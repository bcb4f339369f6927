"""Editing a translation: one span replaced, then what stands around it made to fit."""

from __future__ import annotations

from dataclasses import dataclass

from translate.records import Mention, Span, Step
from translate.text import japanese, korean


@dataclass(frozen=True, slots=True)
class Edited:
    """A text, and the steps that led to it."""

    text: str
    steps: tuple[Step, ...] = ()

    def put(self, name: str, span: Span, after: str, entry: str = "") -> Edited:
        """The same with `after` at `span`; no step is left where nothing changes."""
        before = span.of(self.text)
        if before == after:
            return self
        step = Step(name, span, before, after, entry)
        return Edited(step.apply(self.text), (*self.steps, step))

    def become(self, name: str, text: str, entry: str = "") -> Edited:
        """The same with another text; the step holds only what differs."""
        start = 0
        while start < min(len(text), len(self.text)) and text[start] == self.text[start]:
            start += 1
        end = 0
        while end < min(len(text), len(self.text)) - start and text[-1 - end] == self.text[-1 - end]:
            end += 1
        return self.put(name, Span(start, len(self.text) - end), text[start:len(text) - end], entry)


def place(edited: Edited, span: Span, mention: Mention, language: str, rung: str) -> Edited:
    """`mention.wanted` at `span`, the particle behind it and the spaces around it made to fit.

    In Japanese a space parts a Latin word from its neighbours, and clauses from each other: in place of
    a Latin word the rendering wants none, in place of another it keeps what there is.
    """
    before = span.of(edited.text)
    edited = edited.put(rung, span, mention.wanted, mention.entry.id)
    if language == "ja" and not before.isascii():
        return edited
    return fit(edited, Span(span.start, span.start + len(mention.wanted)), mention, language)


def fit(edited: Edited, span: Span, mention: Mention, language: str) -> Edited:
    """What stands around the rendering at `span` made to agree with it."""
    entry = mention.entry.id
    if language == "ko":
        edited = _part(edited, span)
        edited = edited.become("spacing", korean.respace(edited.text, _found(edited, span, mention)), entry)
        edited = edited.become("particle", korean.repair(edited.text, _found(edited, span, mention),
                                                         mention.reading or None), entry)
    elif language == "ja":
        edited = edited.become("spacing", japanese.close_spaces(edited.text, span)[0], entry)
    return edited


def _found(edited: Edited, span: Span, mention: Mention) -> Span:
    """Where the rendering stands by now: a space put before it moves it."""
    start = edited.text.find(mention.wanted, max(0, span.start - 1))
    return Span(start, start + len(mention.wanted)) if 0 <= start <= span.start + 1 else span


def _part(edited: Edited, span: Span) -> Edited:
    """A space where the rendering would run into the word before or behind it."""
    if not korean.may_end(edited.text, span.end):
        edited = edited.put("spacing", Span(span.end, span.end), " ")
    if not korean.may_begin(edited.text, span.start):
        edited = edited.put("spacing", Span(span.start, span.start), " ")
    return edited
