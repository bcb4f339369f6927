"""A report as data, to tell in the next one what has changed since."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from translate import __version__
from translate.errors import InputError
from translate.reports.html.model import Corpus, Previous, ShownArticle, ShownFinding, ShownSegment, Side
from translate.reports.interface import LEVELS


@dataclass(frozen=True, slots=True)
class History:
    """What a report remembers of itself."""

    made: str
    sides: Mapping[tuple[str, str], Counter[str]]
    """By article and language the digests of its translations; a moved segment is not a changed one."""
    findings: frozenset[str]
    """Fingerprints."""


def remember(corpus: Corpus) -> str:
    """`corpus` as JSON: counts, and by article and language what its translations are known by."""
    found = list(_findings(corpus))
    counts: dict[str, int] = {level: sum(one.finding.level == level for one in found) for level in LEVELS}
    segments = sum(len(article.segments) for article in corpus.articles)
    content = {
        "program": f"glosswire {__version__}", "made": corpus.made, "source": corpus.source,
        "targets": list(corpus.targets),
        "counts": {"articles": len(corpus.articles), "segments": segments, **counts},
        "findings": [one.fingerprint for one in found],
        "articles": [{"name": article.name, "sides": _digests(article, corpus.targets)}
                     for article in corpus.articles]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def recall(text: str, path: str) -> History:
    """What `remember` wrote; `path` is what messages call it.

    Raises:
        InputError: It is not what `remember` writes.
    """
    try:
        content = json.loads(text)
        sides = {(article["name"], language): Counter(map(str, digests))
                 for article in content["articles"] for language, digests in article["sides"].items()}
        return History(str(content["made"]), sides, frozenset(map(str, content["findings"])))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise InputError(f"{path}: not the JSON of a report; name the file that translate report --json "
                         "wrote") from error


def compare(corpus: Corpus, old: History) -> Corpus:
    """`corpus` with the translations that `old` does not have marked as changed, its findings as fresh."""
    now = {one.fingerprint for one in _findings(corpus)}
    articles = tuple(_compared(article, old) for article in corpus.articles)
    return replace(corpus, articles=articles, previous=Previous(old.made, len(old.findings - now)))


def _compared(article: ShownArticle, old: History) -> ShownArticle:
    left = {language: digests.copy() for (name, language), digests in old.sides.items()
            if name == article.name}
    segments = tuple(_marked(segment, left, old.findings) for segment in article.segments)
    return replace(article, segments=segments)


def _marked(segment: ShownSegment, left: Mapping[str, Counter[str]], known: frozenset[str]) -> ShownSegment:
    sides = {}
    for language, side in segment.sides.items():
        digest, digests = _digest(segment, side), left.get(language, Counter())
        changed = not digests[digest]
        digests[digest] -= 1
        findings = tuple(replace(one, fresh=one.fingerprint not in known) for one in side.findings)
        sides[language] = replace(side, changed=changed, findings=findings)
    return replace(segment, sides=sides)


def _digests(article: ShownArticle, targets: tuple[str, ...]) -> dict[str, list[str]]:
    return {target: [_digest(segment, segment.sides[target]) for segment in article.segments
                     if target in segment.sides] for target in targets}


def _digest(segment: ShownSegment, side: Side) -> str:
    """What a translation is known by: the two texts, its state, its terms and its findings."""
    terms = [[one.entry, one.rung, one.wanted] for one in side.terms]
    content = [segment.source, side.text, side.state, terms, [one.fingerprint for one in side.findings]]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:16]


def _findings(corpus: Corpus) -> Iterator[ShownFinding]:
    for article in corpus.articles:
        for segment in article.segments:
            for side in segment.sides.values():
                yield from side.findings
