"""Matches that are one thing to translate: a name and its acronym, country, title and person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from translate.glossary.match import Matcher
from translate.glossary.model import TITLE
from translate.glossary.resolve import Resolved
from translate.records import Entry, Span

_OR = re.compile(r",\s(?:or|also known as|known as)(?:\sthe)?\s[\"'“‘]?")
_OPENING = re.compile(r"\s?\([\"'“‘]?")
_CLOSING = re.compile(r"[\"'”’]?\)")
_OF = re.compile(r"(?:\s?['’]s)?\s")
_BESIDE = re.compile(r"\s")
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

    def units(self, text: str, items: Sequence[Resolved]) -> list[Unit]:
        """The units of `text`, in order; what one takes in (country, title) has none of its own."""
        units: list[Unit] = []
        for number, item in enumerate(items):
            if item.entry.kind == TITLE:
                continue
            unit = self._titled(text, items[:number], item)
            while units and unit.span.overlaps(units[-1].span):
                units.pop()
            pair = _pair(text, units[-1], unit) if units else None
            if pair:
                units[-1] = pair
            else:
                units.append(unit)
        return units

    def _titled(self, text: str, before: Sequence[Resolved], item: Resolved) -> Unit:
        """`item` with the title and the country before it, where it is a person who has them."""
        span = item.match.span
        title = before[-1] if before else None
        if item.entry.kind != "person" or title is None or not _is_title(text, title, span.start):
            return Unit(_with_honorific(text, item), item)
        country = _country(text, before[:-1], title.match.span.start)
        start = (country or title).match.span.start
        entry: Entry | None = title.entry
        if _before(_OTHER_RANK, text, title.match.span.start) or _is_other_office(title, country):
            return Unit(span, item)
        inside, post = self._split(title.term.text)
        former = _before(_FORMER, text, start)
        if former:
            start, entry = former.start(), self._title(f"former {post}")
        if entry is None:
            return Unit(span, item)
        nation = country.entry if country else inside
        return Unit(Span(start, span.end), item, "titled", title=entry, country=nation)

    def _split(self, title: str) -> tuple[Entry | None, str]:
        """The country that a title begins with, and the rest: Japanese, Prime Minister."""
        words = title.split(" ")
        for cut in range(1, len(words)):
            head = " ".join(words[:cut])
            country = self._whole(head)
            if country is not None and country.kind == "place":
                return country, " ".join(words[cut:])
        return None, title

    def _title(self, words: str) -> Entry | None:
        """The title that is written so."""
        found = self._whole(words)
        return found if found is not None and found.kind == TITLE else None

    def _whole(self, words: str) -> Entry | None:
        """The entry that the whole of `words` names."""
        found = self._matcher.find(words)
        return found[0].entry if found and found[0].span == Span(0, len(words)) else None


def _is_title(text: str, title: Resolved, start: int) -> bool:
    """Whether `title` is one and stands right before `start`; the plural of two people is none."""
    gap = text[title.match.span.end:start]
    plural = "plural" in title.match.generated
    return title.entry.kind == TITLE and not plural and bool(_BESIDE.fullmatch(gap))


def _country(text: str, before: Sequence[Resolved], start: int) -> Resolved | None:
    """The country or body right before the title at `start`: Russian, Japan's, NATO."""
    if not before:
        return None
    last = before[-1]
    gap = text[last.match.span.end:start]
    if last.entry.kind not in ("place", "organization") or not _OF.fullmatch(gap):
        return None
    body = last.entry.kind == "organization" or last.term.role == "also" or len(gap) > 1
    return last if body or _NATIONAL.search(last.match.span.of(text)) else None


def _before(pattern: re.Pattern[str], text: str, start: int) -> re.Match[str] | None:
    """What of `pattern`, which ends with the text, stands right before `start`."""
    return pattern.search(text, max(0, start - _REACH), start)


def _is_other_office(title: Resolved, country: Resolved | None) -> bool:
    body = country is not None and country.entry.kind == "organization"
    return body and title.term.text.lower() in _OF_STATES


def _with_honorific(text: str, item: Resolved) -> Span:
    span = item.match.span
    if item.entry.kind != "person":
        return span
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
