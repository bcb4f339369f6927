"""The tokenizer of a package: one SentencePiece model for all its languages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sentencepiece

UNKNOWN, BEGIN, END, PAD = range(4)
"""Ids of the control pieces, as CTranslate2's Transformer expects them by name: <unk> <s> </s> <pad>."""

_ROOMY = 6000
"""Pieces from which on the characters of Korean and Japanese news leave room for words."""
_COVERED, _COVERED_SMALL = 0.9997, 0.98
"""Share of the text's characters that get a piece of their own; the others are spelt in bytes."""


def tag(language: str) -> str:
    """The first target token, which chooses the language."""
    return f"<2{language}>"


def train_pieces(texts: Iterable[str], vocabulary: int, languages: Sequence[str]) -> bytes:
    """A SentencePiece model with byte fallback, which so knows every character.

    Raises:
        ValueError: There is too little text for so many pieces.
    """
    import sentencepiece as spm
    out = io.BytesIO()
    try:
        spm.SentencePieceTrainer.train(
            sentence_iterator=iter(texts), model_writer=out, vocab_size=vocabulary, byte_fallback=True,
            character_coverage=_COVERED if vocabulary >= _ROOMY else _COVERED_SMALL,
            unk_id=UNKNOWN, bos_id=BEGIN, eos_id=END, pad_id=PAD,
            user_defined_symbols=[tag(language) for language in languages],
            normalization_rule_name="nmt_nfkc", num_threads=1, minloglevel=2)
    except RuntimeError as error:
        reason = " ".join(str(error).split())
        most = re.search(r"value <= (\d+)", reason)
        raise ValueError(f"it is enough for {int(most[1]):,}" if most else reason) from error
    return out.getvalue()


def load_pieces(model: bytes) -> sentencepiece.SentencePieceProcessor:
    """The tokenizer in `model`."""
    import sentencepiece as spm
    return spm.SentencePieceProcessor(model_proto=model)


def vocabulary(pieces: sentencepiece.SentencePieceProcessor) -> list[str]:
    """Every piece, by id."""
    return [pieces.id_to_piece(index) for index in range(pieces.get_piece_size())]
