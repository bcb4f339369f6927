"""Names in English sentences: capitalised runs, names behind titles, abbreviations in brackets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_WORD = r"(?:[A-Z]\.){2,}|[A-Z][\w’'-]*(?:\.(?=\s[A-Z]))?"
_RUN = re.compile(rf"(?<![\w’'-])(?:{_WORD})(?:\s(?:of\s(?:the\s)?|de\s|al-)?(?:{_WORD}))*")
_POSSESSIVE = re.compile(r"['’]s?\b|['’]$")
_BRACKETED = re.compile(r"\((?:the\s)?([A-Z][A-Za-z0-9&.-]{1,9})\)")
_BEFORE = re.compile(r"[\w’'&-]+")
_OPENS = re.compile(r"(?:^|[.!?:;—–]|\b[.!?]['\"”’])\s*[\"“‘'(]*$")
_SMALL = frozenset("of the and for in on to a an".split())
TITLES = frozenset(
    "President Premier Prime Minister Chancellor Secretary General Gen. Gen Adm. Admiral King Queen "
    "Emperor Prince Princess Senator Sen. Rep. Representative Governor Gov. Mayor Ambassador Chairman "
    "Chairwoman Chair Leader Foreign Defense Defence Finance Vice Deputy Chief Cabinet Marshal Lt. "
    "Col. Maj. Pope Judge Justice Speaker Director Mr. Mrs. Ms. Mr Mrs Ms Dr. Dr Prof. State Supreme "
    "Former Acting Interior Trade Economy Industry Unification Treasury Commerce Spokesman "
    "Spokeswoman Spokesperson".split())
_NO_NAMES = frozenset(
    "Article Near I The A An This That These Those He She It We They You His Her Its Our Their My In "
    "On At By For From To Of With Without And But Or Nor So Yet If When While As After Before Since "
    "Until Although Though Because Then There Here What Which Who Whom Whose Why How Where Not No Yes "
    "All Both Each Every Some Many Most More Few Several One Two Three Four Five Six Seven Eight Nine "
    "Ten Also Even Still Just Only Under Over Between Among Against During Despite According Asked "
    "Meanwhile However Moreover Once Such Other Another Monday Tuesday Wednesday Thursday Friday "
    "Saturday Sunday January February March April May June July August September October November "
    "December Mon. Tue. Wed. Thu. Fri. Sat. Sun. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sept. Oct. Nov. "
    "Dec. Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec".split())
"""Words that are written with a capital and name nothing that a glossary holds."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a place of a sentence."""

    text: str
    start: int
    title: bool = False
    """Whether a title stands before it."""
    opens: bool = False
    """Whether it opens the sentence, where a capital proves nothing."""
    short: str = ""
    """The abbreviation that stands behind it in brackets."""


def find_names(sentence: str) -> Iterator[Name]:
    """The names in a sentence; none in a headline that writes every word with a capital."""
    if _is_headline(sentence):
        return
    yield from _abbreviated(sentence)
    for run in _RUN.finditer(sentence):
        for text, start in _parts(run[0], run.start()):
            opens = _OPENS.search(sentence[:start]) is not None
            yield from _named(text, start, opens)


def lower_words(sentences: Iterable[str]) -> Counter[str]:
    """How often each word stands in lower case."""
    return Counter(word for text in sentences for word in re.findall(r"\b[a-z]+\b", text))


def _is_headline(sentence: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z]+", sentence) if len(word) > 3]
    return (len(words) > 2 and not sentence.rstrip(" \"”’'").endswith((".", "!", "?"))
            and sum(word[0].isupper() for word in words) > 0.7 * len(words))


def _parts(run: str, start: int) -> Iterator[tuple[str, int]]:
    """The run, parted behind a possessive: Japan's | National Diet."""
    at = 0
    for found in _POSSESSIVE.finditer(run):
        yield run[at:found.start()], start + at
        at = found.end()
        at += len(run[at:]) - len(run[at:].lstrip())
    if run[at:]:
        yield run[at:], start + at


def _named(text: str, start: int, opens: bool) -> Iterator[Name]:
    """The name in a run, without the words before it that are no part of it."""
    words = text.split(" ")
    title = False
    while words and (words[0] in _NO_NAMES or words[0] in TITLES and len(words) > 1 or words[0] in _SMALL):
        title = words[0] in TITLES or title and words[0] in _SMALL
        start += len(words[0]) + 1
        opens = False
        words = words[1:]
    while words and (words[-1] in _NO_NAMES or words[-1] in _SMALL or words[-1].strip("'’-") == ""):
        words = words[:-1]
    name = " ".join(words)
    if len(name.strip(".")) > 1 and name not in TITLES and not name.isdigit():
        yield Name(name.rstrip("-"), start, title, opens)


def _abbreviated(sentence: str) -> Iterator[Name]:
    """What is written out before its abbreviation: Joint Chiefs of Staff (JCS)."""
    for bracket in _BRACKETED.finditer(sentence):
        short = bracket[1].replace(".", "")
        letters = (short.removesuffix("s") if short[:-1].isupper() else short).upper()
        before = list(_BEFORE.finditer(sentence[:bracket.start()]))[-len(letters) - 4:]
        first = _first_word([word[0] for word in before], letters)
        if first is not None:
            start = before[first].start()
            yield Name(sentence[start:before[-1].end()], start, short=bracket[1])


def stands_for(letters: str, words: Sequence[str], within: bool = False) -> bool:
    """Whether `letters` are the initials of `words`; small words may be passed over.

    `within` allows letters from inside a word between them (InterContinental Ballistic Missile): too
    much where no bracket says that the two belong together (NATO is no Nankai Trough).
    """
    parts = [part for word in words for part in word.lower().split("-") if part]
    pattern = "".join(f"(?:{re.escape(part[0])})?" if part in _SMALL else
                      re.escape(part[0]) + "".join(f"{re.escape(letter)}?" for letter in part[1:] if within)
                      for part in parts)
    return re.fullmatch(pattern, letters.lower()) is not None


def _first_word(words: Sequence[str], letters: str) -> int | None:
    """The word at which the words that `letters` stand for begin."""
    return next((first for first in reversed(range(len(words)))
                 if words[first].lower() not in _SMALL and stands_for(letters, words[first:], True)), None)
