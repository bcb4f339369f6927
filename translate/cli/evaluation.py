"""What `translate eval` computes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from translate import pipeline
from translate.errors import InputError
from translate.pipeline import Desk, Document, Result
from translate.readers.choose import reader_for
from translate.records import Article, Block, Segment, Span, Translation
from translate.terms.measure import measure


@dataclass(frozen=True, slots=True)
class Reference:
    """A document of single sentences, with their reference translations."""

    document: Document
    targets: tuple[str, ...]


def load_documents(files: Sequence[Path], source: str, target: str) -> list[Reference]:
    """The documents of all files.

    Raises:
        InputError: A line is broken or lacks a language.
    """
    found: dict[str, list[tuple[str, str]]] = {}
    for path in files:
        rows = _json_rows(path, source, target) if path.suffix == ".jsonl" else _tab_rows(path)
        for name, pair in rows:
            found.setdefault(f"{path}:{name}", []).append(pair)
    if not found:
        raise InputError(f"{', '.join(map(str, files))}: no sentences; write one a line")
    return [_reference(name, pairs, source) for name, pairs in found.items()]


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: no UTF-8 (byte {error.start}); save it as UTF-8") from error


def _json_rows(path: Path, source: str, target: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for number, line in enumerate(_text(path).splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield str(row.get("article", number)), (row[source], row[target])
        except (ValueError, KeyError, AttributeError, TypeError) as error:
            raise InputError(f"{path}:{number}: no object with {source} and {target} ({error})") from error


def _tab_rows(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    for number, line in enumerate(_text(path).splitlines(), 1):
        cells = line.split("\t")
        if len(cells) < 2:
            raise InputError(f"{path}:{number}: no tab: write the source, a tab and the reference")
        yield str(number), (cells[0], cells[1])


def _reference(name: str, pairs: Sequence[tuple[str, str]], source: str) -> Reference:
    blocks = tuple(Block("paragraph", text, text) for text, _ in pairs)
    segments = tuple(Segment(index, Span(0, len(text)), text) for index, (text, _) in enumerate(pairs))
    article = Article(name, source, "txt", blocks)
    document = Document(article, segments, reader_for(Path("x.txt")))
    return Reference(document, tuple(target for _, target in pairs))


def compare(references: Sequence[Reference], desk: Desk) -> dict[str, Any]:
    """The figures of each system: the package alone, with terms enforced, and the reference itself."""
    documents = [reference.document for reference in references]
    wanted = [desk.survey(document).mentions for document in documents]
    targets = [list(reference.targets) for reference in references]
    systems = {"package alone": _translate(documents, replace(desk, terms=None))[0]}
    enforced, results = _translate(documents, desk)
    if desk.terms:
        systems["terms enforced"] = enforced
    systems["reference"] = targets
    figures: dict[str, Any] = {"to": desk.engine.target, "sentences": sum(map(len, targets)), "systems": {}}
    for name, texts in systems.items():
        rows = [list(zip(own, mentions)) for own, mentions in zip(texts, wanted)]
        figures["systems"][name] = {**_quality(texts, targets), **_terms(rows, desk.engine.target)}
    if desk.terms:
        figures["rungs"] = dict(_rungs(results).most_common())
        figures["extra decodes per sentence"] = round(
            desk.terms.enforcer.decoded / max(1, figures["sentences"]), 3)
    return figures


def _translate(documents: Sequence[Document], desk: Desk) -> tuple[list[list[str]], list[Result]]:
    """The texts by document and sentence; a sentence that failed counts as its source."""
    results = {id(result.document): result for result in pipeline.translate(documents, desk)}
    ordered = [results[id(document)] for document in documents]
    texts = [[outcome.text if isinstance(outcome, Translation) else segment.text
              for segment, outcome in zip(result.document.segments, result.outcomes)] for result in ordered]
    return texts, ordered


def _quality(texts: Sequence[Sequence[str]], targets: Sequence[Sequence[str]]) -> dict[str, Any]:
    """chrF and BLEU by character, which needs no tokeniser of the language."""
    from sacrebleu.metrics import BLEU, CHRF
    hypotheses = [text for own in texts for text in own]
    references = [text for own in targets for text in own]
    chrf, bleu = CHRF(), BLEU(tokenize="char")
    return {"chrF": round(chrf.corpus_score(hypotheses, [references]).score, 2),
            "BLEU": round(bleu.corpus_score(hypotheses, [references]).score, 2),
            "signature": f"{chrf.get_signature()} {bleu.get_signature()}"}


def _terms(rows: Sequence[Sequence[tuple[str, Any]]], language: str) -> dict[str, Any]:
    score = measure(rows, language)
    return {"mentions": score.mentions, "term success": round(score.success, 2),
            "consistency": round(score.consistency, 2)}


def _rungs(results: Sequence[Result]) -> Counter[str]:
    return Counter(one.rung for result in results for outcome in result.outcomes
                   if isinstance(outcome, Translation) for one in outcome.mentions)


def table(figures: dict[str, Any]) -> str:
    """The figures for people."""
    lines = [f"to {figures['to']}, {figures['sentences']:,} sentences", "",
             f"{'system':<16}{'chrF':>8}{'BLEU':>8}{'mentions':>10}{'term success':>14}{'consistency':>13}"]
    for name, row in figures["systems"].items():
        lines.append(f"{name:<16}{row['chrF']:>8.2f}{row['BLEU']:>8.2f}{row['mentions']:>10,}"
                     f"{row['term success']:>12.2f} %{row['consistency']:>11.2f} %")
    if "rungs" in figures:
        lines += ["", "rungs: " + ", ".join(f"{rung} {count:,}" for rung, count in figures["rungs"].items()),
                  f"extra decodes per sentence: {figures['extra decodes per sentence']}"]
    return "\n".join([*lines, "", next(iter(figures["systems"].values()))["signature"]])
