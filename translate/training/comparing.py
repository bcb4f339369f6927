"""How good a network is, as the package that it becomes (needs PyTorch)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import torch

from translate.training.export import export, widen
from translate.training.network import Network
from translate.training.pieces import BEGIN, END, load_pieces, tag, vocabulary
from translate.training.rows import Row

if TYPE_CHECKING:
    import ctranslate2
    import sentencepiece

_BEAM = 4
_TOKENS = 1500
_LONGEST = 200
_COMPARED = 5
"""References that both programs score."""


@dataclass(frozen=True, slots=True)
class Quality:
    """Figures of one target language."""

    chrf: float
    bleu: float
    """By character."""
    sentences: int
    difference: float
    """Largest difference by token between the log probabilities that CTranslate2 and PyTorch give
    references, both computing in 32 bits with the package's weights."""


class Judge:
    """Exports a network and translates with it."""

    def __init__(self, network: Network, pieces: bytes, threads: int = 1) -> None:
        self.network, self.pieces = network.eval(), load_pieces(pieces)
        self.threads = threads

    def judge(self, rows: Sequence[Row], target: str) -> Quality:
        """The figures for the rows that have a translation into `target`."""
        from sacrebleu.metrics import BLEU, CHRF
        asked = [row for row in rows if row.targets.get(target)]
        references = [row.targets[target] for row in asked]
        with TemporaryDirectory() as scratch:
            export(self.network, vocabulary(self.pieces), Path(scratch))
            written = self._translate(self._load(scratch, "int8"), asked, target)
            difference = self._difference(self._load(scratch, "float32"), widen(Path(scratch)), asked, target)
        return Quality(CHRF().corpus_score(written, [references]).score,
                       BLEU(tokenize="char").corpus_score(written, [references]).score, len(asked), difference)

    def _load(self, folder: str, compute: str) -> ctranslate2.Translator:
        import ctranslate2
        return ctranslate2.Translator(folder, compute_type=compute, intra_threads=self.threads)

    def _translate(self, translator: ctranslate2.Translator, rows: Sequence[Row], target: str) -> list[str]:
        sources = [self.pieces.encode(row.source, out_type=str) for row in rows]
        found = translator.translate_batch(
            sources, target_prefix=[[tag(target)]] * len(sources), beam_size=_BEAM, max_batch_size=_TOKENS,
            batch_type="tokens", max_decoding_length=_LONGEST)
        return [self.pieces.decode(one.hypotheses[0][1:]) for one in found]

    @torch.no_grad()
    def _difference(self, translator: ctranslate2.Translator, network: Network, rows: Sequence[Row],
                    target: str) -> float:
        worst = 0.0
        for row in rows[:_COMPARED]:
            source = self.pieces.encode(row.source)
            ids = [BEGIN, self.pieces.piece_to_id(tag(target)), *self.pieces.encode(row.targets[target]), END]
            states, _ = network(torch.tensor([source]), torch.tensor([ids[:-1]]))
            likely = network.logits(states[0]).log_softmax(-1)
            own = likely.gather(1, torch.tensor(ids[1:])[:, None])[:, 0]
            scored = translator.score_batch([_names(self.pieces, source)], [_names(self.pieces, ids[1:-1])])
            worst = max(worst, float((own - torch.tensor(scored[0].log_probs)).abs().max()))
        return worst


def _names(pieces: sentencepiece.SentencePieceProcessor, ids: Sequence[int]) -> list[Any]:
    return [pieces.id_to_piece(index) for index in ids]
