"""Beginnings that a second decoding is made to start with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.engine.interface import Request
from translate.languages import language as facts
from translate.records import Attention, Draft, Mention, Span
from translate.terms.candidates import Task
from translate.terms.choose import Scored, least_missing
from translate.terms.locate import locate
from translate.glossary.occurrences import assign

OF = {"ko": "의 ", "ja": "の"}
"""A particle that closes a rendering, where the model would go on writing into it."""
_CLOSING = ")]}）］｝」』”’\"'"
_OPENING = "([{（［｛「『“‘\"'"


def openings(task: Task, plain: Draft, tried: Sequence[Scored], adapt: bool = True) -> Iterator[Request]:
    """Requests that begin with a text up to where missing terms belong, and with the terms; likeliest first.

    The rest of the sentence, particles and word order included, then adapts to them. Of the texts tried the
    one that lacks least is continued, with all that it lacks put where it is due: one decoding for them
    all. The beginning reaches behind the last rendering of the text, so that nothing is lost; where it is to
    `adapt` it is tried first with an end right behind the last missing term. What all that does not
    bring goes, term by term, behind the rest.
    """
    ground = least_missing([one for one in tried if one.missing])
    draft = ground.candidate.draft if ground else plain
    text = ground.candidate.edited.text if ground else plain.text
    found = assign(text, task.mentions, task.language)
    taken = [one.span for one in found.served if one]
    missing = [task.mentions[index] for index in found.missing]
    if not missing:
        return
    suppress = _runs(draft, [fault.span for fault in assign(draft.text, task.mentions, task.language).faults])
    attention = draft.attention if text == draft.text else None
    places = sorted((_start(task, one, text, attention, taken), index) for index, one in enumerate(missing))
    puts = [(start, missing[index].wanted) for start, index in places]
    reach = _behind(text, taken)
    for end in ([puts[-1][0]] if adapt else []) + [max(puts[-1][0], reach)]:
        yield Request(task.source, _inserted(text[:end], puts, task.language), suppress, links=True)
    for mention in missing:
        opening = _joined(text[:reach], mention.wanted, task.language)
        yield Request(task.source, opening, links=True)
        yield Request(task.source, opening + OF.get(task.language, ""), links=True)


def _start(task: Task, mention: Mention, text: str, attention: Attention | None,
           taken: Sequence[Span]) -> int:
    """Where the term is likeliest to begin; never inside the rendering of another."""
    places = locate(task.source, mention, text, attention, task.language, taken)
    starts = [*(place.span.start for place in places), _due(task, mention.span, text), 0]
    return next(start for start in starts if not any(span.start < start < span.end for span in taken))


def _inserted(text: str, puts: Sequence[tuple[int, str]], language: str) -> str:
    """`text` with a term at each position; what follows a term that does not end it is made its own."""
    opening, done = "", 0
    for start, term in puts:
        opening = _joined(opening + text[done:start], term, language)
        done = start
        if start < len(text):
            opening += OF.get(language, " ")
    return opening + text[done:]


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
