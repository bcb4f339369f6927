"""Where a text holds the terms of a glossary: the one matcher of enforcement and of checks.

The leftmost match wins, and at one place the longest. A candidate that its boundary, its letter
case or its conditions rule out takes no part in that, so that a shorter term gets its turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from translate.glossary.automaton import Candidate, Index
from translate.glossary.boundary import may_have_plural
from translate.glossary.forms import fold, forms
from translate.glossary.judge import Accepted, Judge, Refused, Rule
from translate.glossary.model import TITLE, Glossary, rendering
from translate.languages import language as facts
from translate.records import Entry, Match, Place, Rendering, Span, Term
from translate.text.normalize import Normalized, normalize

_ROLES = ("use", "also", "first", "short", "avoid")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A place that holds the letters of a term and yet is no match."""

    span: Span
    term: Term
    entry: Entry
    rule: Rule
    reason: str
    """Why not, in words."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a text holds, titles apart: of `the North Korean leader` the country stays."""

    matches: tuple[Match, ...]
    """In order, no titles; none overlaps another."""
    titles: tuple[Match, ...]
    """Likewise; they may overlap the matches."""
    surnames: tuple[Match, ...]
    """Surnames that are part of somebody else's name."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """The candidates in a text, and the text."""

    text: Normalized
    accepted: list[Accepted]
    named: list[Refused]
    """Those that are part of a longer name."""
    refused: list[Refused]
    """The others that count for nothing; empty where nobody asked why."""


class Matcher:
    """Finds the terms of a glossary in texts of one language."""

    def __init__(self, glossary: Glossary, language: str, *, source: bool = True,
                 profile: str = "") -> None:
        """Index the terms that `glossary` has in `language`.

        In a source text (`source`) the forms of the entry are looked for, titles among them; in a
        translation those of the house style `profile`, and the avoided ones as well.
        """
        self.glossary = glossary
        self.language = language
        self.profile = profile
        self.source = source
        self._boundary = facts(language).boundary
        self._index = Index(self._candidates(), self._boundary)

    def find(self, text: str) -> tuple[Match, ...]:
        """The matches in `text`, titles among them, in order; none overlaps another."""
        found = self._judged(text)
        return _matches(found.text, found.accepted)

    def explain(self, text: str) -> tuple[Rejected, ...]:
        """What looks like a term in `text` and is no match, in order, and why it is none."""
        found = self._judged(text, why=True)
        _, beaten = _leftmost_longest(found.accepted)
        rejected = [_rejected(found.text, one) for one in (*found.named, *found.refused, *beaten)]
        return tuple(sorted(rejected, key=_order))

    def scan(self, text: str) -> Scan:
        """What `text` holds, as the plan of an article needs it."""
        found = self._judged(text)
        terms = [one for one in found.accepted if one.candidate.entry.kind != TITLE]
        titles = [one for one in found.accepted if one.candidate.entry.kind == TITLE]
        surnames = [Accepted(one.start, one.end, one.candidate) for one in found.named
                    if one.candidate.entry.kind == "person"]
        return Scan(_matches(found.text, terms), _matches(found.text, titles),
                    _matches(found.text, surnames))

    def _judged(self, text: str, why: bool = False) -> _Judged:
        normal = normalize(text)
        judge = Judge(normal.text, self._boundary, self.source, why)
        accepted: list[Accepted] = []
        refused: list[Refused] = []
        for hit in self._index.hits(fold(normal.text, self._boundary)):
            if not why and judge.is_hopeless(hit):
                continue
            for verdict in judge.judge(hit):
                if isinstance(verdict, Accepted):
                    accepted.append(verdict)
                elif why and (verdict.rule != "boundary" or judge.spells(verdict)):
                    refused.append(verdict)
        kept, named = _without_parts_of_names(accepted)
        return _Judged(normal, kept, named, refused)

    def _candidates(self) -> Iterator[Candidate]:
        for entry in self.glossary.entries:
            if not self.source and entry.kind == TITLE:
                continue
            found = rendering(entry, self.language, self.profile)
            for term in found.terms(self.language):
                if self.source and term.role == "avoid":
                    continue
                text = normalize(term.text).text
                for made in forms(text, self._boundary, may_have_plural(entry.kind, text)):
                    yield Candidate(term, entry, *made)


def _matches(text: Normalized, accepted: list[Accepted]) -> tuple[Match, ...]:
    """The matches of what was accepted in `text`, in order."""
    chosen, _ = _leftmost_longest(accepted)
    return tuple(_match(text, group) for group in chosen)


def _without_parts_of_names(accepted: list[Accepted]) -> tuple[list[Accepted], list[Refused]]:
    """What is no part of a longer name, and what is; a neighbour that is a term makes none."""
    if not any(one.before or one.behind for one in accepted):
        return accepted, []
    starts = {one.start for one in accepted if one.candidate.term.role != "short"}
    ends = {one.end for one in accepted if one.candidate.term.role != "short"}
    kept: list[Accepted] = []
    named: list[Refused] = []
    for one in accepted:
        before = one.before if one.start - 1 not in ends else ""
        behind = one.behind if one.end + 1 not in starts else ""
        if before or behind:
            reason = f"part of another name, with “{behind or before}”"
            named.append(Refused(one.start, one.end, one.candidate, "name", reason))
        else:
            kept.append(one)
    return kept, named


def _leftmost_longest(accepted: list[Accepted]) -> tuple[list[list[Accepted]], list[Refused]]:
    """The candidates that win their place, those of one place together, and those that lose."""
    chosen: list[list[Accepted]] = []
    beaten: list[Refused] = []
    done = 0
    accepted.sort(key=_rank)
    for (start, _), group in groupby(accepted, key=lambda one: (one.start, one.end)):
        if start >= done:
            chosen.append(list(group))
            done = chosen[-1][0].end
        else:
            winner = chosen[-1][0].candidate.term.text
            beaten.extend(Refused(one.start, one.end, one.candidate, "inside",
                                  f"overlaps the match of “{winner}”") for one in group)
    return chosen, beaten


def _rank(one: Accepted) -> tuple[int, int, bool, bool, int, str, str]:
    """The order in which candidates get their place, whatever their order in a file.

    A term that asks for company, and has it, knows its place better than one that takes any.
    """
    term, entry = one.candidate.term, one.candidate.entry
    return (one.anchor, -one.end, bool(one.generated), not term.condition.only_with,
            _ROLES.index(term.role), entry.id, term.text)


def _match(normal: Normalized, group: list[Accepted]) -> Match:
    """The match of the first of `group`; other entries that fit as well are its rivals."""
    first = group[0]
    rivals = {one.candidate.entry.id: one.candidate for one in reversed(group)
              if bool(one.generated) == bool(first.generated)}
    rivals.pop(first.candidate.entry.id)
    return Match(normal.span_back(first.start, first.end), first.candidate.term,
                 first.candidate.entry, first.generated,
                 tuple((rivals[id].term, rivals[id].entry) for id in sorted(rivals)))


def _rejected(normal: Normalized, one: Refused) -> Rejected:
    span = normal.span_back(one.start, one.end)
    return Rejected(span, one.candidate.term, one.candidate.entry, one.rule, one.reason)


def _order(one: Rejected) -> tuple[Span, str, str, str]:
    return one.span, one.entry.id, one.term.text, one.reason


def find_forms(forms: Iterable[str], text: str, language: str) -> tuple[tuple[Span, str], ...]:
    """Where `text`, in `language`, holds one of `forms`, and which: as the matcher would find it.

    >>> find_forms(["합동군사훈련"], "한미가 합동 군사훈련을 했다.", "ko")
    ((Span(start=4, end=11), '합동군사훈련'),)
    """
    first, *others = dict.fromkeys(forms) or ("",)
    entry = Entry("", "term", {language: Rendering(first, tuple(others))}, "", Place(""))
    matches = Matcher(Glossary((entry,)), language, source=False).find(text)
    return tuple((match.span, match.term.text) for match in matches)
