"""What stands in a translation where a mention should be rendered: another name, or another spelling."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from translate.checks.interface import Unit
from translate.checks.renderings import entry_forms, name_parts
from translate.glossary.forms import fold
from translate.records import Entry, Mention, Span
from translate.text import korean
from translate.text.alike import misspelled

ALIKE = 75.0
"""Share (0 to 100) of its sounds that another spelling of a name has in common with the agreed one."""
_LATIN = re.compile(r"[A-Za-z]")
_HANGUL = re.compile(r"[가-힣]+(?: [가-힣]+)*")
_JAPANESE = re.compile(r"[ァ-ヺー]+(?:[・＝= ][ァ-ヺー]+)*|[一-鿿々〆]{2,}(?=氏)|[一-鿿々〆]{3,}")
_KATAKANA = re.compile(r"[ァ-ヺー・＝= ]+")
_V = str.maketrans({"ヴ": "ブ", "ー": "", "ッ": "", "ァ": "", "ィ": "", "ゥ": "", "ェ": "", "ォ": "", "ョ": "", "・": "",
                    "＝": "", "=": "", " ": ""})
_VOWELS = (("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ティ", "チ"), ("ディ", "ジ"))


_NAMES = frozenset(("person", "organization", "weapon", "place"))
_STEM = 5
"""How much of a word has to be the same for an adjective to be of a name (Democratic, Democrats)."""
_LITTLE = frozenset(("the", "of", "and", "for", "in", "on", "to"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of a translation that stands where a mention should be rendered."""

    span: Span
    kind: Literal["name", "copied", "spelling"]
    """name: of another entry; copied: as the source writes it; spelling: nearly the agreed form."""


def evidence(unit: Unit, mention: Mention, article: Collection[str]) -> Evidence | None:
    """What stands in the place of `mention`, which nothing renders; None where nothing shows that.

    `article` are the ids of what the article speaks of.
    """
    copied = _copied(unit, mention)
    if copied:
        return Evidence(copied, "copied")
    spelt = misspelling(unit, mention)
    if spelt:
        return Evidence(spelt, "spelling")
    other = other_name(unit, mention.entry.kind, article)
    return Evidence(other, "name") if other else None


def _copied(unit: Unit, mention: Mention) -> Span | None:
    """Where the translation has the source's own form, letters of which the agreed form has none."""
    written = mention.span.of(unit.source)
    if len(written) < 2 or not _LATIN.search(written) or _LATIN.search(mention.wanted):
        return None
    found = re.search(rf"(?<![A-Za-z(（]){re.escape(written)}(?![A-Za-z])", unit.target)
    return Span(*found.span()) if found else None


def misspelling(unit: Unit, mention: Mention) -> Span | None:
    """The first word that is nearly a form of the entry, and no other name of the glossary."""
    forms = [form for form in _names(mention.entry, unit.languages[1]) if len(form) > 2]
    taken = [match.span for match in unit.stated]
    for span in _words(unit.target, unit.languages[1], max((form.count(" ") + 1 for form in forms), default=0)):
        if any(_near(span.of(unit.target), form, mention.entry.kind == "person") for form in forms):
            if not any(span.overlaps(one) for one in taken):
                return span
    return None


def _names(entry: Entry, language: str) -> tuple[str, ...]:
    """The forms of an entry; of a person those without a title, and the parts of the name."""
    forms = entry_forms(entry, language)
    stated = entry.renderings.get(language)
    if entry.kind != "person" or stated is None:
        return forms
    return (stated.use, *name_parts(entry, language))


def _words(text: str, language: str, most: int) -> Iterator[Span]:
    """Stretches of `text` that may be a name: up to `most` words of Korean, runs of Japanese."""
    if language == "ja":
        yield from (Span(*found.span()) for found in _JAPANESE.finditer(text))
    elif language == "ko":
        for run in _HANGUL.finditer(text):
            yield from _phrases(run.start(), run.group(), most)


def _phrases(start: int, run: str, most: int) -> Iterator[Span]:
    words = [(found.start(), found.end()) for found in re.finditer(r"\S+", run)]
    for first, (begin, _) in enumerate(words):
        for _, end in words[first:first + most]:
            stem, particle = korean.split_particle(run[begin:end])
            if particle:
                yield Span(start + begin, start + begin + len(stem))
            yield Span(start + begin, start + end)


def _near(word: str, form: str, person: bool) -> bool:
    """Whether `word` is `form` in another spelling, and no part of it."""
    if misspelled(word, form, person):
        return True
    if _KATAKANA.fullmatch(word) and _KATAKANA.fullmatch(form):
        return _alike(_plain(word), _plain(form), 1)
    if _HANGUL.fullmatch(word) and _HANGUL.fullmatch(form) and word not in form and form not in word:
        return _alike(unicodedata.normalize("NFD", word), unicodedata.normalize("NFD", form), 2)
    return False


def _alike(one: str, other: str, apart: int) -> bool:
    from rapidfuzz.fuzz import ratio
    return min(len(one), len(other)) > 2 and abs(len(one) - len(other)) <= apart and ratio(one, other) >= ALIKE


def _plain(kana: str) -> str:
    """Katakana without what writers of foreign names differ in: ヴァ and バ, ー, ッ, small vowels."""
    for one, other in _VOWELS:
        kana = kana.replace(one, other)
    return kana.translate(_V)


def other_name(unit: Unit, kind: str, article: Collection[str]) -> Span | None:
    """The first name of that kind which the source does not say, or not so often.

    A name of one or two signs is often a word too (간, 경기): the article has to speak of it.
    """
    if kind not in _NAMES:
        return None
    served = [one.span for one in unit.assignment.served if one]
    said = {one.entry.id for one in unit.mentions} | {entry.id for one in unit.open for entry in one.entries}
    words = {word[:_STEM] for word in fold(unit.source, "word").split()}
    for match in unit.stated:
        if match.entry.kind != kind or match.term.role == "avoid" or any(map(match.span.overlaps, served)):
            continue
        entries = (match.entry, *(entry for _, entry in match.rivals))
        known = any(entry.id in article for entry in entries)
        if (known or len(match.span) > 2) and not any(
                entry.id in said or _is_said(entry, words) for entry in entries):
            return match.span
    return None


def _is_said(entry: Entry, words: Collection[str]) -> bool:
    """Whether the source, of whose words these are the beginnings, may say the entry in some way."""
    found = entry.renderings.get(entry.source)
    forms = (found.use, *found.also, found.short, found.first) if found else ()
    return any(word[:_STEM] in words for form in forms for word in fold(form, "word").split()
               if len(word) > 1 and word not in _LITTLE)
