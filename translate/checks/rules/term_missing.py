"""What the glossary wants rendered is rendered in the translation, in a form that it admits.

A short form, the surname, another house's form, other spaces and a capital's country (Washington, 미국)
count as well. It is an error where the translation shows the fault: another name or the source's own
letters stand there, or the article never has the agreed form though it speaks of the entry again and
again; else a warning, and only a note where the article has the form elsewhere and a pronoun may do.

Fires:
    - ko {id: kcna, en: KCNA, ko: 조선중앙통신}: KCNA said so. => 통신은 그렇게 말했다.
    - ja {id: toyota, kind: organization, en: Toyota, ja: トヨタ}: Toyota said so. => Toyotaはこう述べた。
Passes:
    - ko {id: kcna, en: KCNA, ko: 조선중앙통신}: KCNA said so. => 조선 중앙통신은 그렇게 말했다.
    - ja {id: kju, kind: person, en: Kim Jong Un, ja: {use: 金正恩, short: 金氏}}: Kim Jong Un left. => 金氏は去った。
    - ko {id: dc, kind: place, en: Washington, ko: 워싱턴}: Washington agreed. => 미국은 동의했다.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from translate.checks.evidence import Evidence, evidence, misspelling, other_name
from translate.checks.interface import Unit
from translate.checks.renderings import missing, shared, squeeze, unserved
from translate.checks.seats import governments
from translate.records import Flaw, Level, Mention

LEVEL = "warning"
CODE = "G01"
_AGAIN = 2
"""Mentions of an entry in an article that none of them renders: more than a pronoun explains."""
_NAMES = frozenset(("person", "organization", "weapon", "place"))
_IN_TOWN = re.compile(r"\b(?:in|near|outside|around|across)\s(?:\w+\s)?\Z")
"""Before a capital: the town is meant, no government."""
_Missing = tuple[int, Mention]


def check_article(units: Sequence[Unit]) -> Iterator[tuple[int, Flaw]]:
    """Yield each mention that no form of its entry renders."""
    lost: defaultdict[str, list[_Missing]] = defaultdict(list)
    for index, unit in enumerate(units):
        for mention in _missing(unit):
            lost[mention.entry.id].append((index, mention))
    spoken = Counter(mention.entry.id for unit in units for mention in unit.mentions)
    for id, places in lost.items():
        never = len(places) == spoken[id]
        for nth, (index, mention) in enumerate(places):
            found = evidence(units[index], mention, spoken)
            again = never and nth == 0 and len(places) >= _AGAIN and mention.entry.kind in _NAMES
            yield index, _flaw(units[index], mention, found, _level(found, again, never))
    for index, unit in enumerate(units):
        yield from ((index, flaw) for flaw in _swapped(unit, spoken))


def _swapped(unit: Unit, article: Collection[str]) -> Iterator[Flaw]:
    """Names that stand in the place of one which the segment has once, but should have twice."""
    if not unit.mentions or unit.assignment.complete:
        return
    gone = set(missing(unit))
    for index in shared(unit):
        mention = unit.mentions[index]
        other = other_name(unit, mention.entry.kind, article) if index not in gone else None
        if other:
            yield _flaw(unit, mention, Evidence(other, "name"), "error")


def _missing(unit: Unit) -> Iterator[Mention]:
    """The mentions of a unit that are missing or misspelled, and that no government stands for."""
    gone = missing(unit) if unit.mentions else ()
    for index in unserved(unit) if unit.mentions else ():
        mention = unit.mentions[index]
        if index not in gone and misspelling(unit, mention) is None:
            continue
        in_town = _IN_TOWN.search(unit.source, 0, mention.span.start)
        stand_ins = () if in_town else governments(mention.span.of(unit.source), unit.languages[1])
        if not any(squeeze(one) in squeeze(unit.target) for one in stand_ins):
            yield mention


def _level(found: Evidence | None, again: bool, never: bool) -> Level | None:
    if again or (found and found.kind == "name"):
        return "error"
    return None if never or found else "info"


def _flaw(unit: Unit, mention: Mention, found: Evidence | None, level: Level | None) -> Flaw:
    written = mention.span.of(unit.source)
    if found is None:
        return Flaw(f"nothing renders {written}; write {mention.wanted}", source=mention.span, level=level,
                    entry=mention.entry.id)
    stands = found.span.of(unit.target)
    return Flaw(f"{stands} stands for {written}; write {mention.wanted}", found.span, mention.span, level,
                mention.entry.id, mention.wanted)
