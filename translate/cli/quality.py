"""Quality against references, of several systems side by side: chrF and BLEU, with significance."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from translate.errors import ConfigError, InputError

SAMPLES = 1000
"""Resamples of a paired bootstrap; sacrebleu's own default."""
_CLEAR = 0.05
"""The p-value below which two systems differ."""
_TOKENIZERS = {"ko": ("ko-mecab", "mecab_ko"), "ja": ("ja-mecab", "MeCab")}
"""By language sacrebleu's tokenizer, and the module that it needs."""


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of one system."""

    chrf: float
    bleu: float
    signature: str
    """How both were computed, as sacrebleu writes it."""
    chrf_p: float | None = None
    """How likely a difference in chrF as large as that to the first system is by chance (paired
    bootstrap, Koehn 2004); None for the first system, and where nothing was resampled."""
    bleu_p: float | None = None

    @property
    def record(self) -> dict[str, Any]:
        """For a table or JSON."""
        found: dict[str, Any] = {"chrF": round(self.chrf, 2), "BLEU": round(self.bleu, 2)}
        if self.chrf_p is not None and self.bleu_p is not None:
            found |= {"chrF p": round(self.chrf_p, 4), "BLEU p": round(self.bleu_p, 4)}
        return found


def tokenizer(language: str) -> str:
    """BLEU's tokenizer: by word where the one of the language is installed, else by character."""
    name, module = _TOKENIZERS.get(language, ("", ""))
    if not name:
        return "char" if language in ("zh", "th") else "13a"
    return name if find_spec(module) else "char"


def measure(systems: Mapping[str, Sequence[str]], references: Sequence[str], language: str,
            samples: int = 0) -> dict[str, Quality]:
    """The figures of each system against one reference for each sentence; with `samples`, each compared
    with the first by that many resamples."""
    from sacrebleu.metrics import BLEU, CHRF
    from sacrebleu.significance import PairedTest
    chrf, bleu = CHRF(), BLEU(tokenize=tokenizer(language))
    if not samples or len(systems) < 2:
        return {name: Quality(chrf.corpus_score(list(texts), [list(references)]).score,
                              bleu.corpus_score(list(texts), [list(references)]).score,
                              f"{chrf.get_signature()} {bleu.get_signature()}")
                for name, texts in systems.items()}
    named = [(name, list(texts)) for name, texts in systems.items()]
    test = PairedTest(named, {"chrF": chrf, "BLEU": bleu}, [list(references)], "bs", samples)
    signatures, found = test()
    chrf_name, bleu_name = (next(key for key in found if key.startswith(kind)) for kind in ("chrF", "BLEU"))
    signature = f"{signatures[chrf_name]} {signatures[bleu_name]}"
    same = {name for name, texts in named if texts == named[0][1]}
    return {name: Quality(own.score, other.score, signature, *(_chance(one.p_value, name in same)
                                                               for one in (own, other)))
            for name, own, other in zip(systems, found[chrf_name], found[bleu_name])}


def _chance(p_value: float | None, same: bool) -> float | None:
    """sacrebleu counts the resamples whose difference is greater: none is, where there is no difference."""
    return 1.0 if same and p_value is not None else p_value


def load_systems(named: Sequence[str], target: str, sentences: int) -> dict[str, list[str]]:
    """The translations of other systems: each NAME=FILE, one translation a line in the order of the
    sentences, or .jsonl with a text under `target`; NAME=FILE:3 is the third column of a .tsv.

    Raises:
        ConfigError: One is not written so, or a name stands twice.
        InputError: A file cannot be read, or has another number of lines.
    """
    found: dict[str, list[str]] = {}
    for one in named:
        name, equals, where = one.partition("=")
        if not equals or not name or not where or name in found:
            raise ConfigError(f"--system {one}: write NAME=FILE, each name once")
        found[name] = _lines(where, target)
        if len(found[name]) != sentences:
            raise InputError(f"{where}: {len(found[name]):,} translations for {sentences:,} sentences; "
                             "give one for each, in their order")
    return found


def _lines(where: str, target: str) -> list[str]:
    path, column = Path(where), 0
    stem, colon, number = where.rpartition(":")
    if colon and number.isdigit() and not path.exists():
        path, column = Path(stem), int(number)
    try:
        lines = path.read_text("utf-8").splitlines()
        if path.suffix == ".jsonl":
            return [str(json.loads(line)[target]) for line in lines if line.strip()]
        return [line.split("\t")[column - 1] for line in lines] if column else lines
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); check the name") from error
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise InputError(f"{path}: no translations there ({error!r}); see translate eval --help") from error


def table(head: Sequence[str], rows: Sequence[Sequence[str]], markdown: bool = False) -> list[str]:
    """A table in plain text or Markdown; the first column is text, the others are numbers."""
    if markdown:
        rule = ["---", *["---:"] * (len(head) - 1)]
        return ["| " + " | ".join(line) + " |" for line in (head, rule, *rows)]
    widths = [max(len(line[index]) for line in (head, *rows)) for index in range(len(head))]
    return ["  ".join([line[0].ljust(widths[0]), *(cell.rjust(width) for cell, width
                                                   in zip(line[1:], widths[1:]))]).rstrip()
            for line in (head, *rows)]


def verdict(p_value: float | None) -> str:
    """What a p-value says, as a mark behind a figure: * differs from the first system."""
    return "*" if p_value is not None and p_value < _CLEAR else ""
