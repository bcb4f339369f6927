"""Where a draft renders a term that it renders wrong: evidence first, attention after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from translate.records import Attention, Mention, Span
from translate.glossary.occurrences import occurrences
from translate.terms.caution import cited, counted, people
from translate.text.alike import misspelled
from translate.terms.snap import absorb, echo, respaced, snap, words

Means = Literal["avoided", "respaced", "copied", "probed", "similar", "attended"]
SIMILAR = 60.0
"""Least similarity (0 to 100) of a word to the wanted rendering for it to count as a misspelling of it."""
ATTENDED = 0.18
"""Least share of a target token's attention on the term for the token to be part of its rendering."""
RIVAL = 0.85
"""Least share of a token's attention on the term, by that on any other word that says something."""
EDGE = 0.5
"""A neighbour belongs to the rendering when it has this share of the strongest token's attention."""
COPIED = 75.0
"""The same for a run of Latin letters and the source term: half of a name is copied as often as all of it."""
WHOLE = 85.0
"""The same from which on the run is the whole term, misspelled at most."""
_NAME_JA = re.compile("[ァ-ヺ一-鿿々A-Za-z]")
_SAYING = re.compile(r"[^\W\d_]{4,}|\d+|[A-Z]\w+")
_LATIN_RUN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ0-9.&’'-]*(?: [A-Za-zÀ-ɏ0-9][A-Za-zÀ-ɏ0-9.&’'-]*)*"
                        r"(?<![.&’'-])")


@dataclass(frozen=True, slots=True)
class Location:
    """A span of the draft that may be the rendering of a term."""

    span: Span
    means: Means
    """What speaks for it."""
    trust: float
    """How much: 0 to 1."""


def locate(source: str, mention: Mention, text: str, attention: Attention | None, language: str,
           taken: Sequence[Span], trust: float = 1.0, known: Sequence[str] = ()) -> list[Location]:
    """Spans of `text` that may render `mention`, the likeliest first, none touching a `taken` one.

    Args:
        taken: Spans that render other mentions.
        trust: How far this package's attention can be trusted, 0 to 1.
        known: What the package is known to write for the term.
    """
    found = [Location(one.span, "avoided", 1.0) for one in occurrences(text, mention.avoided, language)]
    found += [Location(span, "respaced", 0.98) for form in (mention.wanted, *mention.admitted)
              for span in respaced(text, form)]
    found += [Location(span, "copied", _trusted(mention, span, source, text))
              for span in copied(mention.span.of(source), text)]
    found += [Location(one.span, "probed", 0.9) for one in occurrences(text, known, language)]
    found += similar(mention, text, language)
    if attention is not None:
        found += [Location(snap(text, span, language), "attended", weight * trust)
                  for span, weight in attended(source, mention.span, attention, taken)]
    found = [replace(one, span=_grown(text, one.span, mention.wanted)) for one in found]
    found = [one for one in found if one.means != "attended" or _may_be_name(one.span.of(text), language)]
    free = [one for one in found if len(one.span) and not any(one.span.overlaps(span) for span in taken)]
    return sorted(free, key=lambda one: (-one.trust, one.span))


def _grown(text: str, span: Span, wanted: str) -> Span:
    return echo(text, absorb(text, span, wanted), wanted)


def _may_be_name(text: str, language: str) -> bool:
    """Whether attention alone may be believed: not for a number, nor for particles and verb endings."""
    if language == "ja":
        return _NAME_JA.search(text) is not None
    return any(character.isalpha() for character in text)


def copied(term: str, text: str) -> Iterator[Span]:
    """Runs of Latin words in `text` that are the source term, half of it or a misspelling of it.

    >>> [span.of("Maro Rubio는 NHK에") for span in copied("Marco Rubio", "Maro Rubio는 NHK에")]
    ['Maro Rubio']
    """
    from rapidfuzz.fuzz import partial_ratio
    wanted = term.lower()
    for found in _LATIN_RUN.finditer(text):
        run = found.group().lower()
        if len(run) > 2 and partial_ratio(run, wanted) >= COPIED and len(run) <= len(wanted) + 3:
            yield Span(*found.span())


def _trusted(mention: Mention, span: Span, source: str, text: str) -> float:
    """How much a run of Latin letters tells: all of the term as itself, or something near it.

    A part (Sea for Black Sea) may have its other half translated beside it; of a person's title and name
    the name is the whole that counts.
    """
    from rapidfuzz.fuzz import ratio
    run, term = span.of(text).lower(), mention.span.of(source).lower()
    words_of_run = len(run.split())
    if mention.entry.kind == "person" and words_of_run > 1:
        term = " ".join(term.split()[-words_of_run:])
    doubtful = cited(text, span) or counted(text, span) or people(mention, source)
    return 0.8 if doubtful or ratio(run, term) < WHOLE else 0.95


def similar(mention: Mention, text: str, language: str) -> Iterator[Location]:
    """Words of `text` that look like a misspelling of a form of the mention."""
    from rapidfuzz.fuzz import token_sort_ratio
    forms = [form for form in (mention.wanted, *mention.admitted) if len(form) > 2]
    for span in words(text, language, max((form.count(" ") + 1 for form in forms), default=1)):
        word = span.of(text)
        near = (form for form in forms if abs(len(word) - len(form)) < 4)
        best = max((token_sort_ratio(word, form) for form in near), default=0.0)
        if best >= SIMILAR and len(word) > 1:
            sure = any(misspelled(word, form, mention.entry.kind == "person") for form in forms)
            yield Location(span, "similar", 0.92 if sure else best / 125)


def attended(source: str, term: Span, attention: Attention,
             taken: Sequence[Span]) -> Iterator[tuple[Span, float]]:
    """The runs of target tokens that looked at the term most, with the attention of their strongest token.

    A token that looked clearly more at another word is that word's rendering, not the term's.
    """
    columns = [index for index, span in enumerate(attention.source) if len(span) and span.overlaps(term)]
    others = _words_beside(source, term, attention)
    weights = [0.0 if not len(span) or any(span.overlaps(other) for other in taken)
               else _own(sum(row[column] for column in columns), row, others)
               for row, span in zip(attention.rows, attention.target)]
    while weights and max(weights) >= ATTENDED:
        peak = max(weights)
        first = last = weights.index(peak)
        while first and weights[first - 1] >= EDGE * peak:
            first -= 1
        while last + 1 < len(weights) and weights[last + 1] >= EDGE * peak:
            last += 1
        yield Span(attention.target[first].start, attention.target[last].end), peak
        weights[first:last + 1] = [0.0] * (last + 1 - first)


def _words_beside(source: str, term: Span, attention: Attention) -> list[list[int]]:
    """The columns of each word of the source that is not of the term and says something by itself."""
    words_of_source = (Span(*found.span()) for found in _SAYING.finditer(source))
    return [[index for index, span in enumerate(attention.source) if len(span) and span.overlaps(word)]
            for word in words_of_source if not word.overlaps(term)]


def _own(weight: float, row: Sequence[float], others: Sequence[Sequence[int]]) -> float:
    """`weight`, or nothing where a word beside the term has far more of the row's attention."""
    rival = max((sum(row[column] for column in columns) for columns in others), default=0.0)
    return weight if weight >= RIVAL * rival else 0.0
