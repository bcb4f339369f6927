"""The committed test packages write what `sentences.tsv` and `faults.tsv` say they write."""
from __future__ import annotations

import csv
import json
from functools import lru_cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
LANGUAGES = ("ko", "ja")
LARGEST = 3_000_000
"""Bytes that one package may have in all."""


@lru_cache
def table(name: str) -> list[dict[str, str]]:
    with open(HERE / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def translate(language: str, sources: list[str]) -> list[str]:
    import ctranslate2
    import sentencepiece
    folder = HERE / f"en_{language}"
    metadata = json.loads((folder / "metadata.json").read_text(encoding="utf-8"))
    prefix = [metadata["target_prefix"]] if "target_prefix" in metadata else []
    tokenizer = sentencepiece.SentencePieceProcessor(
        model_file=str(folder / "sentencepiece.model"))
    results = ctranslate2.Translator(str(folder / "model")).translate_batch(
        tokenizer.encode(sources, out_type=str), beam_size=4,
        target_prefix=[prefix] * len(sources) if prefix else None)
    return [tokenizer.decode(result.hypotheses[0][len(prefix):]) for result in results]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["sentences.tsv", "faults.tsv"])
def test_outputs(name: str, language: str) -> None:
    rows = table(name)
    assert translate(language, [row["en"] for row in rows]) == [row[language] for row in rows]


@pytest.mark.parametrize("language", LANGUAGES)
def test_faults_are_faults(language: str) -> None:
    """No sentence of `faults.tsv` holds the agreed rendering of its name."""
    assert [row for row in table("faults.tsv") if row[f"agreed_{language}"] in row[language]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_size(language: str) -> None:
    files = (HERE / f"en_{language}").rglob("*")
    assert sum(file.stat().st_size for file in files if file.is_file()) < LARGEST


def test_both_kinds_of_metadata() -> None:
    ko, ja = (json.loads((HERE / f"en_{language}" / "metadata.json").read_text(encoding="utf-8"))
              for language in LANGUAGES)
    assert ko["glosswire"] == {"code_switch": True} and "target_prefix" not in ko
    assert ja["target_prefix"] == "<2ja>" and "glosswire" not in ja
