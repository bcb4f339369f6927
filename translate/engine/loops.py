"""Detection of decoder loops: the same run of tokens over and over."""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_PERIOD = 12
"""Tokens in the longest repeated run that is looked for."""


def looped(tokens: Sequence[str], source: Sequence[str] = ()) -> bool:
    """Whether `tokens` holds a run repeated back to back more often than its source gives reason for.

    A single token must stand six times in a row, a run of two four times, a longer run three times:
    what people write ("very, very, very", "1,000,000") stays below that, and a source that repeats
    itself as often is taken at its word.

    >>> looped("it is it is it is it is so".split())
    True
    >>> looped("no no no".split())
    False
    """
    return _repeats(tokens) and not _repeats(source)


def _repeats(tokens: Sequence[str]) -> bool:
    longest = min(LONGEST_PERIOD, len(tokens) // 3)
    return any(_repeats_with(tokens, period) for period in range(1, longest + 1))


def _repeats_with(tokens: Sequence[str], period: int) -> bool:
    """Whether some run of `period` tokens stands often enough in a row: equal neighbours are counted."""
    times = {1: 6, 2: 4}.get(period, 3)
    equal = 0
    for left, right in zip(tokens, tokens[period:]):
        equal = equal + 1 if left == right and not _is_digit(left) else 0
        if equal >= period * (times - 1):
            return True
    return False


def _is_digit(token: str) -> bool:
    return token.strip("▁,.").isdigit()
