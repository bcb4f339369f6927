"""Segments longer than the decoder takes: cut at clause marks, decoded in pieces, joined again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from translate.engine.align import shift
from translate.engine.batches import Job
from translate.engine.interface import Request
from translate.records import Draft, Failed, Span
from translate.text.clauses import clauses
from translate.text.joints import join

LONGEST_PREFIX = 400
"""Target tokens that a result may be made to begin with; some models know no more than 512 positions."""
Encode = Callable[[list[str]], list[list[str]]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a request's source."""

    owner: int
    """Index of the request."""
    span: Span
    """Where it stands in the request's source."""


class Pieces:
    """Puts results of pieces together; a request that was not cut passes straight through."""

    def __init__(self, requests: Sequence[Request], source: str, target: str) -> None:
        self.requests, self.source, self.target = requests, source, target
        self.pieces: list[Piece] = []
        self.parts: dict[int, list[int]] = {}
        self.results: dict[int, Draft | Failed] = {}
        self.failed: list[tuple[int, Draft | Failed]] = []
        """Requests that cannot be decoded at all."""

    def add(self, owner: int, span: Span) -> int:
        """Register a piece; returns its index, which is what its decoder job must carry."""
        self.pieces.append(Piece(owner, span))
        self.parts.setdefault(owner, []).append(len(self.pieces) - 1)
        return len(self.pieces) - 1

    def give_up(self, owner: int, reason: str) -> None:
        """Say that a request cannot be decoded."""
        self.failed.append((owner, Failed(reason)))

    def put(self, index: int, result: Draft | Failed) -> Iterator[tuple[int, Draft | Failed]]:
        """Take the result of one piece; yields its request's result once all its pieces are there."""
        owner = self.pieces[index].owner
        self.results[index] = result
        parts = self.parts[owner]
        if all(part in self.results for part in parts):
            drafts = [self.results.pop(part) for part in parts]
            yield owner, drafts[0] if len(drafts) == 1 else self._joined(owner, drafts)

    def _joined(self, owner: int, drafts: Sequence[Draft | Failed]) -> Draft | Failed:
        text = self.requests[owner].source
        spans = [self.pieces[part].span for part in self.parts[owner]]
        whole = [draft for draft in drafts if isinstance(draft, Draft)]
        if len(whole) < len(drafts):
            return next(draft for draft in drafts if isinstance(draft, Failed))
        gaps = [text[a.end:b.start] for a, b in zip(spans, spans[1:])]
        return _join(whole, spans, gaps, self.target)


def cut(requests: Sequence[Request], encode: Encode, language: str, limit: int,
        pieces: Pieces) -> list[Job]:
    """Jobs for all requests, a source of over `limit` tokens in several."""
    jobs = []
    tokens = encode([request.source for request in requests])
    prefixes = iter(encode([request.prefix for request in requests if request.prefix]))
    for owner, (request, source) in enumerate(zip(requests, tokens)):
        prefix = next(prefixes) if request.prefix else []
        if len(prefix) > LONGEST_PREFIX:
            pieces.give_up(owner, f"the beginning to write has {len(prefix)} tokens, over {LONGEST_PREFIX}")
        elif len(source) <= limit:
            index = pieces.add(owner, Span(0, len(request.source)))
            jobs.append(Job(index, request, source, prefix))
        else:
            jobs += _cut(owner, request, encode, language, limit, pieces)
    return jobs


def _cut(owner: int, request: Request, encode: Encode, language: str, limit: int,
         pieces: Pieces) -> list[Job]:
    """The jobs of one over-long request; a forced beginning makes no sense across cuts."""
    spans = clauses(request.source, limit, lambda text: len(encode([text])[0]), language)
    texts = [span.of(request.source) for span in spans]
    return [Job(pieces.add(owner, span), Request(text, links=request.links), tokens)
            for span, text, tokens in zip(spans, texts, encode(texts))]


def _join(drafts: Sequence[Draft], spans: Sequence[Span], gaps: Sequence[str], language: str) -> Draft:
    """One draft from those of consecutive pieces; attention stays with the pieces, links are carried over."""
    text, links = drafts[0].text, drafts[0].links
    for draft, span, gap in zip(drafts[1:], spans[1:], gaps):
        text = join([text, draft.text], [gap], language)
        links += shift(draft.links, span.start, len(text) - len(draft.text))
    tokens = tuple(token for draft in drafts for token in draft.tokens)
    score = sum(draft.score * max(1, len(draft.tokens)) for draft in drafts) / max(1, len(tokens))
    return Draft(tokens, text, score, links, retried=any(draft.retried for draft in drafts))
