"""Who and what an article names in full, and where: what decides whom a bare surname means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translate.glossary.forms import fold
from translate.glossary.match import Scan
from translate.glossary.names import is_headline
from translate.glossary.surnames import is_short
from translate.records import Match

Position = tuple[int, int]
"""Index of the segment in the article, and where in it."""

_RELATIVE = re.compile(
    r"(?:\b(?:his|her|their|whose|the leader's)|’s|'s) (?:[\w-]+ ){0,3}?(?:grand|half-|step|ex-)?"
    r"(?:father|mother|parents?|brother|sister|wife|husband|widow|son|daughter|uncle|aunt|nephew"
    r"|niece|cousin|predecessor|successor|namesake)(?: |, (?:[\w-]+ ){0,4})(?:the )?(?:late )?\Z",
    re.IGNORECASE)
_KIN_BEHIND = re.compile(
    r"['’]s (?:[\w-]+ )?(?:father|mother|parents?|brother|sister|wife|husband|son|daughter|uncle"
    r"|aunt)\b")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where an article names somebody in full."""

    position: Position
    entry: str
    """Id; empty for a stranger, who has no surname that a glossary knows."""
    name: str
    """As it is written there."""
    title: str = ""
    """Id of the title before the name."""
    introduced: bool = False
    """As a relative of somebody else (Kim's father, Kim Jong Il), who stays the one spoken of."""


class Cast:
    """The full names in an article, in order."""

    def __init__(self, segments: Sequence[str], scans: Sequence[Scan]) -> None:
        self._of_entry: dict[str, list[Sighting]] = {}
        self._strangers: dict[str, list[Sighting]] = {}
        self._bare: dict[str, list[Position]] = {}
        self._glossaries: set[str] = set()
        self._segments = segments
        for index, (text, scan) in enumerate(zip(segments, scans)):
            self._add_names(index, text, scan)
            self._add_strangers(index, text, scan)

    def of(self, id: str) -> list[Sighting]:
        """Where the entry `id` is named in full."""
        return self._of_entry.get(id, [])

    def strangers(self, surname: str) -> list[Sighting]:
        """Where people of that surname are named in full who are no entry with that `short`."""
        return self._strangers.get(fold(surname, "word"), [])

    def announces(self, surname: str, position: Position, named: Sighting) -> bool:
        """Whether the surname at `position`, in a headline, means whom the text then names in full.

        It does not where the text uses the surname before that name (of somebody whom it never
        names), nor in `Kim's sister`, which tells the two apart.
        """
        index, start = position
        text = self._segments[index]
        if _KIN_BEHIND.match(text, start + len(surname)):
            return False
        used = [place for place in self._bare.get(fold(surname, "word"), ())
                if position < place < named.position and self._is_sentence(place[0])]
        return not used and (index == 0 or not self._is_sentence(index))

    def is_headline(self, index: int) -> bool:
        """Whether the segment gives every word a capital."""
        return is_headline(self._segments[index])

    def speaks_of(self, glossary: str) -> bool:
        """Whether the article names an entry of that glossary."""
        return glossary in self._glossaries

    def _is_sentence(self, index: int) -> bool:
        return bool(_SENTENCE_END.search(self._segments[index]))

    def _add_names(self, index: int, text: str, scan: Scan) -> None:
        for match in scan.matches:
            if is_short(match.term, match.entry):
                place = (index, match.span.start)
                self._bare.setdefault(fold(match.term.text, "word"), []).append(place)
                continue
            if any(not is_short(*rival) for rival in match.rivals):
                continue
            title = title_before(scan.titles, match.span.start, text)
            seen = Sighting((index, match.span.start), match.entry.id, match.span.of(text),
                            title.entry.id if title else "", _is_relative(text, match.span.start))
            self._of_entry.setdefault(match.entry.id, []).append(seen)
            if match.entry.kind == "person" and not _has_short(match):
                for word in seen.name.split():
                    self._add_stranger(word, replace(seen, entry=""))
            self._glossaries.add(match.entry.glossary)

    def _add_strangers(self, index: int, text: str, scan: Scan) -> None:
        for one in scan.surnames:
            if not any(one.span.overlaps(match.span) for match in scan.matches):
                seen = Sighting((index, one.span.start), "", one.span.of(text))
                self._add_stranger(one.term.text, seen)

    def _add_stranger(self, surname: str, seen: Sighting) -> None:
        self._strangers.setdefault(fold(surname, "word"), []).append(seen)


def title_before(titles: Sequence[Match], start: int, text: str) -> Match | None:
    """The one of `titles` that stands right before `start`; the plural of two people is none."""
    before = [title for title in titles if title.span.end < start]
    if not before or "plural" in before[-1].generated:
        return None
    return before[-1] if text[before[-1].span.end:start].isspace() else None


def _has_short(match: Match) -> bool:
    found = match.entry.renderings.get(match.term.language)
    return found is not None and bool(found.short)


def _is_relative(text: str, start: int) -> bool:
    return bool(_RELATIVE.search(text, max(0, start - 60), start))
