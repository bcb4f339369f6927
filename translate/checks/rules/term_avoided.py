"""No form stands in the translation that the glossary says to avoid.

Where the source does not name the entry (a pronoun may have become a name) it is a warning.

Fires:
    - ko {id: kcna, en: KCNA, ko: {use: 조선중앙통신, avoid: [한국중앙통신]}}: KCNA said so. => 한국중앙통신은 그렇게 말했다.
    - ja {id: nk, kind: place, en: North Korea, ja: {use: 北朝鮮, avoid: [北鮮]}}: It refused. => 北鮮は拒否した。
Passes:
    - ko {id: kcna, en: KCNA, ko: {use: 조선중앙통신, avoid: [중앙통신]}}: KCNA said so. => 조선중앙통신은 그렇게 말했다.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.glossary.model import rendering
from translate.records import Entry, Flaw, Mention, Span

LEVEL = "error"
CODE = "G02"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each avoided form that stands in the translation."""
    seen: list[Span] = []
    for fault in unit.assignment.faults if unit.mentions else ():
        mention = next(one for one in unit.mentions if fault.form in one.avoided)
        seen.append(fault.span)
        fix = _instead(mention, unit.languages[1])
        written = mention.span.of(unit.source)
        yield Flaw(f"{fault.form} is avoided for {written}; write {fix}", fault.span, mention.span,
                   entry=mention.entry.id, fix=fix)
    wanted = {form for one in unit.mentions for form in (one.wanted, *one.admitted)}
    for match in unit.stated:
        if match.term.role == "avoid" and match.term.text not in wanted and not any(
                map(match.span.overlaps, seen)):
            yield _unasked(unit, match.span, match.entry)


def _unasked(unit: Unit, span: Span, entry: Entry) -> Flaw:
    """An avoided form of an entry that the source does not name."""
    fix = rendering(entry, unit.languages[1], unit.names.profile if unit.names else "").use
    instead = f"; write {fix}" if fix else ""
    return Flaw(f"{span.of(unit.target)} is avoided{instead}", span, level="warning", entry=entry.id, fix=fix)


def _instead(mention: Mention, language: str) -> str:
    """What to write for the name alone, where the mention wants it with a title."""
    use = rendering(mention.entry, language).use
    return use if use and use in mention.wanted else mention.wanted
