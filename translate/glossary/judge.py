"""Whether a place that holds the letters of a term is a match, and if not, why not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from translate.glossary import conditions, names
from translate.glossary.automaton import Candidate, Hit
from translate.glossary.boundary import (
    is_compound, is_word, may_be_spaced, may_have_plural, stands, word_end,
)
from translate.glossary.forms import SKIPPED, fit
from translate.languages import Boundary

Rule = Literal["address", "boundary", "case", "condition", "inside", "name", "spelling"]

_ADDRESS = re.compile(r"(?:\bhttps?://|\bwww\.)\S+|(?<!\S)[^\s@]*@\w\S*")
_ADDRESS_SIGNS = ("@", "://", "www.")
_ARTICLE = re.compile(r"the [^\W\d_][\w'-]*\Z", re.IGNORECASE)
_OPENS = re.compile(r"(?:\A|[.!?:;—…][\"')\]]*|[\"(\[•*-])\s*[\"'(\[]*\Z")


class Accepted(NamedTuple):
    """A candidate that counts."""

    start: int
    """In the normalised text, like `end`."""
    end: int
    candidate: Candidate
    generated: str = ""
    before: str = ""
    """The word before it that makes a longer name of it, unless that is a term itself."""
    behind: str = ""
    """Likewise the word behind it."""

    @property
    def anchor(self) -> int:
        """Where it competes for its place: a leading article weighs nothing (the North Korean)."""
        return self.start + 4 if _ARTICLE.match(self.candidate.spelling) else self.start


class Refused(NamedTuple):
    """A candidate that does not count."""

    start: int
    end: int
    candidate: Candidate
    rule: Rule
    reason: str
    """In words; empty where nobody asked for the reasons of all that was refused."""


class Judge:
    """Judges the candidates in one normalised text."""

    def __init__(self, text: str, boundary: Boundary, source: bool, why: bool) -> None:
        """Judge `text`; say how a term is cut or misspelled only where `why` asks."""
        self._text = text
        self._why = why
        self._boundary = boundary
        self._spaced = boundary == "word"
        self._source = source

    def is_hopeless(self, hit: Hit) -> bool:
        """Whether no candidate can stand there: a word goes on, or a name is in lower case."""
        start, end, _, proper = hit
        if self._spaced:
            behind = self._text[end:end + 1]
            return behind != "" and behind not in "sSeE" and is_word(behind) or (
                proper and self._text[start:end].islower())
        return not stands(self._text, start, end, self._boundary)

    def judge(self, hit: Hit) -> Iterator[Accepted | Refused]:
        """The verdict on each candidate; a surname of many is judged once."""
        last: Accepted | Refused | None = None
        for candidate in hit.candidates:
            if last is None or not _alike(candidate, last.candidate):
                last = self._judge(hit.start, hit.end, candidate)
            else:
                last = last._replace(candidate=candidate)
            yield last

    def _judge(self, start: int, end: int, candidate: Candidate) -> Accepted | Refused:
        term = candidate.term
        stop = self._end(start, end, candidate)
        if stop is None:
            return self._cut(start, end, candidate)
        generated = self._generated(start, end, candidate)
        if generated is None or generated == "capitals" and not self._may_shout(candidate):
            return self._misspelled(start, end, candidate)
        if self._is_address(start, end):
            return Refused(start, stop, candidate, "address", "part of an address")
        reason = conditions.refusal(term, self._text, start, stop, self._spaced)
        if reason:
            return Refused(start, stop, candidate, "condition", reason)
        made = (candidate.generated, generated, "plural" if stop > end else "")
        before, behind = self._longer_name(start, stop, candidate)
        return Accepted(start, stop, candidate, ", ".join(filter(None, made)), before, behind)

    def spells(self, refused: Refused) -> bool:
        """Whether what was refused is written like the term at all (`us` in `just` is not)."""
        return self._generated(refused.start, refused.end, refused.candidate) is not None

    def _end(self, start: int, end: int, candidate: Candidate) -> int | None:
        """Where the term ends, None where it is part of another word."""
        if not self._spaced:
            known = not self._why
            return end if known or stands(self._text, start, end, self._boundary) else None
        if is_compound(self._text, start, end):
            return None
        plural = may_have_plural(candidate.entry.kind, candidate.spelling)
        return word_end(self._text, end, plural)

    def _generated(self, start: int, end: int, candidate: Candidate) -> str | None:
        surface, spelling = self._text[start:end], candidate.spelling
        case = candidate.term.case
        if self._spaced or surface == spelling:
            return fit(surface, spelling, case, self._opens(start, surface, spelling))
        if not may_be_spaced(surface, spelling, self._boundary):
            return None
        generated = fit(_together(surface), _together(spelling), case, False)
        return generated if generated is None else generated or "spacing"

    def _may_shout(self, candidate: Candidate) -> bool:
        """Whether capitals may be the term: of a surname alone they are another word (SWIFT)."""
        surname = candidate.entry.kind == "person" and " " not in candidate.spelling
        return not surname or self._text.isupper()

    def _opens(self, start: int, surface: str, spelling: str) -> bool:
        """Whether the term opens a sentence with a capital that is not its own."""
        if surface[0] == spelling[0] or not surface[0].isupper():
            return False
        return bool(_OPENS.search(self._text, max(0, start - 10), start))

    def _cut(self, start: int, end: int, candidate: Candidate) -> Refused:
        reason = f"inside “{self._word(start, end)}”" if self._why else ""
        return Refused(start, end, candidate, "boundary", reason)

    def _misspelled(self, start: int, end: int, candidate: Candidate) -> Refused:
        surface, spelling = self._text[start:end], candidate.spelling
        rule: Rule = "case" if surface.lower() == spelling.lower() else "spelling"
        reason = f"written “{surface}”; the term is “{candidate.term.text}”" if self._why else ""
        return Refused(start, end, candidate, rule, reason)

    def _is_address(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self._addresses)

    def _longer_name(self, start: int, end: int, candidate: Candidate) -> tuple[str, str]:
        """What makes a longer name of the term: Min-seok behind Kim, Sea behind the North.

        A common noun with a capital is part of a name as well, where its neighbour is (Submarine
        Networks).
        """
        spelling = candidate.spelling
        surname = candidate.entry.kind == "person" and " " not in spelling
        common = spelling.islower() and self._text[start].isupper() and not self._headline
        if not (self._spaced and self._source and (surname or common or _ARTICLE.match(spelling))):
            return "", ""
        behind = names.name_behind(self._text, end, self._headline)
        if not (surname or common):
            return "", behind
        return names.name_before(self._text, start, self._headline), behind

    def _word(self, start: int, end: int) -> str:
        """The whole word, or words, that the stretch cuts."""
        while start and is_word(self._text[start - 1]):
            start -= 1
        while end < len(self._text) and is_word(self._text[end]):
            end += 1
        return self._text[start:end]

    @cached_property
    def _headline(self) -> bool:
        return names.is_headline(self._text)

    @cached_property
    def _addresses(self) -> list[tuple[int, int]]:
        if not any(sign in self._text for sign in _ADDRESS_SIGNS):
            return []
        return [found.span() for found in _ADDRESS.finditer(self._text)]


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates stand or fall together."""
    return (one.spelling == other.spelling and one.generated == other.generated
            and one.entry.kind == other.entry.kind and one.term.case == other.term.case
            and one.term.condition == other.term.condition)


def _together(text: str) -> str:
    return "".join(char for char in text if char not in SKIPPED)
