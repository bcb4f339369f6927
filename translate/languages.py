"""Facts about languages that more than one part needs, each stated in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Boundary = Literal["word", "particle", "run"]


@dataclass(frozen=True, slots=True)
class Language:
    """What the program knows about one language."""

    code: str
    """ISO 639-1 code."""
    name: str
    """Its English name."""
    spaced: bool
    """Whether a space stands between two sentences (not in Japanese)."""
    boundary: Boundary
    """How a term ends: `word` at a non-word character, `particle` also before a Korean particle,
    `run` anywhere but inside a katakana run."""
    quotes: tuple[str, str] = ("“", "”")
    """The opening and closing double quotation mark."""
    sentence_end: str = "."
    """The mark that ends a statement."""


_KNOWN = (
    Language("en", "English", True, "word"),
    Language("ko", "Korean", True, "particle"),
    Language("ja", "Japanese", False, "run", ("「", "」"), "。"),
    Language("zh", "Chinese", False, "run", ("“", "”"), "。"),
    Language("th", "Thai", False, "run"),
)
LANGUAGES = {language.code: language for language in _KNOWN}


def language(code: str) -> Language:
    """The facts of `code`; a language without an entry is taken to write words with spaces."""
    return LANGUAGES.get(code) or Language(code, code, True, "word")
