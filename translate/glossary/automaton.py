"""All terms of a language in one Aho-Corasick automaton, which reads a text once.

Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975),
through pyahocorasick. In languages with words between spaces each key begins with a space, so that
the automaton itself rules out what begins inside a word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from translate.glossary.forms import SKIPPED, fold
from translate.languages import Boundary
from translate.records import Entry, Term

if TYPE_CHECKING:
    from ahocorasick import Automaton

_SKIPPED = re.compile(f"[{re.escape(''.join(sorted(SKIPPED)))}]")


class Candidate(NamedTuple):
    """A spelling of a term of an entry."""

    term: Term
    entry: Entry
    spelling: str
    """Normalised."""
    generated: str = ""
    """How the spelling was made from the term; empty for the term itself."""


class Hit(NamedTuple):
    """A place where a text, folded, holds the key of some candidates."""

    start: int
    """In the normalised text."""
    end: int
    candidates: tuple[Candidate, ...]
    proper: bool
    """None of them may stand in lower case."""


class Index:
    """Candidates by the key of their spelling, and the places of a text that hold one."""

    def __init__(self, candidates: Iterable[Candidate], boundary: Boundary) -> None:
        self._boundary = boundary
        self._spaced = boundary == "word"
        keys: dict[str, tuple[Candidate, ...]] = {}
        for candidate in candidates:
            key = self._key(candidate.spelling)
            keys[key] = (*keys.get(key, ()), candidate)
        self._automaton = _build(keys)

    def hits(self, folded: str) -> Iterator[Hit]:
        """Every key in `folded`, the fold of a normalised text, in the order of their ends."""
        if self._automaton is None:
            return
        if self._spaced:
            for end, (length, candidates, proper) in self._automaton.iter(" " + folded):
                yield Hit(end - length, end, candidates, proper)
        else:
            gaps = [found.start() - number for number, found in enumerate(_SKIPPED.finditer(folded))]
            for end, (length, candidates, proper) in self._automaton.iter(_SKIPPED.sub("", folded)):
                start = end - length
                yield Hit(start + bisect_right(gaps, start), end + 1 + bisect_right(gaps, end), candidates, proper)

    def _key(self, spelling: str) -> str:
        folded = fold(spelling, self._boundary)
        if self._spaced:
            return " " + folded
        return _SKIPPED.sub("", folded)


def _build(keys: dict[str, tuple[Candidate, ...]]) -> Automaton | None:
    """The automaton of `keys`; None where there are none, which pyahocorasick cannot search."""
    from ahocorasick import Automaton
    automaton = Automaton()
    for key, candidates in keys.items():
        if key.strip():
            proper = not any(map(_may_be_lower, candidates))
            automaton.add_word(key, (len(key) - 1, candidates, proper))
    if not len(automaton):
        return None
    automaton.make_automaton()
    return automaton


def _may_be_lower(candidate: Candidate) -> bool:
    spelling = candidate.spelling
    return candidate.term.case == "ignore" or spelling == spelling.lower()
