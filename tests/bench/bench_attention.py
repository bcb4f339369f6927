"""How far the attention of a package points at the right place, on sentences of real articles.

For every mention in the sentences of a corpus: where the draft holds a known rendering of it, once, and the
sentence mentions the entry once, it is known where the term went. Counted is how often attention alone finds
just that span (`right`), or one that shares a character with it (`near`), or none at all (`none`); and how
often it finds that span as enforcement looks for it, with titles, honorifics and counters that go with what is
wanted (`in enforcement`). A draft that says something else altogether counts too, if it holds the rendering.

`translate models probe` measures the same on terms of a glossary in short sentences of its own: it needs no
corpus and every term comes in it, but a weak package writes nonsense around a bare name. What it finds is
what a run trusts; this is the measure on text as it comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translate.cli.evaluation_inputs import load_references
from translate.engine.interface import Decoding, Engine, Request, draft_all
from translate.engine.packages import find_packages, route
from translate.engine.route import open_engine
from translate.glossary.load import load
from translate.glossary.match import Matcher
from translate.glossary.occurrences import occurrences
from translate.glossary.plan import plan
from translate.records import Draft, Mention, Span
from translate.terms.locate import attended, locate
from translate.terms.snap import snap

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus" / "eval" / "news-dev.jsonl"


@dataclass(frozen=True, slots=True)
class Case:
    """A mention whose rendering is known."""

    source: str
    mention: Mention
    draft: Draft
    span: Span
    """Of the rendering in the draft."""


def measure(corpus: Path = CORPUS, models: Path | None = None) -> dict[str, Any]:
    """Counts by target language: cases, and what attention did in them."""
    return {target: _measure(corpus, models, target) for target in ("ko", "ja")}


def _measure(corpus: Path, models: Path | None, target: str) -> dict[str, Any]:
    engine = open_engine(route(find_packages(models), "en", target), Decoding())
    matcher = Matcher(load([ROOT / "glossaries"]), "en")
    documents = [[segment.text for segment in one.document.segments]
                 for one in load_references([str(corpus)], "en", target)]
    wanted = [mentions for texts in documents for mentions in plan(texts, matcher, target)]
    found = list(cases([text for texts in documents for text in texts], wanted, engine))
    counts = Counter(_verdict(case, target) for case in found)
    located = sum(_located(case, target) == case.span for case in found)
    return {"mentions": sum(map(len, wanted)), "cases": len(found), "located": located, **counts}


def cases(texts: Sequence[str], wanted: Sequence[Sequence[Mention]], engine: Engine) -> Iterator[Case]:
    """The mentions whose rendering in the draft is beyond doubt."""
    drafts = draft_all(engine, [Request(text, links=True) for text in texts])
    for text, mentions, draft in zip(texts, wanted, drafts):
        if not isinstance(draft, Draft) or not draft.attention:
            continue
        ids = Counter(one.entry.id for one in mentions)
        for one in mentions:
            places = occurrences(draft.text, (one.wanted, *one.admitted, *one.avoided), engine.target)
            if len(places) == 1 and ids[one.entry.id] == 1:
                yield Case(text, one, draft, places[0].span)


def _verdict(case: Case, language: str) -> str:
    attention = case.draft.attention
    best = next(attended(case.source, case.mention.span, attention, ()), None) if attention else None
    if best is None:
        return "none"
    span = snap(case.draft.text, best[0], language)
    if span == case.span:
        return "right"
    return "near" if span.overlaps(case.span) else "wrong"


def _located(case: Case, language: str) -> Span | None:
    """The best place by attention as enforcement looks for it: it knows what is wanted there."""
    found = locate(case.source, case.mention, case.draft.text, case.draft.attention, language, ())
    return next((one.span for one in found if one.means == "attended"), None)


def report(results: dict[str, Any]) -> str:
    """The counts as a table."""
    lines = ["attention on news dev: where the draft holds a known rendering of a term, attention finds",
             f"{'to':<4}{'mentions':>10}{'cases':>8}{'right':>14}{'near':>8}{'wrong':>8}{'none':>8}"
             f"{'in enforcement':>17}"]
    for target, row in results.items():
        share, located = (row.get(key, 0) / max(1, row["cases"]) for key in ("right", "located"))
        lines.append(f"{target:<4}{row['mentions']:>10,}{row['cases']:>8,}{row.get('right', 0):>7,} {share:>6.1%}"
                     f"{row.get('near', 0):>8,}{row.get('wrong', 0):>8,}{row.get('none', 0):>8,}{located:>17.1%}")
    return "\n".join(lines)
