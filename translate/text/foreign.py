"""Runs of a text that are not in its language: a sentence or a phrase left as the source had it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.records import Span
from translate.text.words import KANA, KANJI

_BETWEEN = r"[\s,;:!?.\"'“”‘’&/–—-]+"
_LATIN = re.compile(rf"[A-Za-z][\w'’-]*(?:{_BETWEEN}(?:[A-Za-z][\w'’-]*|\d[\d,.]*))*", re.ASCII)
_LATIN_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SCRIPTS = {"ko": "\uac00-\ud7a3", "ja": KANA + KANJI, "zh": KANJI, "ru": "\u0400-\u04ff", "uk": "\u0400-\u04ff",
            "bg": "\u0400-\u04ff", "el": "\u0370-\u03ff", "ar": "\u0600-\u06ff", "fa": "\u0600-\u06ff",
            "he": "\u0590-\u05ff", "hi": "\u0900-\u097f", "th": "\u0e00-\u0e7f"}
"""A language that is not among them writes Latin letters."""
_RUNS = {letters: re.compile(rf"[{letters}](?:[{letters}\d\s,.、。・!?“”「」-]*[{letters}])?")
         for letters in _SCRIPTS.values()}
_OPENING, _CLOSING = tuple("([（［〔"), tuple(")]）］〕")
_LONG_LETTERS = 8
_LONG_WORDS = 4
_SMALL = 2
_COPIED_WORDS = 6
_COPIED_SIGNS = 14
"""Of a text without spaces."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def left_in(source: str, target: str, languages: tuple[str, str]) -> Iterator[Span]:
    """Where `target` holds a long run in another language than its own.

    In a text of another script that is a run in the script of the source, or in Latin letters with small
    words in it, so that names and titles stay; a short one in brackets is an explanation. In a text of the
    same script it is a run that is copied from the source.

    >>> text = "彼は去った。The talks will go on."
    >>> [span.of(text) for span in left_in("He left. The talks will go on.", text, ("en", "ja"))]
    ['The talks will go on']
    """
    written, wanted = (_SCRIPTS.get(code, "") for code in languages)
    if wanted:
        yield from (span for span in _runs(_LATIN, target) if _is_prose(target, span))
    if written == wanted or written in wanted or wanted in written and wanted:
        yield from _copied(source, target, bool(written))
    elif written:
        yield from (span for span in _runs(_RUNS[written], target)
                    if sum(map(str.isalpha, span.of(target))) >= _LONG_LETTERS)


def _runs(pattern: re.Pattern[str], text: str) -> Iterator[Span]:
    """What the pattern finds, but for short explanations in brackets."""
    for found in pattern.finditer(text):
        span = Span(*found.span())
        if len(span) >= _LONG_LETTERS and not _is_explanation(text, span):
            yield span


def _is_explanation(text: str, span: Span) -> bool:
    before, behind = text[:span.start].rstrip(), text[span.end:].lstrip(" .")
    return before.endswith(_OPENING) and behind.startswith(_CLOSING) and len(span) * 2 < len(text)


def _is_prose(text: str, span: Span) -> bool:
    """Whether a Latin run is a phrase and no name: enough words, enough of them small."""
    words = _LATIN_WORD.findall(text, span.start, span.end)
    small = sum(len(word) > 1 and word[0].islower() for word in words)
    if len(words) >= _LONG_WORDS and small >= _SMALL and small * 3 >= len(words):
        return True
    whole = len(span) * 10 >= len(text.strip()) * 9
    return small >= 3 or whole and (small >= 1 and len(words) >= 3 or len(words) > _LONG_WORDS)


def _copied(source: str, target: str, spaceless: bool) -> Iterator[Span]:
    """Runs of words that both texts have; where one script is written without spaces, of signs."""
    if source == target and (len(_WORD.findall(source)) >= 3 or spaceless and len(source) >= _COPIED_SIGNS):
        yield Span(0, len(target))
        return
    if spaceless:
        return
    words = list(_WORD.finditer(target))
    start = 0
    while start + _COPIED_WORDS <= len(words):
        span = Span(words[start].start(), words[start + _COPIED_WORDS - 1].end())
        if span.of(target) not in source:
            start += 1
            continue
        end = start + _COPIED_WORDS
        while end < len(words) and target[span.start:words[end].end()] in source:
            end += 1
        span = Span(span.start, words[end - 1].end())
        if sum(word[0][0].islower() for word in words[start:end]) >= 3:
            yield span
        start = end
