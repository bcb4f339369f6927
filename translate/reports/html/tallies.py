"""The figures of the page: what the summary and its charts count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from translate.records import Level, Rung
from translate.reports.html.model import RUNGS, Corpus, ShownArticle, ShownSegment, Side
from translate.reports.interface import LEVELS


_SHORTEST = 1.2
"""Percent of a bar: a finding among thousands is a line that can be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of a chart: a name, and the lengths of its stretches."""

    name: str
    parts: tuple[tuple[str, int], ...]
    """(what, how many), none of them zero."""

    @property
    def total(self) -> int:
        """How many in all."""
        return sum(count for _, count in self.parts)

    def stretches(self, whole: int) -> list[tuple[str, float, float]]:
        """(what, start, length) of each part in a bar of 100 that stands for `whole`; none is too short to see."""
        lengths = [max(_SHORTEST, 100 * count / whole) for _, count in self.parts]
        scale = min(1, 100 / sum(lengths))
        starts = accumulate((length * scale for length in lengths), initial=0.0)
        return [(what, start, length * scale) for (what, _), start, length in zip(self.parts, starts, lengths)]


@dataclass(frozen=True, slots=True)
class Row:
    """An article as the lists show it."""

    anchor: str
    article: ShownArticle
    levels: Counter[str]
    """How many findings of each level."""
    unresolved: int
    """How many terms nothing renders."""

    @property
    def weight(self) -> tuple[int, int, int, int]:
        """What must be looked at first is the greatest."""
        return self.levels["error"], self.unresolved, self.levels["warning"], self.levels["info"]


@dataclass(frozen=True, slots=True)
class Doubt:
    """An entry that is not rendered one way throughout."""

    entry: str
    language: str
    renderings: tuple[tuple[str, int], ...]
    """(form, how often), the most frequent first; the form is empty where nothing renders the entry."""


def sides(corpus: Corpus) -> Iterator[tuple[str, ShownSegment, Side]]:
    """(language, segment, side) for every translation, in the order of the page."""
    for article in corpus.articles:
        for segment in article.segments:
            for target in corpus.targets:
                if target in segment.sides:
                    yield target, segment, segment.sides[target]


def rows(corpus: Corpus, anchors: list[str]) -> list[Row]:
    """The articles, in the order of the corpus."""
    return [_row(anchor, article) for anchor, article in zip(anchors, corpus.articles)]


def _row(anchor: str, article: ShownArticle) -> Row:
    every = [side for segment in article.segments for side in segment.sides.values()]
    levels = Counter[str](one.finding.level for side in every for one in side.findings)
    return Row(anchor, article, levels, sum(one.rung == "unresolved" for side in every for one in side.terms))


def levels(corpus: Corpus) -> dict[Level, int]:
    """How many findings of each level, the gravest first."""
    found = Counter(one.finding.level for _, _, side in sides(corpus) for one in side.findings)
    return {level: found[level] for level in LEVELS}


def rungs(corpus: Corpus) -> dict[Rung, int]:
    """How many terms got there by which rung."""
    found = Counter(one.rung for _, _, side in sides(corpus) for one in side.terms)
    return {rung: found[rung] for rung in RUNGS}


def by_rule(corpus: Corpus) -> list[Bar]:
    """Findings by rule and level, the gravest and most frequent rule first."""
    found: dict[str, Counter[str]] = {}
    for _, _, side in sides(corpus):
        for one in side.findings:
            found.setdefault(one.finding.rule, Counter())[one.finding.level] += 1
    ranked = sorted(found.items(), key=lambda item: ([-item[1][level] for level in LEVELS], item[0]))
    return [Bar(rule, tuple((level, counts[level]) for level in LEVELS if counts[level]))
            for rule, counts in ranked]


def by_language(corpus: Corpus) -> list[Bar]:
    """Terms by language and rung."""
    found: dict[str, Counter[str]] = {target: Counter() for target in corpus.targets}
    for target, _, side in sides(corpus):
        found[target].update(one.rung for one in side.terms)
    return [Bar(target, tuple((rung, counts[rung]) for rung in RUNGS if counts[rung]))
            for target, counts in found.items()]


def doubts(corpus: Corpus) -> list[Doubt]:
    """Entries that the corpus renders in several ways, or somewhere not at all; the widest spread first.

    Forms that the glossary wants at their place (a short one after the full one) are no doubt.
    """
    found: dict[tuple[str, str], Counter[str]] = {}
    odd: set[tuple[str, str]] = set()
    for language, _, side in sides(corpus):
        for one in side.terms:
            form = one.target.of(side.text) if one.target else ""
            found.setdefault((one.entry, language), Counter())[form] += 1
            if not form or form != one.wanted:
                odd.add((one.entry, language))
    listed = [Doubt(*key, tuple(found[key].most_common())) for key in odd]
    return sorted(listed, key=lambda one: (-sum(count for _, count in one.renderings), one.entry, one.language))
