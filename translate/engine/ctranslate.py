"""An Argos package driven through CTranslate2: batched decoding, n-best, cross-attention, scores."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from translate.engine.align import link
from translate.engine.batches import Job, batches
from translate.engine.given import Given
from translate.engine.interface import Decoding, Pair, Request, Score
from translate.engine.long import Pieces, cut
from translate.engine.loops import looped
from translate.engine.models import load_model, parallel
from translate.engine.tokenizer import load_tokenizer
from translate.errors import EngineError
from translate.records import Attention, Draft, Failed, Package

if TYPE_CHECKING:
    import ctranslate2

TARGET_LIMIT = 3
"""A result may have this many times the tokens of its source, and `TARGET_SLACK` more."""
TARGET_SLACK = 24
LONGEST_TARGET = 480
"""Target tokens at most: some models know no more than 512 positions, and fail beyond."""
NO_REPEAT = 3
"""Length of the n-grams that may not stand twice when a looped segment is decoded again."""


class PackageEngine:
    """Translates with one package.

    Raises:
        PackageBroken: The package cannot be loaded.
    """

    def __init__(self, package: Package, decoding: Decoding = Decoding()) -> None:
        self.package, self.decoding = package, decoding
        self.source, self.target = package.source, package.target
        self.tokenizer = load_tokenizer(package)
        self.translator = load_model(package, decoding)
        self.start = [package.target_prefix] if package.target_prefix else []
        self.given = Given(self.translator, self.tokenizer, self.start, decoding.batch_tokens)

    def draft(self, requests: Sequence[Request]) -> Iterator[tuple[int, Draft | Failed]]:
        """As `Engine.draft`; batches run `jobs` at a time and are yielded in the order of submission."""
        pieces = Pieces(requests, self.source, self.target)
        jobs = cut(requests, self.tokenizer.encode, self.source, self.decoding.longest, pieces)
        yield from pieces.failed
        again: list[int] = []
        for index, result in self._decode(jobs):
            if isinstance(result, Draft) and result.retried:
                again.append(index)
            else:
                yield from pieces.put(index, result)
        for index, result in self._decode([jobs[index] for index in again], no_repeat_ngram_size=NO_REPEAT):
            marked = replace(result, retried=True) if isinstance(result, Draft) else result
            yield from pieces.put(index, marked)

    def score(self, pairs: Sequence[Pair]) -> list[Score]:
        """As `Engine.score`."""
        return self.given.score(pairs)

    def attend(self, pairs: Sequence[Pair]) -> list[Attention | None]:
        """As `Engine.attend`."""
        return list(self.given.attend(pairs))

    def _decode(self, jobs: Sequence[Job], **options: Any) -> Iterator[tuple[int, Draft | Failed]]:
        """Decode `jobs`; a draft that looped is marked `retried`, its second decoding is the caller's."""
        jobs = [replace(job, prefix=self.start + job.prefix) for job in jobs]
        waiting: deque[tuple[list[Job], list[Any]]] = deque()
        for batch in batches(jobs, self.decoding.batch_tokens):
            waiting.append((batch, self._submit(batch, options)))
            if len(waiting) > 2 * parallel(self.decoding):
                yield from self._collect(*waiting.popleft())
        while waiting:
            yield from self._collect(*waiting.popleft())

    def _submit(self, batch: list[Job], options: dict[str, Any]) -> list[Any]:
        request, longest = batch[0].request, len(batch[0].tokens)
        limit = min(max(TARGET_LIMIT * longest, len(batch[0].prefix)) + TARGET_SLACK, LONGEST_TARGET)
        suppress = [list(tokens) for tokens in request.suppress]
        results: list[Any] = self.translator.translate_batch(
            [job.tokens for job in batch], target_prefix=[job.prefix for job in batch],
            asynchronous=True, max_input_length=0, max_decoding_length=limit, beam_size=self.decoding.beam,
            num_hypotheses=min(request.alternatives, self.decoding.beam), return_scores=True,
            replace_unknowns=True,
            suppress_sequences=suppress or None, **options)
        return results

    def _collect(self, batch: list[Job], futures: list[Any]) -> Iterator[tuple[int, Draft | Failed]]:
        try:
            results = [future.result() for future in futures]
        except RuntimeError as error:
            raise EngineError(f"decoding with {self.package.name} failed: {error}; "
                              "fewer --jobs or a smaller --beam need less memory") from error
        drafts = [self._read(job, result) for job, result in zip(batch, results)]
        yield from zip((job.index for job in batch), self._linked(batch, drafts))

    def _linked(self, batch: list[Job], drafts: list[Draft | Failed]) -> Iterator[Draft | Failed]:
        """The drafts, with attention and links where their requests want them."""
        wanted = [(job, draft) for job, draft in zip(batch, drafts)
                  if job.request.links and isinstance(draft, Draft)]
        pairs = [Pair(job.request.source, draft.text, tokens=draft.tokens) for job, draft in wanted]
        found = iter(self.given.attend(pairs))
        for job, draft in zip(batch, drafts):
            if job.request.links and isinstance(draft, Draft):
                attention = next(found)
                links = link(attention.rows, attention.source, attention.target)
                yield replace(draft, attention=attention, links=links)
            else:
                yield draft

    def _read(self, job: Job, result: ctranslate2.TranslationResult) -> Draft | Failed:
        """The n-best list as one draft; an empty one means that the model wrote nothing."""
        nbest = [self._hypothesis(result, rank) for rank in range(len(result.hypotheses))]
        kept = [draft for draft in nbest if draft.text.strip()]
        if not kept:
            return Failed(f"{self.package.name} wrote nothing for: {job.request.source[:80]}")
        return replace(kept[0], alternatives=tuple(kept[1:]), retried=looped(kept[0].tokens, job.tokens))

    def _hypothesis(self, result: ctranslate2.TranslationResult, rank: int) -> Draft:
        skip = len(self.start)
        tokens = tuple(result.hypotheses[rank][skip:])
        return Draft(tokens, self.tokenizer.decode(list(tokens)), result.scores[rank])
