"""What is better left alone in a translation that no model scores afterwards."""

from __future__ import annotations

import re

from translate.records import Mention, Span
from translate.glossary.occurrences import Occurrence, occurrences
from translate.terms.snap import absorb, respaced

_CITED = (("(", ")"), ("（", "）"), ("[", "]"), ('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("「", "」"),
          ("『", "』"))
_NUMBER = re.compile(r"\d[\d.,]* ?\Z")
_TITLED = re.compile("氏|首相|大統領|総書記|主席|外相|国防相|長官|将軍")
_KANJI = re.compile("[一-鿿々]")
_LITTLE = ("and|or|who|whom|whose|that|which|in|of|to|at|on|by|from|as|for|with|are|were|is|was|be|have|has"
           "|had|will|would|could")
_NOUN_FOLLOWS = re.compile(rf" (?!(?:{_LITTLE})\b)[A-Za-z]")


def cited(text: str, span: Span) -> bool:
    """Whether the stretch is quoted or in brackets as a whole: it says how a name is written elsewhere.

    >>> cited('왕은 "King Tut"라고 불린다', Span(4, 12)), cited("(Harvard University에서)", Span(1, 19))
    (True, False)
    """
    return (text[span.start - 1:span.start], text[span.end:span.end + 1]) in _CITED


def counted(text: str, span: Span) -> bool:
    """Whether a number stands before the stretch: one that begins the rendering would run into it."""
    return _NUMBER.search(text, max(0, span.start - 20), span.start) is not None


def cuts(text: str, span: Span) -> bool:
    """Whether an end of the stretch lies between two kanji, where a word may go on: 北通 of 北通信社."""
    edges = [edge for edge in (span.start, span.end) if 0 < edge < len(text)]
    return not _TITLED.match(text, span.end) and any(
        _KANJI.match(text, edge - 1) and _KANJI.match(text, edge) for edge in edges)


def people(mention: Mention, source: str) -> bool:
    """Whether the term may be those who live in a place, of which the entry names the place alone.

    The Ecuadorian consulate is of Ecuador, an Ecuadorian is not.
    """
    found = mention.entry.renderings.get(mention.entry.source)
    term = mention.span.of(source)
    if mention.entry.kind != "place" or not found or term in (found.use, found.short, found.first):
        return False
    demonym = re.search(r"(?:ans?|ese|is?|ish|s)\Z", term) is not None
    return demonym and (term.endswith("s") or not _NOUN_FOLLOWS.match(source, mention.span.end))


def leave(text: str, one: Occurrence, mention: Mention, served: int, language: str) -> bool:
    """Whether an admitted rendering stays as it is, though another is preferred.

    In brackets or quotes it explains something; where the preferred one only says more (하버드대 for 하버드),
    what it adds may stand beside it in other words (하버드 대학교); one more than there are mentions of it
    (`served` by it) renders something else, so that they would no longer be alike.

    >>> from translate.records import Entry, Place
    >>> mention = Mention(Span(0, 7), Entry("harvard", "organization", {}, "", Place("")), "full", "하버드대")
    >>> leave("하버드 대학교", Occurrence(Span(0, 3), "하버드"), mention, 1, "ko")
    True
    """
    wanted = mention.wanted
    if absorb(text, one.span, wanted) != one.span:
        return False
    return (one.form in wanted or cited(text, one.span) or _goes_on(text, one, mention)
            or any(respaced(text, wanted)) or wanted in text
            or len(occurrences(text, (one.form,), language)) > served)


def _goes_on(text: str, one: Occurrence, mention: Mention) -> bool:
    """Whether what stands beside is part of the word: 全 of 全IOC, 議員 of 国会議員, 대학 behind 스탠포드."""
    before, behind = text[one.span.start - 1:one.span.start], text[one.span.end:].lstrip(" ")
    noun = mention.entry.kind == "term" and _KANJI.match(behind) is not None
    return noun or _KANJI.match(before) is not None or behind.startswith(mention.wanted[-1])
