"""What `translate eval` computes: systems side by side, by reference and by glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import click

from translate import pipeline
from translate.cli.desks import choose_glossary, open_desks
from translate.cli.engines import find_routes, open_engines
from translate.cli.evaluation_inputs import Reference, load_references
from translate.cli.evaluation_systems import load_systems
from translate.cli.progress import Progress, progress
from translate.cli.quality import Quality, measure
from translate.engine.interface import Decoding
from translate.errors import ConfigError
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary, digest
from translate.glossary.plan import plan
from translate.pipeline import Desk, Result
from translate.records import Mention, Translation
from translate.terms.measure import TermScore, measure as measure_terms

ALONE, ENFORCED = "package alone", "terms enforced"
"""The rows that the package writes."""
REFERENCE, WRITTEN = "reference", "as written"
"""The row of what the files hold: all of it good enough to compare with, or not."""

Mentions = Sequence[Sequence[Sequence[Mention]]]
"""By document and row."""


@dataclass(frozen=True, slots=True)
class Question:
    """The options of `translate eval`, as the user gave them."""

    paths: Sequence[str]
    source: str
    target: str
    original: Path | None = None
    glossaries: Sequence[Path] = ()
    no_glossary: bool = False
    profile: str = ""
    models: Path | None = None
    decoding: Decoding = Decoding()
    systems: Sequence[str] = ()
    """Each NAME=FILE."""
    package: bool = True
    """Whether the sources are translated by the package."""
    samples: int = 0
    """Of the bootstrap; 0 for none."""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """All that was found out."""

    target: str
    rows: int
    judged: int
    """Rows with a translation to compare with."""
    quality: Mapping[str, Quality]
    """By system; empty where there is nothing to compare with."""
    terms: Mapping[str, TermScore]
    """By system and for what the files hold, which is the last; empty without a glossary."""
    signatures: Mapping[str, str]
    samples: int = 0
    rungs: Mapping[str, int] = field(default_factory=dict)
    decoded: int = 0
    """Sentences decoded beyond the first draft of each, to get terms in."""


def evaluate(question: Question) -> Figures:
    """Translate, read the other systems, and measure them all.

    Raises:
        GlosswireError: An option makes no sense, a file cannot be read, or no package leads there.
    """
    references = load_references(question.paths, question.source, question.target, question.original)
    glossary, which = choose_glossary(question.glossaries, question.no_glossary)
    if not question.quiet:
        click.echo(f"evaluating with {which}", err=True)
    rows = sum(reference.rows for reference in references)
    others = load_systems(question.systems, question.source, question.target, rows)
    _refuse_names(others)
    if not question.package and not others and glossary is None:
        raise ConfigError("--no-package: there is nothing to measure without --system and without a glossary; "
                          "name one of them")
    wanted = _mentions(references, glossary, question)
    own: dict[str, list[str]] = {}
    rungs: Counter[str] = Counter()
    decoded, packages = 0, "none"
    if question.package:
        desk, packages = _open(question, glossary)
        own, rungs = _translate_all(references, desk, progress(question.quiet))
        decoded = desk.terms.enforcer.decoded if desk.terms else 0
    systems = {**own, **others}
    quality = _quality(references, systems, question)
    return Figures(
        question.target, rows, sum(sum(reference.judged) for reference in references), quality,
        _terms(references, systems, wanted, question.target),
        {**(dict(next(iter(quality.values())).signatures) if quality else {}),
         "glosswire": _signature(question, glossary, packages)},
        question.samples if len(systems) > 1 else 0, dict(rungs.most_common()), decoded)


def _refuse_names(named: Mapping[str, Any]) -> None:
    """Refuse names that rows of ours have.

    Raises:
        ConfigError: There is one.
    """
    for name in named:
        if name in (ALONE, ENFORCED, REFERENCE, WRITTEN):
            raise ConfigError(f"--system {name}=...: a row of ours has this name; give it another")


def _open(question: Question, glossary: Glossary | None) -> tuple[Desk, str]:
    """A desk, and what of its packages decides a result."""
    from translate.engine.packages import digest as digest_package
    routes = find_routes(question.source, [question.target], question.models)
    engines = open_engines(routes, question.decoding)
    desk = open_desks(engines, routes, glossary, question.source, question.profile)[question.target]
    named = "+".join(f"{package.source}_{package.target} {package.version} {digest_package(package)[:12]}"
                     for package in routes[question.target])
    return desk, f"{named}|{question.decoding.signature}"


def _mentions(references: Sequence[Reference], glossary: Glossary | None, question: Question) -> Mentions:
    """What the glossary wants, by document and row; nothing without one."""
    if glossary is None:
        return [[()] * reference.rows for reference in references]
    matcher = Matcher(glossary, question.source)
    profile = glossary.profile_for(question.target, question.profile)
    return [_by_row(reference, plan([segment.text for segment in reference.document.segments], matcher,
                                    question.target, profile)) for reference in references]


def _by_row(reference: Reference, mentions: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    rows: list[list[Mention]] = [[] for _ in range(reference.rows)]
    for segment, found in zip(reference.document.segments, mentions):
        rows[segment.block] += found
    return rows


def _translate_all(references: Sequence[Reference], desk: Desk,
                   bar: Progress) -> tuple[dict[str, list[str]], Counter[str]]:
    """What the package writes, alone and with terms enforced, and on which rungs terms came in."""
    desks = {ALONE: replace(desk, terms=None)} | ({ENFORCED: desk} if desk.terms else {})
    texts: dict[str, list[str]] = {}
    rungs: Counter[str] = Counter()
    with bar:
        for name, one in desks.items():
            results = _translate(references, one, bar, len(desks))
            texts[name] = [block.text for result in results for block in pipeline.assemble(result).blocks]
            rungs.update(mention.rung for result in results for outcome in result.outcomes
                         if isinstance(outcome, Translation) for mention in outcome.mentions)
    return texts, rungs


def _translate(references: Sequence[Reference], desk: Desk, bar: Progress, passes: int) -> list[Result]:
    """The results in the order of the documents; a sentence that failed stays as its source."""
    documents = [reference.document for reference in references]
    whole = passes * max(1, sum(len(document.segments) for document in documents))
    found: dict[int, Result] = {}
    for result in pipeline.translate(documents, desk):
        found[id(result.document)] = result
        count = len(result.document.segments)
        bar.advance(count / whole, count, result.document.words)
    return [found[id(document)] for document in documents]


def _quality(references: Sequence[Reference], systems: Mapping[str, Sequence[str]],
             question: Question) -> dict[str, Quality]:
    """The figures of each system on the rows that can be judged."""
    judged = [judged for reference in references for judged in reference.judged]
    targets = [text for reference in references for text in reference.targets]
    if not systems or not any(judged):
        return {}
    kept = {name: [text for text, good in zip(texts, judged) if good] for name, texts in systems.items()}
    return measure(kept, [text for text, good in zip(targets, judged) if good], question.target,
                   question.samples)


def _terms(references: Sequence[Reference], systems: Mapping[str, Sequence[str]], wanted: Mentions,
           language: str) -> dict[str, TermScore]:
    """How terms came out in each system, and in what the files hold."""
    if not any(mentions for rows in wanted for mentions in rows):
        return {}
    whole = all(all(reference.judged) for reference in references)
    targets = [text for reference in references for text in reference.targets]
    scores = {}
    for name, texts in {**systems, REFERENCE if whole else WRITTEN: targets}.items():
        rest = iter(texts)
        scores[name] = measure_terms(([(next(rest), mentions) for mentions in rows] for rows in wanted), language)
    return scores


def _signature(question: Question, glossary: Glossary | None, packages: str) -> str:
    """What beside the texts decides the figures."""
    from translate import __version__
    entries = f"{len(glossary.entries)} {digest(glossary.entries)[:12]}" if glossary else "none"
    parts = [f"package:{packages}", f"glossary:{entries}", f"profile:{question.profile or 'default'}",
             f"version:{__version__}"]
    return "|".join(parts)
