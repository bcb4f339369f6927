"""One entry has one rendering throughout an article, and throughout all that is checked.

Short forms, titles and abbreviations are not another rendering: 미 beside 미국, 트럼프 beside 도널드
트럼프. Two admitted forms are, and so is a misspelling where the article has the agreed form as well,
which is an error. Two articles that differ are a note.

Fires:
    - ko {id: un, kind: organization, en: UN, ko: [유엔, 국제연합]}: The UN met. => 유엔이 모였다. / The UN left. => 국제연합이 떠났다.
Passes:
    - ko {id: un, kind: organization, en: UN, ko: [유엔, 국제연합]}: The UN met. => 유엔이 모였다. / The UN left. => 유엔이 떠났다.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.checks.evidence import misspelling
from translate.checks.interface import Sighting, Tally, Unit
from translate.checks.renderings import entry_forms, squeeze, unserved
from translate.records import Entry, Flaw, Level, Mention, Span

LEVEL = "warning"
CODE = "G03"
_INITIALS = str.maketrans("리률렬", "이율열")
"""The same syllable inside a word and at its start: 안보리 is short for 안전보장이사회."""
_SURNAME_FIRST = frozenset(("ko", "ja"))
_NAMES = frozenset(("person", "organization", "weapon", "place", "event"))


@dataclass(frozen=True, slots=True)
class _Use:
    """A rendering at its place in an article."""

    index: int
    """Of the segment."""
    mention: Mention
    span: Span
    form: str
    misspelled: bool = False


def check_article(units: Sequence[Unit]) -> Iterator[tuple[int, Flaw]]:
    """Yield each rendering that differs from the one which the article has most often."""
    if len(units) < 2:
        return
    uses: defaultdict[str, list[_Use]] = defaultdict(list)
    for index, unit in enumerate(units):
        for use in _uses(index, unit):
            uses[use.mention.entry.id].append(use)
    for found in uses.values():
        if len({use.form for use in found}) > 1:
            yield from _odd(found, units)


def observe(units: Sequence[Unit]) -> Iterator[tuple[int, Sighting]]:
    """Yield the names as they are rendered, to be compared with other articles."""
    for index, unit in enumerate(units):
        for mention, found in zip(unit.mentions, unit.assignment.served if unit.mentions else ()):
            entry, language = mention.entry, unit.languages[1]
            stated = entry.renderings.get(language)
            if found and stated and entry.kind in _NAMES and found.form in (stated.use, *stated.also):
                alike = not _differs(found.form, stated.use, entry, language)
                value = stated.use if alike else found.form
                yield index, Sighting(entry.id, value, found.span, mention.span)


def conclude(subject: str, tallies: Sequence[Tally]) -> Iterator[tuple[str, Flaw]]:
    """Yield the renderings of the entry `subject` that are no form of the most frequent one."""
    usual = tallies[0]
    for tally in tallies[1:]:
        if not _is_form(tally.value, usual.value):
            yield tally.value, Flaw(
                f"{tally.value} stands here and {usual.value} in most places ({usual.count} of "
                f"{sum(one.count for one in tallies)}, first {usual.first}); write {usual.value}",
                level="info", entry=subject, fix=usual.value)


def _uses(index: int, unit: Unit) -> Iterator[_Use]:
    for mention, found in zip(unit.mentions, unit.assignment.served if unit.mentions else ()):
        if found:
            yield _Use(index, mention, found.span, found.form)
    for number in unserved(unit) if unit.mentions else ():
        mention = unit.mentions[number]
        wrong = misspelling(unit, mention)
        if wrong:
            yield _Use(index, mention, wrong, wrong.of(unit.target), True)


def _odd(found: list[_Use], units: Sequence[Unit]) -> Iterator[tuple[int, Flaw]]:
    """The uses that are no form of the most frequent one; misspellings do not count for that."""
    agreed = Counter(use.form for use in found if not use.misspelled)
    if not agreed:
        return
    wanted = {use.mention.wanted for use in found}
    usual = max(agreed, key=lambda form: (agreed[form], form in wanted))
    for use in found:
        entry, language = use.mention.entry, units[use.index].languages[1]
        if _differs(use.form, usual, entry, language):
            yield use.index, Flaw(f"{use.form} stands here and {usual} elsewhere in the article; write {usual}",
                                  use.span, use.mention.span, _level(use), entry.id, usual)


def _level(use: _Use) -> Level | None:
    """Of two forms that the glossary admits one is no more wrong than the other."""
    if use.misspelled:
        return "error"
    return "info" if use.mention.entry.kind == "term" else None


def _differs(form: str, usual: str, entry: Entry, language: str) -> bool:
    """Whether the two are different names, not a longer and a shorter form of one."""
    if _is_form(form, usual):
        return False
    if entry.kind != "person":
        return True
    if language in _SURNAME_FIRST and form[0] == usual[0]:
        return False
    one, other = squeeze(form), squeeze(usual)
    parts = [squeeze(part) for part in entry_forms(entry, language)]
    return not any(part in one and part in other for part in parts if part)


def _is_form(form: str, usual: str) -> bool:
    """Whether one of the two abbreviates the other, or they differ only in spaces."""
    one, other = (squeeze(text).translate(_INITIALS) for text in (form, usual))
    return _abbreviates(one, other) or _abbreviates(other, one)


def _abbreviates(short: str, long: str) -> bool:
    """Whether `short` has some letters of `long` in their order."""
    rest = iter(long)
    return all(letter in rest for letter in short)
