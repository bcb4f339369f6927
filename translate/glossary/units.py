"""Matches that are one thing to translate: a name and its acronym, country, title and person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from translate.glossary.cast import title_before
from translate.glossary.match import Matcher
from translate.glossary.resolve import Resolved
from translate.records import Entry, Match, Span

_OR = re.compile(r",\s(?:or|also known as|known as)(?:\sthe)?\s[\"'“‘]?")
_OPENING = re.compile(r"\s?\([\"'“‘]?")
_CLOSING = re.compile(r"[\"'”’]?\)")
_OF = re.compile(r"(?:\s?['’]s)?\s")
_FORMER = re.compile(r"\b(?:former|ex|one-?time)[\s-]\Z", re.IGNORECASE)
_OTHER_RANK = re.compile(
    r"\b(?:vice|deputy|assistant|associate|acting|interim|under|lieutenant|(?:lt|col|maj|brig)\.)"
    r"[\s-]\Z", re.IGNORECASE)
_OF_STATES = frozenset(("president", "vice president", "governor", "gov."))
"""Of a body (European Commission President) these are other offices than of a state."""
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.?\s\Z")
_NATIONAL = re.compile(r"(?:[nki]|ese|[cs]h|ss|[A-Z]\.?)\Z")
"""How adjectives of countries end (Russian, Greek, Israeli, Japanese, French, Swiss), and U.S."""
_REACH = 20


@dataclass(frozen=True, slots=True)
class Unit:
    """Neighbouring matches of one segment, taken together."""

    span: Span
    found: Resolved
    """What the unit is about."""
    kind: Literal["single", "pair", "titled"] = "single"
    acronym: str = ""
    """Of a pair: what to put in brackets; empty where neither of the two is an acronym."""
    title: Entry | None = None
    country: Entry | None = None


class Grouper:
    """Groups the resolved matches of a segment into units."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher

    def units(self, text: str, items: Sequence[Resolved], titles: Sequence[Match]) -> list[Unit]:
        """The units of `text`, in order; what one takes in (country, title) has none of its own."""
        units: list[Unit] = []
        for number, item in enumerate(items):
            unit = self._unit(text, items[:number], item, titles)
            while units and unit.span.overlaps(units[-1].span):
                units.pop()
            pair = _pair(text, units[-1], unit) if units else None
            if pair:
                units[-1] = pair
            else:
                units.append(unit)
        return units

    def _unit(self, text: str, before: Sequence[Resolved], item: Resolved,
              titles: Sequence[Match]) -> Unit:
        """`item` with the title and the country before it, where it is a person who has them."""
        span = item.match.span
        if item.entry.kind != "person":
            return Unit(span, item)
        title = title_before(titles, span.start, text)
        if title is None:
            return Unit(_with_honorific(text, span), item)
        country = _country(text, before, title)
        if _before(_OTHER_RANK, text, title.span.start) or _is_other_office(title, country):
            return Unit(span, item)
        start = min(title.span.start, country.match.span.start if country else title.span.start)
        former = _before(_FORMER, text, start)
        if former is None:
            return _titled(Span(start, span.end), item, title.entry, country)
        post = text[max(title.span.start, country.match.span.end if country else 0):title.span.end]
        entry = self._title(f"former {post.strip()}")
        if entry is None:
            return Unit(span, item)
        return _titled(Span(former.start(), span.end), item, entry, country)

    def _title(self, words: str) -> Entry | None:
        """The title that is written so."""
        found = self._matcher.scan(words).titles
        return found[0].entry if found and found[0].span == Span(0, len(words)) else None


def _titled(span: Span, item: Resolved, title: Entry, country: Resolved | None) -> Unit:
    return Unit(span, item, "titled", title=title, country=country.entry if country else None)


def _country(text: str, before: Sequence[Resolved], title: Match) -> Resolved | None:
    """The country or body before `title` (Russian, Japan's, NATO), or the country in its front."""
    for last in reversed(before):
        span = last.match.span
        if span.start == title.span.start and last.entry.kind == "place":
            return last
        gap = text[span.end:title.span.start]
        if span.end <= title.span.start:
            return last if _OF.fullmatch(gap) and _has_office(text, last, gap) else None
    return None


def _has_office(text: str, owner: Resolved, gap: str) -> bool:
    """Whether a title behind `owner` is its own: of a body, or of a country's adjective or 's."""
    if owner.entry.kind == "organization":
        return True
    adjective = owner.term.role == "also" or _NATIONAL.search(owner.match.span.of(text))
    return owner.entry.kind == "place" and (len(gap) > 1 or bool(adjective))


def _before(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """What of `pattern`, which ends with the text, stands right before `start`."""
    return pattern.search(text, max(0, start - _REACH), start)


def _is_other_office(title: Match, country: Resolved | None) -> bool:
    body = country is not None and country.entry.kind == "organization"
    return body and title.term.text.lower() in _OF_STATES


def _with_honorific(text: str, span: Span) -> Span:
    honorific = _before(_HONORIFIC, text, span.start)
    return Span(honorific.start(), span.end) if honorific else span


def _pair(text: str, one: Unit, other: Unit) -> Unit | None:
    """`one` and `other` as a pair, where the second is another name of the first in apposition."""
    if one.found.entry != other.found.entry or one.found.term.text == other.found.term.text:
        return None
    gap = text[one.span.end:other.span.start]
    end = other.span.end
    if _OPENING.fullmatch(gap):
        closing = _CLOSING.match(text, end)
        if closing is None:
            return None
        end = closing.end()
    elif not _OR.fullmatch(gap):
        return None
    written = sorted((one.found.term.text, other.found.term.text), key=len)
    acronym = next((form for form in written if form.isupper() and " " not in form), "")
    return replace(one, span=Span(one.span.start, end), kind="pair", acronym=acronym)
