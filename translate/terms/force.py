"""Beginnings that a second decoding is made to start with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.engine.interface import Request
from translate.records import Attention, Draft, Mention, Span
from translate.terms.candidates import Task
from translate.terms.choose import Scored
from translate.terms.locate import locate
from translate.terms.occurrences import assign

CUTS = 3
"""Beginnings that are tried for one segment in one round."""


def openings(task: Task, plain: Draft, tried: Sequence[Scored]) -> Iterator[Request]:
    """Requests that begin with a text up to where the first missing term belongs, and the term.

    The rest of the sentence, particles and word order included, then adapts to it. Of the texts tried
    the one that lacks least is continued, so each round adds a term; what is avoided there is ruled out.
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
    starts = _starts(task, task.mentions[found.missing[0]], text, attention, taken)
    wanted = task.mentions[found.missing[0]].wanted
    for start in starts[:CUTS]:
        yield Request(task.source, text[:start] + wanted, suppress, links=True)


def _starts(task: Task, mention: Mention, text: str, attention: Attention | None,
            taken: Sequence[Span]) -> list[int]:
    """Where the term may begin, the likeliest first; never inside the rendering of another."""
    places = locate(task.source, mention, text, attention, task.language, taken)
    starts = [*(place.span.start for place in places), _due(task, mention.span, text), 0]
    return [start for start in dict.fromkeys(starts)
            if not any(span.start < start < span.end for span in taken)]


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
