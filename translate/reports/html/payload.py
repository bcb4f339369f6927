"""The content of the page as data: an index that is read at once, and a piece for each article.

Spans become UTF-16 offsets, as JavaScript counts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from translate.languages import language as facts
from translate.records import Span
from translate.reports.html.model import (
    Corpus, ShownArticle, ShownEntry, ShownFinding, ShownSegment, ShownTerm, Side,
)
from translate.reports.interface import LEVELS

Shape = tuple[tuple[str, bool, tuple[str, ...], tuple[tuple[str, str, bool], ...]], ...]
"""All that filters ask of a segment: for each side its language, whether it has changed, its rungs, and
(rule, level, fresh) of its findings."""


class Shapes:
    """Numbers the shapes of a corpus: most segments share a few."""

    def __init__(self) -> None:
        self.numbers: dict[Shape, int] = {}

    def number(self, segment: ShownSegment) -> int:
        """The number of the segment's shape."""
        return self.numbers.setdefault(_shape(segment), len(self.numbers))

    def content(self) -> list[list[dict[str, Any]]]:
        """The shapes, in the order of their numbers."""
        return [[{"language": language, "changed": changed, "rungs": rungs, "findings": findings}
                 for language, changed, rungs, findings in shape] for shape in self.numbers]


def index(corpus: Corpus, anchors: Sequence[str], shapes: Shapes) -> dict[str, Any]:
    """What the page knows of every article before it opens one."""
    articles = [{"id": anchor, "name": article.name, "title": article.title,
                 "shapes": sorted(Counter(map(shapes.number, article.segments)).items())}
                for anchor, article in zip(anchors, corpus.articles)]
    codes = (corpus.source, *corpus.targets)
    return {"title": corpus.title, "source": corpus.source, "targets": corpus.targets, "articles": articles,
            "languages": {code: facts(code).name for code in codes},
            "rules": {rule.name: {"level": rule.level, "help": rule.help.strip()} for rule in corpus.rules},
            "entries": {entry.id: _entry(entry) for entry in corpus.entries},
            "shapes": shapes.content()}


def uses(corpus: Corpus) -> dict[str, list[list[Any]]]:
    """By entry id each place it is rendered at: [article, segment, language, form, rung, wanted].

    Articles and segments are numbered from 0; the form is empty where nothing renders the entry.
    """
    found: dict[str, list[list[Any]]] = {}
    for number, article in enumerate(corpus.articles):
        for place, segment in enumerate(article.segments):
            for language, term, form in _renderings(segment):
                found.setdefault(term.entry, []).append([number, place, language, form, term.rung, term.wanted])
    return dict(sorted(found.items()))


def article(shown: ShownArticle, shapes: Shapes) -> list[dict[str, Any]]:
    """The segments of an article; what is empty is left out."""
    return [_segment(segment, shapes.number(segment)) for segment in shown.segments]


def _segment(segment: ShownSegment, shape: int) -> dict[str, Any]:
    sides = {language: _side(segment.source, side) for language, side in segment.sides.items()}
    return {"source": segment.source, "kind": segment.kind, "block": segment.block, "shape": shape,
            "sides": sides}


def _side(source: str, side: Side) -> dict[str, Any]:
    return _full({"text": side.text, "state": side.state, "changed": side.changed,
                  "terms": [_term(source, side.text, term) for term in side.terms],
                  "findings": [_finding(source, side.text, one) for one in sorted(side.findings, key=_rank)]})


def _rank(shown: ShownFinding) -> tuple[int, str]:
    """The gravest first, and those of a rule together."""
    return LEVELS.index(shown.finding.level), shown.finding.rule


def _term(source: str, text: str, term: ShownTerm) -> dict[str, Any]:
    return _full({"entry": term.entry, "source": _span(source, term.source), "wanted": term.wanted,
                  "rung": term.rung, "target": _span(text, term.target), "before": term.before,
                  "change": round(term.change, 3), "reason": term.reason})


def _finding(source: str, text: str, shown: ShownFinding) -> dict[str, Any]:
    finding = shown.finding
    return _full({"rule": finding.rule, "level": finding.level, "message": finding.message,
                  "source": _span(source, finding.source_span), "target": _span(text, finding.target_span),
                  "entry": finding.entry, "fix": finding.fix, "fingerprint": shown.fingerprint,
                  "path": finding.place.path, "line": finding.place.line, "fresh": shown.fresh})


def _entry(entry: ShownEntry) -> dict[str, Any]:
    return _full({"kind": entry.kind, "forms": dict(entry.forms), "note": entry.note,
                  "stated": dict(entry.stated)})


def _renderings(segment: ShownSegment) -> Iterator[tuple[str, ShownTerm, str]]:
    for language, side in segment.sides.items():
        for term in side.terms:
            yield language, term, term.target.of(side.text) if term.target else ""


def _shape(segment: ShownSegment) -> Shape:
    return tuple((language, side.changed, tuple(sorted({term.rung for term in side.terms})),
                  tuple(sorted((one.finding.rule, one.finding.level, one.fresh) for one in side.findings)))
                 for language, side in segment.sides.items())


def _span(text: str, span: Span | None) -> list[int] | None:
    """[first, behind the last], in UTF-16 units."""
    if span is None:
        return None
    start = _units(text[:span.start])
    return [start, start + _units(text[span.start:span.end])]


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _full(content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if value or key == "text"}
