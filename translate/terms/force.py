"""Beginnings that a second decoding is made to start with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.engine.interface import Request
from translate.languages import language as facts
from translate.records import Attention, Draft, Mention, Span
from translate.terms.candidates import Task
from translate.terms.choose import Scored
from translate.terms.locate import locate
from translate.glossary.occurrences import assign

CUTS = 2
"""Likely places that are tried for one segment in the first round."""
OF = {"ko": "의 ", "ja": "の"}
"""A particle that closes a rendering, where the model would go on writing into it."""
_CLOSING = ")]}）］｝」』”’\"'"
_OPENING = "([{（［｛「『“‘\"'"


def openings(task: Task, plain: Draft, tried: Sequence[Scored], first: bool = True) -> Iterator[Request]:
    """Requests that begin with a text up to where a missing term belongs, and the term.

    The rest of the sentence, particles and word order included, then adapts to it. Of the texts tried
    the one that lacks least is continued; what is avoided there is ruled out. In the `first` round the
    likeliest places of the first missing term are tried; later each missing term in turn goes behind all
    that is rendered already, so that a round keeps what it has and adds a term.
    """
    ground = max(tried, key=lambda one: (-one.missing, one.score.whole), default=None)
    draft = ground.candidate.draft if ground else plain
    text = ground.candidate.edited.text if ground else plain.text
    found = assign(text, task.mentions, task.language)
    taken = [one.span for one in found.served if one]
    missing = [task.mentions[index] for index in found.missing]
    if missing and first:
        attention = draft.attention if text == draft.text else None
        suppress = _runs(draft, [fault.span for fault in found.faults]) if attention else ()
        for start in _starts(task, missing[0], text, attention, taken)[:CUTS]:
            opening = _joined(text[:start], missing[0].wanted, task.language)
            yield Request(task.source, opening, suppress, links=True)
    for mention in missing:
        opening = _joined(text[:_behind(text, taken)], mention.wanted, task.language)
        yield Request(task.source, opening, links=True)
        if not first:
            yield Request(task.source, opening + OF.get(task.language, ""), links=True)


def _starts(task: Task, mention: Mention, text: str, attention: Attention | None,
            taken: Sequence[Span]) -> list[int]:
    """Where the term may begin, the likeliest first; never inside the rendering of another."""
    places = locate(task.source, mention, text, attention, task.language, taken)
    starts = [*(place.span.start for place in places), _due(task, mention.span, text), 0]
    return [start for start in dict.fromkeys(starts)
            if not any(span.start < start < span.end for span in taken)]


def _behind(text: str, taken: Sequence[Span]) -> int:
    """Behind the last rendering and what is attached to it."""
    end = max((span.end for span in taken), default=0)
    while 0 < end < len(text) and (text[end].isalnum() or text[end] in _CLOSING):
        end += 1
    return end


def _joined(before: str, term: str, language: str) -> str:
    """A beginning and a term behind it, with a space where the language writes one."""
    spaced = facts(language).spaced and before and not before[-1].isspace() and before[-1] not in _OPENING
    return before + " " + term if spaced else before + term


def _due(task: Task, term: Span, text: str) -> int:
    """Where the term is due by its place in the source: the word start nearest to the same share."""
    share = term.start / max(1, len(task.source))
    starts = [0, *(index + 1 for index, char in enumerate(text[:-1]) if char in " 、，,は")]
    return min(starts, key=lambda start: abs(start / max(1, len(text)) - share))


def _runs(draft: Draft, spans: Sequence[Span]) -> tuple[tuple[str, ...], ...]:
    """The token runs that wrote `spans`."""
    if draft.attention is None:
        return ()
    runs = (tuple(token for token, place in zip(draft.tokens, draft.attention.target)
                  if len(place) and place.overlaps(span)) for span in spans)
    return tuple(run for run in runs if run)
