"""Runs rules over pairs: plans what the glossary wants, asks every rule, and turns flaws into findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TypeVar

from translate.checks.interface import Pair, Sighting, Unit
from translate.checks.placing import place_in
from translate.checks.registry import CheckRule
from translate.glossary.match import Matcher
from translate.glossary.plan import survey
from translate.records import Finding, Flaw, Mention, Span, Unresolved
from translate.text.segment import split

LONGEST_ARTICLE = 2000
"""Pairs; what goes on for longer is a memory and no article, and is taken in pieces of this size."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The glossary, as checks use it."""

    sources: Matcher
    """Finds the terms of the source language."""
    names: Matcher
    """Finds those of the target language, avoided ones among them."""
    profile: str = ""
    """House style of the target language."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding, and the article in which it stands."""

    finding: Finding
    article: str = ""


@dataclass(slots=True)
class Noted:
    """How often a rule saw a subject with a value, and where first."""

    count: int = 0
    articles: int = 0
    first: list[Found] = field(default_factory=list)
    """At most `SHOWN`: findings that still lack their message."""


SHOWN = 10
"""How many places of a rendering are shown that differs from other articles."""
_MAY_SPLIT = re.compile(r"[.!?…:;][^\w\s]*\s+\S|[。！？].|[\n\r•‣◦●▪]")
Key = tuple[str, str, str]
"""Rule, subject, value."""


@dataclass(slots=True)
class Outcome:
    """What was found in some articles."""

    found: list[Found] = field(default_factory=list)
    """In the order of the segments, and for one segment of the rules."""
    noted: dict[Key, Noted] = field(default_factory=dict)
    checked: int = 0
    """Segments."""


@dataclass(frozen=True, slots=True)
class Checker:
    """The rules, and what they check with; other processes get a copy."""

    rules: tuple[CheckRule, ...]
    source: str
    """Language code, as `target`."""
    target: str
    terms: Terms | None = None

    def check(self, pairs: Iterable[Pair]) -> Outcome:
        """What is wrong with `pairs`, which are whole articles."""
        outcome = Outcome()
        for article in articles(pairs):
            self._check_article(article, outcome)
        return outcome

    def units(self, pairs: Sequence[Pair]) -> list[Unit]:
        """The segments of an article, with what the glossary wants in them."""
        languages = self.source, self.target
        if self.terms is None:
            return [Unit(pair, languages) for pair in pairs]
        planned = _planned(pairs, self.terms, languages)
        return [Unit(pair, languages, mentions, left, self.terms.names)
                for pair, (mentions, left) in zip(pairs, planned)]

    def _check_article(self, pairs: Sequence[Pair], outcome: Outcome) -> None:
        units = self.units(pairs)
        outcome.checked += len(units)
        found = [(index, number, flaw) for number, rule in enumerate(self.rules)
                 for index, flaw in _flaws(rule, units)]
        found.sort(key=lambda one: one[:2])
        outcome.found += [Found(_finding(self.rules[number], pairs[index], flaw), pairs[index].article)
                          for index, number, flaw in found]
        for rule in self.rules:
            if rule.observe:
                _note(rule, pairs, rule.observe(units), outcome)


def articles(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Pairs that follow each other and share an article."""
    article: list[Pair] = []
    for pair in pairs:
        if article and (not pair.article or pair.article != article[0].article
                        or len(article) >= LONGEST_ARTICLE):
            yield article
            article = []
        article.append(pair)
    if article:
        yield article


def _planned(pairs: Sequence[Pair], terms: Terms, languages: tuple[str, str]
             ) -> list[tuple[tuple[Mention, ...], tuple[Unresolved, ...]]]:
    """The mentions of each pair and what stays open; a pair may hold several sentences."""
    sentences = [(index, span) for index, pair in enumerate(pairs)
                 for span in _sentences(pair.source, languages[0])]
    texts = [span.of(pairs[index].source) for index, span in sentences]
    plan = survey(texts, terms.sources, languages[1], terms.profile)
    found: list[tuple[tuple[Mention, ...], tuple[Unresolved, ...]]] = [((), ())] * len(pairs)
    for index, group in groupby(zip(sentences, plan.mentions, plan.unresolved), key=lambda one: one[0][0]):
        own = list(group)
        found[index] = (tuple(_moved(one, span.start) for (_, span), mentions, _ in own for one in mentions),
                        tuple(_moved(one, span.start) for (_, span), _, left in own for one in left))
    return found


def _sentences(text: str, language: str) -> Sequence[Span]:
    """As `split`, which is slow to find that a text is one sentence."""
    return split(text, language) if _MAY_SPLIT.search(text) else (Span(0, len(text)),)


_Found = TypeVar("_Found", Mention, Unresolved)


def _moved(one: _Found, offset: int) -> _Found:
    return replace(one, span=Span(one.span.start + offset, one.span.end + offset)) if offset else one


def _flaws(rule: CheckRule, units: Sequence[Unit]) -> Iterator[tuple[int, Flaw]]:
    if rule.check:
        for index, unit in enumerate(units):
            for flaw in rule.check(unit):
                yield index, flaw
    if rule.check_article:
        yield from rule.check_article(units)


def _finding(rule: CheckRule, pair: Pair, flaw: Flaw) -> Finding:
    return Finding(rule.name, flaw.level or rule.level, flaw.message, place_in(pair, flaw.target), pair.source,
                   pair.target, flaw.source, flaw.target, flaw.entry, flaw.fix)


def _note(rule: CheckRule, pairs: Sequence[Pair], seen: Iterable[tuple[int, Sighting]],
          outcome: Outcome) -> None:
    keys: set[Key] = set()
    for index, sighting in seen:
        key = rule.name, sighting.subject, sighting.value
        noted = outcome.noted.setdefault(key, Noted())
        noted.count += 1
        noted.articles += key not in keys
        keys.add(key)
        if len(noted.first) < SHOWN:
            flaw = Flaw("", sighting.target, sighting.source)
            noted.first.append(Found(_finding(rule, pairs[index], flaw), pairs[index].article))
