"""The figures of `translate eval` as text, Markdown or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from translate.cli.evaluation import Figures
from translate.cli.quality import CLEAR, Quality, table, verdict
from translate.terms.measure import TermScore

_NOTHING = "-"


def render(figures: Figures, form: str) -> str:
    """The figures in `form`: text, markdown or json."""
    if form == "json":
        return json.dumps(record(figures), ensure_ascii=False, indent=1)
    return "\n".join(_lines(figures, form == "markdown"))


def record(figures: Figures) -> dict[str, Any]:
    """The figures for programs."""
    systems: dict[str, dict[str, Any]] = {name: quality.record for name, quality in figures.quality.items()}
    for name, score in figures.terms.items():
        systems.setdefault(name, {}).update(
            {"mentions": score.mentions, "term success": round(score.success, 2),
             "consistency": round(score.consistency, 2)})
    found: dict[str, Any] = {"to": figures.target, "sentences": figures.rows, "judged": figures.judged,
                             "systems": systems}
    if figures.rungs:
        found |= {"rungs": dict(figures.rungs), "extra decodes per sentence": _extra(figures)}
    return found | {"bootstrap": figures.samples, "signatures": dict(figures.signatures)}


def _lines(figures: Figures, markdown: bool) -> Iterator[str]:
    compared = "" if figures.judged == figures.rows else f", {figures.judged:,} with a reference"
    yield from (f"to {figures.target}, {figures.rows:,} sentences{compared}", "")
    head, rows = _table(figures, bool(figures.samples) and not markdown)
    yield from table(head, rows, markdown)
    yield ""
    notes = list(_notes(figures))
    yield from notes
    if notes:
        yield ""
    for name, signature in figures.signatures.items():
        yield f"`{name}|{signature}`  " if markdown else f"{name}|{signature}"


def _table(figures: Figures, padded: bool) -> tuple[list[str], list[list[str]]]:
    """Heading and rows; columns that nothing stands in are left out. `padded` keeps room for marks."""
    head = ["system"] + ["chrF", "BLEU"] * bool(figures.quality)
    head += ["mentions", "term success", "consistency"] * bool(figures.terms)
    rows = [[name, *(_quality(figures.quality.get(name), padded) if figures.quality else []),
             *(_terms(figures.terms.get(name)) if figures.terms else [])]
            for name in dict.fromkeys([*figures.quality, *figures.terms])]
    return head, rows


def _quality(quality: Quality | None, padded: bool) -> list[str]:
    room = " " if padded else ""
    if quality is None:
        return [_NOTHING + room, _NOTHING + room]
    return [f"{value:.2f}{verdict(chance) or room}" for value, chance in (
        (quality.chrf, quality.chrf_p), (quality.bleu, quality.bleu_p))]


def _terms(score: TermScore | None) -> list[str]:
    if score is None:
        return [_NOTHING] * 3
    return [f"{score.mentions:,}", f"{score.success:.2f} %", f"{score.consistency:.2f} %"]


def _notes(figures: Figures) -> Iterator[str]:
    if figures.samples and figures.quality:
        first = next(iter(figures.quality))
        yield (f"* differs from {first} (p < {CLEAR:g}; paired bootstrap, {figures.samples:,} resamples)")
    if not figures.judged:
        yield "nothing to compare with: no translation here is reviewed or final"
    if figures.rungs:
        yield "rungs: " + ", ".join(f"{rung} {count:,}" for rung, count in figures.rungs.items())
        yield f"extra decodes per sentence: {_extra(figures)}"


def _extra(figures: Figures) -> float:
    return round(figures.decoded / max(1, figures.rows), 3)
