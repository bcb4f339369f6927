"""Text into a package's tokens and back, and where each token stands in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Protocol

from translate.engine.surface import SURROGATE, project, scrub, trim
from translate.errors import PackageBroken
from translate.records import Package, Span

_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
"""A byte-fallback piece; a character outside the vocabulary is written as its UTF-8 bytes."""
_SPACE = "\u2581"
"""SentencePiece's word-start mark."""


class Tokenizer(Protocol):
    """What the engine needs of a tokenizer."""

    def encode(self, texts: list[str]) -> list[list[str]]:
        """The tokens of each text."""
        ...

    def decode(self, tokens: Sequence[str]) -> str:
        """The text of `tokens`, without white space at its ends."""
        ...

    def spans(self, text: str, tokens: Sequence[str]) -> tuple[Span, ...]:
        """Where each of `tokens` stands in `text`.

        Args:
            text: What was encoded into `tokens` or decoded from them.

        Spans are in order and apart, and hold no white space at their ends. A token with no text of
        its own (a lone word-start mark, a byte that does not end a character) has an empty span.
        """
        ...


def load_tokenizer(package: Package) -> Tokenizer:
    """The tokenizer of `package`.

    Raises:
        PackageBroken: Its file cannot be loaded.
    """
    try:
        if package.tokenizer.name == "bpe.model":
            from translate.engine.bpe import BpeTokenizer
            return BpeTokenizer(package.tokenizer, package.source, package.target)
        return PieceTokenizer(package.tokenizer)
    except (OSError, RuntimeError, ValueError) as error:
        raise PackageBroken(
            f"{package.tokenizer}: the tokenizer of {package.name} cannot be loaded ({error}); "
            f"reinstall it: translate models install {package.source} {package.target}") from error


class PieceTokenizer:
    """SentencePiece, as nearly all packages use it.

    Raises:
        RuntimeError, OSError: The file cannot be read or holds no SentencePiece model.
    """

    def __init__(self, path: Path) -> None:
        import sentencepiece
        self._processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))

    def encode(self, texts: list[str]) -> list[list[str]]:
        """As `Tokenizer.encode`."""
        clean = [scrub(text) for text in texts]
        rows: list[list[str]] = self._processor.encode(clean, out_type=str)
        return rows

    def decode(self, tokens: Sequence[str]) -> str:
        """As `Tokenizer.decode`, without unknown and control tokens and half characters.

        An underscore stays one: argostranslate's own decoder turns it into a space.
        """
        return self._decode(tokens)[0]

    def spans(self, text: str, tokens: Sequence[str]) -> tuple[Span, ...]:
        """As `Tokenizer.spans`; exact unless `text` was changed after decoding."""
        written, spans = self._decode(tokens)
        if written != text:
            found = self._processor.encode(scrub(text), out_type="offset_mapping")
            if found["pieces"] == list(tokens):
                return tuple(trim(Span(*offset), text) for offset in found["offsets"])
            spans = project(spans, written, text)
        return tuple(trim(span, text) for span in spans)

    def _decode(self, tokens: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
        """The text, and the span of every token in it."""
        kept = list(self._readable(tokens))
        found = self._processor.decode([token for token, keep in zip(tokens, kept) if keep],
                                       out_type="offset_mapping")
        raw = found["text"].replace(_SPACE, " ")
        text, left = raw.strip(), len(raw) - len(raw.lstrip())
        offsets, at, spans = iter(found["offsets"]), 0, []
        for keep in kept:
            start, at = next(offsets) if keep else (at, at)
            spans.append(Span(*(min(max(place - left, 0), len(text)) for place in (start, at))))
        return text, tuple(spans)

    def _readable(self, tokens: Sequence[str]) -> Iterator[bool]:
        """For each token whether it has a text; bytes have one if they form a character."""
        for is_byte, run in groupby(tokens, lambda token: bool(_BYTE.fullmatch(token))):
            if is_byte:
                yield from _whole(bytes(int(token[3:5], 16) for token in run))
            else:
                yield from (not self._is_silent(token) for token in run)

    def _is_silent(self, token: str) -> bool:
        number = self._processor.piece_to_id(token)
        if self._processor.is_unknown(number):
            return bool(token == self._processor.id_to_piece(number))
        return bool(self._processor.is_control(number))


def _whole(run: bytes) -> Iterator[bool]:
    """For each byte whether it is part of a printable character."""
    for character in run.decode("utf-8", "surrogateescape"):
        lost = bool(SURROGATE.match(character)) or character < " " or character == "\x7f"
        yield from [not lost] * len(character.encode("utf-8", "surrogateescape"))
