"""What `translate models probe` does once its options are read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translate.engine.interface import Decoding
from translate.engine.packages import digest
from translate.engine.route import open_engine
from translate.errors import ConfigError
from translate.glossary.model import Glossary, rendering
from translate.records import Entry, Package
from translate.terms.enforce import Settings
from translate.terms.probe import keep, probe, recall

TERMS = 600
"""Terms that are tried at most: evenly taken from the glossary, in the order of their ids."""


def measure(package: Package, glossary: Glossary) -> dict[str, Any]:
    """Probe `package` with the terms of `glossary`; the figure is kept for later runs.

    Raises:
        ConfigError: The glossary has no term in both languages of the package.
        PackageBroken: The package cannot be loaded.
    """
    terms = _terms(glossary, package)
    if not terms:
        raise ConfigError(f"{package.name}: the glossary has no term in both languages; name another: "
                          "--glossary FILE")
    before = attention_of(package)
    found = probe(open_engine((package,), Decoding()), terms)
    kept = keep(digest(package), found.attention) if found.attention is not None else None
    return {"package": package.name, "path": str(package.path), "terms": len(terms), "cases": found.cases,
            "right": found.right, "attention": found.attention, "before": before,
            "kept": str(kept) if kept else None}


def attention_of(package: Package) -> float:
    """How far the package's attention is trusted: as it was probed here, else as the package says."""
    probed = recall(digest(package))
    stated = package.scores.get("attention", Settings().trust)
    return probed if probed is not None else min(max(stated, 0.0), 1.0)


def lines(told: Mapping[str, Any]) -> list[str]:
    """The same for people."""
    head = f"{told['package']}: {told['terms']} terms, {told['cases']} renderings known"
    if told["attention"] is None:
        return [head, f"too few to tell; runs go on with {told['before']:g}"]
    where = f"kept in {Path(told['kept'])}" if told["kept"] else "not kept: no cache folder can be written"
    return [head, f"attention points at {told['right']} of them: {told['attention']:g} "
                  f"(runs used {told['before']:g}); {where}"]


def _terms(glossary: Glossary, package: Package) -> dict[str, tuple[str, ...]]:
    """By term of the source language what the target language admits for it."""
    entries = sorted(glossary.entries, key=lambda entry: entry.id)
    found = {source: forms for entry in entries if entry.kind != "title"
             for source, forms in [_forms(entry, package)] if source and forms}
    step = max(1, -(-len(found) // TERMS))
    return dict(list(found.items())[::step])


def _forms(entry: Entry, package: Package) -> tuple[str, tuple[str, ...]]:
    source, target = (rendering(entry, code, "") for code in (package.source, package.target))
    return source.use, tuple(form for form in (target.use, *target.also) if form)
