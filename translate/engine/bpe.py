"""Byte-pair encoding over Moses tokens: the packages that were converted from OPUS-MT models."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from math import inf
from pathlib import Path

from translate.engine.surface import project, scrub, trim
from translate.records import Span

_GLUE = "@@"
"""Ends a piece that the next one continues."""
_END = "</w>"
_ESCAPES = {"&amp;": "&", "&#124;": "|", "&lt;": "<", "&gt;": ">", "&apos;": "'", "&quot;": '"',
            "&#91;": "[", "&#93;": "]"}
"""What the Moses tokenizer writes for characters that its training tools reserve."""
_ESCAPE = re.compile("|".join(_ESCAPES))


class BpeTokenizer:
    """Moses tokens cut into byte pairs, by argostranslate's rules for the package's languages.

    Raises:
        OSError, ValueError: The file cannot be read or holds no merges.
    """

    def __init__(self, path: Path, source: str, target: str) -> None:
        from sacremoses import MosesDetokenizer, MosesPunctNormalizer, MosesTokenizer
        self._merges = Merges(path.read_text(encoding="utf-8"))
        self._normalizer = MosesPunctNormalizer(source)
        self._tokenizer = MosesTokenizer(source)
        self._detokenizer = MosesDetokenizer(target)

    def encode(self, texts: list[str]) -> list[list[str]]:
        """As `Tokenizer.encode`."""
        return [self._encode(text) for text in texts]

    def decode(self, tokens: Sequence[str]) -> str:
        """As `Tokenizer.decode`; unknown tokens are dropped."""
        pieces = " ".join(token for token in tokens if token != "<unk>")
        words = pieces.replace(_GLUE + " ", "").removesuffix(_GLUE).split(" ")
        text: str = self._detokenizer.detokenize(words)
        return text.strip()

    def spans(self, text: str, tokens: Sequence[str]) -> tuple[Span, ...]:
        """As `Tokenizer.spans`, by alignment: Moses normalises, escapes and detokenises."""
        surfaces = ["" if token == "<unk>" else _surface(token) for token in tokens]
        ends = [0]
        for surface in surfaces:
            ends.append(ends[-1] + len(surface))
        spans = [Span(start, end) for start, end in zip(ends, ends[1:])]
        return tuple(trim(span, text) for span in project(spans, "".join(surfaces), text))

    def _encode(self, text: str) -> list[str]:
        words: list[str] = self._tokenizer.tokenize(self._normalizer.normalize(scrub(text)))
        return [piece for word in words for piece in _glue(self._merges.split(word))]


def _surface(token: str) -> str:
    """What `token` stands for in a text; an escape that was cut in two stays as it is."""
    return _ESCAPE.sub(lambda escape: _ESCAPES[escape.group()], token.removesuffix(_GLUE))


def _glue(pieces: Sequence[str]) -> list[str]:
    return [piece + _GLUE for piece in pieces[:-1]] + list(pieces[-1:])


class Merges:
    """Learned merges: Sennrich, Haddow and Birch (2016), https://aclanthology.org/P16-1162.

    Args:
        text: One merge a line, best first, as two symbols with a space between; perhaps a
            `#version` line before. Before version 0.2 the end of a word is a symbol of its own.

    Raises:
        ValueError: A line is no merge.
    """

    def __init__(self, text: str) -> None:
        lines = [line.strip("\r\n ") for line in text.split("\n")]
        version = lines.pop(0) if lines[0].startswith("#version:") else "#version: 0.1"
        pairs = [tuple(line.split(" ")) for line in lines if line]
        if not pairs or any(len(pair) != 2 for pair in pairs):
            raise ValueError("it holds no list of byte-pair merges")
        self._ranks = {pair: rank for rank, pair in reversed(list(enumerate(pairs)))}
        self._late_end = version.split()[-1].startswith("0.1")
        self.split = lru_cache(maxsize=65536)(self._split)

    def _split(self, word: str) -> tuple[str, ...]:
        """The pieces of `word`."""
        symbols = [*word, _END] if self._late_end else [*word[:-1], word[-1] + _END]
        while len(symbols) > 1:
            best = min(zip(symbols, symbols[1:]), key=lambda pair: self._ranks.get(pair, inf))
            if best not in self._ranks:
                break
            symbols = _merge(symbols, best)
        symbols[-1] = symbols[-1].removesuffix(_END)
        return tuple(symbol for symbol in symbols if symbol)


def _merge(symbols: list[str], pair: tuple[str, str]) -> list[str]:
    """`symbols` with every `pair` of neighbours, taken from the left, made one."""
    merged: list[str] = []
    for symbol in symbols:
        if merged and (merged[-1], symbol) == pair:
            merged[-1] += symbol
        else:
            merged.append(symbol)
    return merged
