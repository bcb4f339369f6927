"""Where a term may begin and end: a fact of the language, stated once."""

from __future__ import annotations

import re

from translate.glossary.forms import SKIPPED
from translate.languages import Boundary
from translate.records import Span
from translate.text import japanese, korean

_PLURAL = re.compile(r"(?:e?s|E?S)(?!\w)")
_SIBILANT = re.compile(r"(?:[sxz]|[cs]h)\Z", re.IGNORECASE)
_PEOPLES = re.compile(r"[int]\Z")
"""How names of people end whose plural is regular: Koreans, Israelis, Democrats."""
_PARTED_KATAKANA = re.compile("^[ァ-ヺー]+(?:・[ァ-ヺー]+)+$")


def may_have_plural(kind: str, text: str) -> bool:
    """Whether a term of an entry of `kind` may stand in the plural: no person, place or body.

    >>> may_have_plural("weapon", "drone"), may_have_plural("place", "North Korean")
    (True, True)
    >>> may_have_plural("place", "America"), may_have_plural("organization", "Apple")
    (False, False)
    """
    if kind in ("place", "organization"):
        return bool(_PEOPLES.search(text))
    return kind != "person"


def stands(text: str, start: int, end: int, boundary: Boundary) -> bool:
    """Whether a term may stand at `text[start:end]`, in a language that is not written in words.

    >>> stands("배열을", 1, 2, "particle"), stands("열을", 0, 1, "particle"), stands("ペインド", 1, 4, "run")
    (False, True, False)
    """
    script = korean.stands if boundary == "particle" else japanese.stands
    return script(text, Span(start, end))


def is_compound(text: str, start: int, end: int) -> bool:
    """Whether the term is a common noun behind a hyphen: part of another word (anti-missile)."""
    joined = start > 1 and text[start - 1] == "-" and text[start - 2].islower()
    return joined and text[start:end].islower()


def word_end(text: str, end: int, plural: bool) -> int | None:
    """Where a word ends whose letters are read up to `end`: there, or behind its plural ending.

    None where it goes on as another word. A possessive ('s) is no part of the term.

    >>> word_end("drones", 5, True), word_end("drones", 5, False), word_end("drones", 6, True)
    (6, None, 6)
    """
    if end == len(text) or not is_word(text[end]):
        return end
    ending = _PLURAL.match(text, end) if plural else None
    if ending is None or len(ending[0]) == 2 and not _SIBILANT.search(text, max(0, end - 2), end):
        return None
    return ending.end()


def may_be_spaced(surface: str, spelling: str, boundary: Boundary) -> bool:
    """Whether `surface` may be `spelling` although spaces, dots or hyphens stand elsewhere in it.

    Both languages write long names together. Korean also writes them apart, by words of two
    syllables and more (합동 군사훈련); Japanese spaces out a name (石破 茂), but parts only katakana
    with a dot.
    """
    known = _joints(spelling)
    extra = {cut: joint for cut, joint in _joints(surface).items() if cut not in known}
    if boundary == "particle":
        return not any(" " in joint for joint in extra.values()) or all(
            len(piece) > 1 for piece in surface.split())
    return all(_PARTED_KATAKANA.search(surface) for joint in extra.values() if "・" in joint)


def _joints(text: str) -> dict[int, str]:
    """What stands between the letters of `text`, by the number of letters before it."""
    joints: dict[int, str] = {}
    letters = 0
    for char in text:
        if char in SKIPPED:
            joints[letters] = joints.get(letters, "") + char
        else:
            letters += 1
    return joints


def is_word(char: str) -> bool:
    """Whether it belongs to a word: a letter, a digit or an underscore."""
    return char.isalnum() or char == "_"
