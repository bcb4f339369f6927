"""What a model makes of a translation that is given: how likely it finds it, and where it looks for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from translate.engine.batches import Job, batches
from translate.engine.interface import Pair, Request, Score
from translate.engine.tokenizer import Tokenizer
from translate.records import Attention

if TYPE_CHECKING:
    import ctranslate2


LONGEST = 400
"""Tokens of a source or a target that are read; some models know no more than 512 positions. What lies
behind has no attention and no part in the score."""


class Given:
    """Reads pairs of source and target with one model."""

    def __init__(self, translator: ctranslate2.Translator, tokenizer: Tokenizer, start: list[str],
                 limit: int) -> None:
        self.translator, self.tokenizer, self.start, self.limit = translator, tokenizer, start, limit

    def score(self, pairs: Sequence[Pair]) -> list[Score]:
        """As `Engine.score`."""
        scores: list[Score] = [Score(0.0, 0.0)] * len(pairs)
        for batch in batches(self._jobs(pairs), self.limit):
            results = self.translator.score_batch(
                [job.tokens for job in batch], [job.prefix for job in batch],
                offset=len(self.start), max_input_length=0)
            for job, result in zip(batch, results):
                scores[job.index] = self._score(pairs[job.index], job.prefix[len(self.start):],
                                                result.log_probs)
        return scores

    def attend(self, pairs: Sequence[Pair]) -> list[Attention]:
        """Cross-attention of each target, whoever wrote it.

        The target is forced through a greedy decoder. That is how drafts get their attention too: what
        CTranslate2 4.8 returns from a beam search gives the first token of a batch's second and later
        examples the attention of other examples (the first step is not yet expanded to the beam, but is
        gathered as if it were).
        """
        found: list[Attention] = [Attention((), (), ())] * len(pairs)
        for batch in batches(self._jobs(pairs), self.limit):
            length = len(batch[0].prefix)
            results = self.translator.translate_batch(
                [job.tokens for job in batch], target_prefix=[job.prefix for job in batch], beam_size=1,
                max_input_length=0, max_decoding_length=length + 1, return_attention=True)
            for job, result in zip(batch, results):
                rows = tuple(tuple(row) for row in result.attention[0][len(self.start):length])
                pair, tokens = pairs[job.index], job.prefix[len(self.start):]
                found[job.index] = Attention(rows, self.tokenizer.spans(pair.source, job.tokens),
                                             self.tokenizer.spans(pair.target, tokens))
        return found

    def _jobs(self, pairs: Sequence[Pair]) -> list[Job]:
        sources = self.tokenizer.encode([pair.source for pair in pairs])
        targets = self.tokenizer.encode([pair.target for pair in pairs])
        return [Job(index, Request(""), source[:LONGEST], (self.start + list(pair.tokens or target))[:LONGEST])
                for index, (pair, source, target) in enumerate(zip(pairs, sources, targets))]

    def _score(self, pair: Pair, tokens: Sequence[str], values: Sequence[float]) -> Score:
        """The end token, the last of `values`, has no span and counts as the model's own."""
        if not pair.given or not values:
            whole = sum(values) / max(1, len(values))
            return Score(whole, whole)
        spans = self.tokenizer.spans(pair.target, tokens)
        own = [value for value, span in zip(values, spans)
               if not any(span.overlaps(given) for given in pair.given)] + list(values[len(spans):])
        return Score(sum(values) / len(values), sum(own) / max(1, len(own)))
