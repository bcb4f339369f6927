"""The plan of an article: every mention of a glossary entry, and what is wanted in its place.

    segments -> scan -> cast -> resolve -> group into units -> mentions

It is a function of the texts and of what the entries say: not of their order, nor of any state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.glossary.cast import Cast, title_before
from translate.glossary.match import Matcher, Scan
from translate.glossary.mentions import Composer
from translate.glossary.resolve import Resolved, Resolver
from translate.glossary.units import Grouper, Unit
from translate.records import Mention, Unresolved


@dataclass(frozen=True, slots=True)
class Plan:
    """What an article speaks of, by segment."""

    mentions: tuple[tuple[Mention, ...], ...]
    """In order; none overlaps another."""
    unresolved: tuple[tuple[Unresolved, ...], ...]
    """What may be a mention, but of which entry nothing tells."""


def plan(segments: Sequence[str], matcher: Matcher, target: str,
         profile: str = "") -> tuple[tuple[Mention, ...], ...]:
    """The mentions in each of `segments`, the sentences of one article in order, headline first.

    `matcher` is that of the source language, `target` a language code, `profile` a house style (the
    language's own where empty).
    """
    return survey(segments, matcher, target, profile).mentions


def survey(segments: Sequence[str], matcher: Matcher, target: str, profile: str = "") -> Plan:
    """As `plan`, with what stays unresolved."""
    scans = [matcher.scan(text) for text in segments]
    resolver = Resolver(Cast(segments, scans), target, profile)
    composer, grouper = Composer(target, profile), Grouper(matcher)
    known: set[str] = set()
    mentions, unresolved = [], []
    for index, (text, scan) in enumerate(zip(segments, scans)):
        found, left = _resolve(index, text, scan, resolver)
        items = [item for item in found if composer.renders(item.entry)]
        units = grouper.units(text, items, scan.titles)
        mentions.append(tuple(_mentions(units, composer, known)))
        unresolved.append(tuple(one for one in left if any(map(composer.renders, one.entries))))
    return Plan(tuple(mentions), tuple(unresolved))


def _resolve(index: int, text: str, scan: Scan,
             resolver: Resolver) -> tuple[list[Resolved], list[Unresolved]]:
    """What the matches of a segment mean, and what cannot be told."""
    found: list[Resolved] = []
    left: list[Unresolved] = []
    for match in scan.matches:
        title = title_before(scan.titles, match.span.start, text)
        meant = resolver.resolve(match, (index, match.span.start), title)
        if isinstance(meant, Resolved):
            found.append(meant)
        elif meant is not None:
            left.append(meant)
    return found, left


def _mentions(units: Sequence[Unit], composer: Composer, known: set[str]) -> Iterator[Mention]:
    """The mentions of a segment's units; what they name is `known` from then on."""
    for unit in units:
        entry = unit.found.entry
        if unit.kind == "pair":
            yield composer.pair(unit.span, unit.found, unit.acronym)
        elif unit.kind == "titled" and unit.title is not None:
            yield composer.titled(unit.span, unit.found, unit.title, unit.country)
        else:
            yield composer.single(unit.found, unit.span, entry.id in known)
        known.add(entry.id)
