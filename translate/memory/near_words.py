"""The words by which two sentences are compared, and how alike they are.

The score is that of OmegaT, on the words of the sentences without their case and punctuation:

    100 x (words of the longer - edits from one to the other) / words of the longer

with Levenshtein's edits (https://github.com/omegat-org/omegat, `FuzzyMatcher.calcSimilarity`). In scripts
that put no spaces between words, and in Hangul, where particles cling to them, each character is a word.
A number that differs costs more than another word, for it is what a translator overlooks most easily;
and only a sentence that is the same scores 100.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

NUMBER_PENALTY = 2.0
"""Points for each number of the sentence that the other does not have, beside the edit that it is."""
NUMBERS_COUNTED = 5
NOT_THE_SAME = 99.0
"""The most that a sentence scores of which only case, punctuation or spaces differ."""
ALONE = ("\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
         "\uac00-\ud7a3\U00020000-\U0003ffff")
"""Thai and Lao, Burmese, Khmer, kana, kanji, Hangul: characters that are words, as ranges."""
_LETTER = rf"[^\W\d_{ALONE}]"
_WORD = re.compile(rf"\d+(?:[.,]\d+)*|[{ALONE}]|{_LETTER}+(?:['’]{_LETTER}+)*")


def words(text: str) -> list[str]:
    """The words of `text`, in lower case."""
    return _WORD.findall(text.lower())


def score(text: str, other: str) -> float:
    """How alike two sentences are, 0 to 100.

    >>> score("Three people died in Seoul.", "Three people died in Busan.")
    80.0
    >>> score("It rose 3 percent.", "It rose 4 percent.")
    73.0
    >>> score("He left.", "he left")
    99.0
    """
    from rapidfuzz.distance import Levenshtein
    if text == other:
        return 100.0
    mine, others = words(text), words(other)
    alike = 100.0 * Levenshtein.normalized_similarity(mine, others)
    return max(0.0, min(alike, NOT_THE_SAME) - penalty(mine, others))


def penalty(mine: Sequence[str], others: Sequence[str]) -> float:
    """Points for the numbers that differ."""
    numbers, theirs = (Counter(word for word in side if word[0].isdigit()) for side in (mine, others))
    if numbers == theirs:
        return 0.0
    differ = max((numbers - theirs).total(), (theirs - numbers).total())
    return NUMBER_PENALTY * min(differ, NUMBERS_COUNTED)
