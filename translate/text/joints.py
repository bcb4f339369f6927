"""What stands between two translated sentences: the target language decides, not the source."""

from __future__ import annotations

from collections.abc import Sequence

from translate.languages import language as facts

_CLOSING = frozenset(",.;:!?…)]}’”»、。，．；：！？）］｝」』】〕》〉")
_OPENING = frozenset("([{‘“«（［｛「『【〔《〈")
_KEPT = frozenset("\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029")


def join(pieces: Sequence[str], gaps: Sequence[str], language: str) -> str:
    """Translated pieces of a block as one text in `language`; an empty piece leaves no double gap.

    Args:
        pieces: The translations, in order.
        gaps: What stood between them in the source: one less than the pieces.
        language: Of the translations.

    Raises:
        ValueError: There are more or fewer gaps than places for them.
    """
    joined, waiting = "", ""
    for gap, piece in zip(("", *gaps) if pieces else gaps, pieces, strict=True):
        waiting = waiting if _is_kept(waiting) else gap
        if piece:
            joined += (seam(waiting, joined, piece, language) if joined else "") + piece
            waiting = ""
    return joined


def seam(gap: str, before: str, after: str, language: str) -> str:
    """What to write between two translated sentences between which the source had `gap`.

    Line breaks and tabs are kept. Else a language with spaces gets one, wherever the source had
    none too (from Japanese), but not at the inside of brackets and not before closing marks. A
    language without spaces gets one only between two Latin words or numbers.
    """
    if not before or not after or _is_kept(gap):
        return gap
    if after[0] in _CLOSING or before[-1] in _OPENING:
        return ""
    if facts(language).spaced:
        return " "
    return " " if before[-1].isascii() and after[0].isascii() and after[0].isalnum() else ""


def _is_kept(gap: str) -> bool:
    return not _KEPT.isdisjoint(gap)
