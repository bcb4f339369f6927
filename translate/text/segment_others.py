"""Where sentences end in languages without rules of our own: sentencex, less its false cuts."""

from __future__ import annotations

import re
from collections.abc import Iterator

_STRETCH = 4_096
_GOING_ON = "—–-,;:.!?…)]}"
_INITIAL = re.compile(r"(?:\A|[\s(])[^\W\d_]\.\Z")


def boundaries(text: str, language: str) -> Iterator[int]:
    """Where the sentences of a paragraph end, the last one excepted.

    A cut behind an initial (fr `M. Dupont`) or before a small letter or a dash (ru `«Почему?» —
    спросил он.`) is taken back. The text is handed over in stretches: sentencex 1.0.32 takes time
    by the square of the length where no white space follows the stops.
    """
    start, reach = 0, _STRETCH
    while start < len(text):
        cuts = list(_cuts(text[start:start + reach], language))
        if start + reach < len(text):
            del cuts[-1:]
        yield from (start + cut for cut in cuts)
        if start + reach >= len(text):
            return
        start, reach = (start + cuts[-1], _STRETCH) if cuts else (start, 2 * reach)


def _cuts(text: str, language: str) -> Iterator[int]:
    from sentencex import get_sentence_boundaries

    level = re.sub(r"[\r\n\u2028]", " ", text)
    for found in get_sentence_boundaries(language, level):
        end = found["end_index"]
        following = text[end:end + 1]
        if following and not _goes_on(text[max(0, end - 8):end].rstrip(), following):
            yield end


def _goes_on(before: str, following: str) -> bool:
    return following in _GOING_ON or following.islower() or bool(_INITIAL.search(before))
