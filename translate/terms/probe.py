"""How far the attention of a package can be trusted: measured on terms of a glossary, kept by package.

Each term is put into sentences of which the package is sure to know every other word. Where the draft
holds a rendering that the glossary admits, it is known where the term went; the measure is how often
attention points at just that place.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from translate.engine.interface import Engine, Request, draft_all
from translate.errors import OutputError
from translate.files import write_atomically
from translate.glossary.occurrences import occurrences
from translate.records import Draft, Span
from translate.terms.locate import attended
from translate.terms.snap import snap

CARRIERS = ("{} said on Monday that talks would go on.", "Officials visited {} on Friday.",
            "The report on Sunday spoke of {}.")
"""Sentences, with a place for the term."""
LEAST = 10
"""Cases below which a figure says nothing."""


@dataclass(frozen=True, slots=True)
class Probe:
    """What was found out about a package."""

    cases: int
    """Drafts that hold a known rendering once."""
    right: int
    """Those among them where attention points at it and at nothing else."""

    @property
    def attention(self) -> float | None:
        """Share of the cases that are right, 0 to 1; None where they are too few to tell."""
        return round(self.right / self.cases, 3) if self.cases >= LEAST else None


def probe(engine: Engine, terms: Mapping[str, Sequence[str]]) -> Probe:
    """Measure on `terms`, each with the renderings that the glossary admits.

    Raises:
        EngineError: The decoder itself failed.
    """
    asked = [(term, carrier, forms) for term, forms in terms.items() for carrier in CARRIERS]
    drafts = draft_all(engine, [Request(carrier.format(term), links=True) for term, carrier, _ in asked])
    cases = right = 0
    for (term, carrier, forms), draft in zip(asked, drafts):
        found = occurrences(draft.text, forms, engine.target) if isinstance(draft, Draft) else []
        if isinstance(draft, Draft) and draft.attention and len(found) == 1:
            start = carrier.index("{")
            cases += 1
            right += _points(carrier.format(term), Span(start, start + len(term)), draft,
                             engine.target) == found[0].span
    return Probe(cases, right)


def _points(source: str, term: Span, draft: Draft, language: str) -> Span | None:
    """Where attention says that the term is rendered."""
    best = next(attended(source, term, draft.attention, ()), None) if draft.attention else None
    return snap(draft.text, best[0], language) if best else None


def recall(digest: str) -> float | None:
    """The figure kept for the package of that digest; None where none can be read."""
    value = _read().get(digest)
    return float(value) if isinstance(value, (int, float)) and 0 <= value <= 1 else None


def keep(digest: str, attention: float) -> Path | None:
    """Keep the figure for later runs, and say where; None where nothing can be written there."""
    path = _path()
    if path is None:
        return None
    content = json.dumps({**_read(), digest: attention}, indent=1, sort_keys=True) + "\n"
    try:
        write_atomically(path, content.encode())
    except OutputError:
        return None
    return path


def _read() -> dict[str, object]:
    path = _path()
    try:
        content = json.loads(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _path() -> Path | None:
    """In the user's cache folder, as the XDG Base Directory Specification has it; None without a home."""
    try:
        home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    except RuntimeError:
        return None
    return Path(home) / "glosswire" / "attention.json"
