"""Beginnings that a second decoding is made to start with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.engine.interface import Request
from translate.languages import language as facts
from translate.records import Attention, Draft, Mention, Span
from translate.terms.candidates import Task
from translate.terms.choose import Scored
from translate.terms.locate import locate
from translate.terms.occurrences import assign

CUTS = 2
"""Likely places that are tried for one segment in the first round."""
OF = {"ko": "의 ", "ja": "の"}
"""A particle that closes a rendering, where the model would go on writing into it."""
_CLOSING = ")]}）］｝」』”’\"'"
_OPENING = "([{（［｛「『“‘\"'"


def openings(task: Task, plain: Draft, tried: Sequence[Scored], first: bool = True) -> Iterator[Request]:
    """Requests that begin with a text up to where the first missing term belongs, and the term.

    The rest of the sentence, particles and word order included, then adapts to it. Of the texts tried
    the one that lacks least is continued; what is avoided there is ruled out. In the `first` round the
    likeliest places are tried; later the term goes behind all that is rendered already, so that every
    round keeps what it has and adds a term.
    """
    ground = max(tried, key=lambda one: (-one.missing, one.score.whole), default=None)
    draft = ground.candidate.draft if ground else plain
    text = ground.candidate.edited.text if ground else plain.text
    found = assign(text, task.mentions, task.language)
    if not found.missing:
        return
    attention = draft.attention if text == draft.text else None
    taken = [one.span for one in found.served if one]
    suppress = _runs(draft, [fault.span for fault in found.faults]) if attention else ()
    mention = task.mentions[found.missing[0]]
    starts = _starts(task, mention, text, attention, taken)[:CUTS] if first else []
    for start in dict.fromkeys([*starts, _behind(text, taken)]):
        opening = _joined(text[:start], mention.wanted, task.language)
        yield Request(task.source, opening, suppress, links=True)
    if not first:
        yield Request(task.source, opening + OF.get(task.language, ""), suppress, links=True)


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
