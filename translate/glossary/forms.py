"""How a term may be written: the spellings it is looked up by, and whether a text holds one.

Spellings that differ in length are generated here (U.S. and US, Jong-un and Jongun); those that do
not (a hyphen for a space, capitals, an accent) fold into one key and are told apart when a text
holds it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

from translate.languages import Boundary

Case = Literal["smart", "exact", "ignore"]

SKIPPED = frozenset(" ·・-")
"""Where words are written together or apart at will (Korean, Japanese), these count for nothing."""
_PERIOD = re.compile(r"(?<=\w)\.")
_ACRONYM = re.compile(r"\b[A-Z]{2,4}\b")
_HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
_LONE_LETTER = re.compile(r"\b[^\W\d_]-")
"""Before a space it is an article or an initial: A-bomb is not what `a bomb threat` means."""
_CONSONANT_Y = re.compile(r"[^aeiou\W]y\Z")
_WORD_START = re.compile(r"(?<![\w'])[^\W\d_]")


class Form(NamedTuple):
    """A spelling of a term."""

    spelling: str
    """Normalised."""
    generated: str = ""
    """How it was made from the term; empty for the term itself."""


class _Folds(dict[int, str]):
    """The folded form of one character, worked out when a character is first met."""

    def __init__(self, spaced: bool) -> None:
        super().__init__()
        self.spaced = spaced

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if self.spaced and not (char.isalnum() or char == "_"):
            folded = " "
        else:
            folded = _bare(char).lower()[0]
        self[code] = folded
        return folded


_PLAIN = re.compile("[^ -~가-힣ぁ-ゖァ-ー一-鿿、。「」]")
"""What may fold otherwise than into lower case where words are written together."""
_FOLDS = {True: _Folds(True), False: _Folds(False)}


def fold(text: str, boundary: Boundary) -> str:
    """`text`, normalised, in lower case and without accents, character by character.

    In languages with words between spaces all that is no letter or digit becomes a space.
    """
    if boundary != "word" and not _PLAIN.search(text):
        return text.lower()
    return text.translate(_FOLDS[boundary == "word"])


def forms(text: str, boundary: Boundary, plural: bool) -> tuple[Form, ...]:
    """The spellings of a term whose normalised text is `text`; `plural` where it may have one."""
    if boundary != "word":
        return (Form(text),)
    made = [Form(text)]
    if "." in text:
        made.append(Form(_PERIOD.sub("", text), "periods dropped"))
    if text != text.lower() and _ACRONYM.search(text):
        made.append(Form(_ACRONYM.sub(_dotted, text), "periods added"))
    if "-" in text:
        made.append(Form(_HYPHEN.sub("", text), "hyphen dropped"))
    if "s' " in text:
        made.append(Form(text.replace("s' ", "s "), "apostrophe dropped"))
    if plural and _CONSONANT_Y.search(text):
        made.append(Form(text[:-1] + "ies", "plural"))
    return tuple(made)


def _dotted(acronym: re.Match[str]) -> str:
    return "".join(f"{letter}." for letter in acronym[0])


def fit(surface: str, spelling: str, case: Case, opens: bool) -> str | None:
    """How `surface`, which folds like `spelling`, differs from it; None when it is not the term.

    `opens` tells whether the surface opens a sentence, where a capital proves nothing.

    >>> [fit(surface, "North Korea", "smart", False) for surface in ("NORTH KOREA", "north Korea")]
    ['capitals', None]
    """
    if surface == spelling:
        return ""
    if case != "ignore" and surface.islower() and not spelling.islower():
        return None
    if case == "smart" and surface.isupper() and _lowered(surface) == _lowered(spelling):
        return "capitals"
    surface, spelling, generated = _level(surface, spelling)
    if surface == spelling:
        return generated
    if surface.lower() != spelling.lower():
        return None
    if case == "ignore" or case == "smart" and spelling.islower():
        return generated or "case"
    if opens and surface[1:] == spelling[1:] and surface[0].isupper():
        return "sentence start"
    if case == "smart" and surface == _titled(spelling):
        return "title case"
    return None


def _level(surface: str, spelling: str) -> tuple[str, str, str]:
    """Both without the differences that mean nothing, and what those were."""
    generated = ""
    if ("-" in surface or "-" in spelling) and not _LONE_LETTER.search(spelling):
        surface, spelling = _open_hyphens(surface, spelling)
        generated = "hyphen"
    if not (surface.isascii() and spelling.isascii()):
        surface = "".join(map(_bare, surface))
        spelling = "".join(map(_bare, spelling))
        generated = generated or "accent"
    return surface, spelling, generated


def _open_hyphens(surface: str, spelling: str) -> tuple[str, str]:
    """Both with hyphens as spaces; a letter behind a hyphen of either is in lower case in both.

    Kim Jong Un, Kim Jong-un and Kim Jong-Un are one name.
    """
    behind = {index + 1 for index, pair in enumerate(zip(surface, spelling)) if "-" in pair}
    one, other = ("".join(char.lower() if index in behind else " " if char == "-" else char
                          for index, char in enumerate(text)) for text in (surface, spelling))
    return one, other


def _lowered(text: str) -> str:
    return text.lower().replace("-", " ")


def _titled(spelling: str) -> str:
    """`spelling` as a headline writes it, each word with a capital."""
    return _WORD_START.sub(lambda letter: letter[0].upper(), spelling)


def _bare(char: str) -> str:
    """A Latin letter without its accent, any other character as it is."""
    if char.isascii():
        return char
    base = unicodedata.normalize("NFD", char)[0]
    return base if base.isascii() and base.isalpha() else char
