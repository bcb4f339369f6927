"""A phrase that a text says over and over without a break, as a decoder in a loop does."""

from __future__ import annotations

from translate.records import Span

_GRAM = 5
"""Code points that must agree before a repeat is looked for: fewer agree by chance all the time."""
_LONGEST = 160
"""Code points of the longest phrase that is looked for."""
_LETTERS = 6
"""Letters and digits; a phrase with fewer must be of three words or stand more than twice."""
_WORDS = 3


def find_repeat(text: str) -> Span | None:
    """The first stretch in which a phrase repeats back to back: all of it behind the first time.

    A phrase of six letters or three words counts when it stands twice, a shorter one three or four
    times, a single sign (ㅋㅋㅋㅋ, 12,000,000, a row of dots) never.

    >>> text = "그는 서울에서 서울에서 서울에서 만났다"
    >>> find_repeat(text).of(text)
    '서울에서 서울에서 '
    >>> find_repeat("천천히 천천히 걸었다")
    """
    if len(text) - len({text[start:start + _GRAM] for start in range(len(text) - _GRAM + 1)}) < _GRAM:
        return None
    last: dict[str, int] = {}
    start, end = 0, len(text) - _GRAM
    while start <= end:
        gram = text[start:start + _GRAM]
        before = last.get(gram)
        last[gram] = start
        if before is not None and start - before <= _LONGEST:
            stop = _alike_until(text, before, start)
            if _is_loop(text, before, start, stop):
                return Span(start + text[start:start + 1].isspace(), stop)
        start += 1
    return None


def _alike_until(text: str, before: int, start: int) -> int:
    period = start - before
    while start < len(text) and text[start] == text[start - period]:
        start += 1
    return start


def _is_loop(text: str, before: int, start: int, stop: int) -> bool:
    phrase = text[before:start]
    if len(set(phrase)) < 2 or not any(map(str.isalpha, phrase)):
        return False
    repeated = stop - start + _open_end(phrase)
    return repeated >= len(phrase) * _enough(phrase)


def _enough(phrase: str) -> int:
    """How often a phrase must be repeated to be a loop."""
    letters = sum(map(str.isalnum, phrase))
    if letters >= _LETTERS or len(phrase.split()) >= _WORDS:
        return 1
    return 2 if letters >= _LETTERS // 2 else 3


def _open_end(phrase: str) -> int:
    """Where a phrase stands last, the sign that parts it from the next is not there."""
    return len(phrase) - len(phrase.rstrip(" ,、·・"))
