"""Faults planted in the reference translations of the development set, each with the place it was put at."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from translate.checks.interface import Pair, Unit
from translate.checks.renderings import entry_forms
from translate.glossary.load import load
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary, rendering
from translate.glossary.occurrences import Occurrence
from translate.glossary.plan import survey
from translate.records import Mention, Place, Span
from translate.text import korean
from translate.text.korean_particles import read

ROOT = Path(__file__).parents[2]
NAMES = ("person", "organization", "place", "weapon")
_DIGITS = re.compile(r"\d+")
_CLAUSE = {"ko": re.compile(r"[^,.]{12,}, "), "ja": re.compile(r"[^、。「」]{10,}、")}
_BRACKET = re.compile("[()（）「」『』“”]")


@dataclass(frozen=True)
class Planted:
    """An article with one fault in it."""

    units: list[Unit]
    index: int
    """Of the segment with the fault."""
    target: Span
    """Where the fault is: of a lost text the place where it stood, without length."""
    source: Span | None = None
    """What of the source is lost or wrong, where that is known."""


Edit = tuple[str, Span, "Span | None"]
"""A translation with a fault, where it is, and what of the source it is about."""


class Articles:
    """The articles of the development set in one language, planned once."""

    def __init__(self, language: str, glossary: Glossary) -> None:
        self.language = language
        self.matcher = Matcher(glossary, language, source=False)
        source = Matcher(glossary, "en")
        rows: dict[str, list[tuple[str, str]]] = {}
        for line in (ROOT / "corpus/eval/news-dev.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            rows.setdefault(row["article"], []).append((row["en"], row[language]))
        self.articles = [self._planned(name, pairs, source) for name, pairs in rows.items()]

    def _planned(self, name: str, pairs: Sequence[tuple[str, str]], source: Matcher) -> list[Unit]:
        plan = survey([text for text, _ in pairs], source, self.language)
        return [Unit(Pair(text, target, Place("dev", number), name), ("en", self.language), mentions, open,
                     self.matcher)
                for number, ((text, target), mentions, open) in
                enumerate(zip(pairs, plan.mentions, plan.unresolved), 1)]

    def plant(self, edits: Callable[[Sequence[Unit], int], Iterator[Edit]]) -> Iterator[Planted]:
        """Each article with the first of `edits` in each of its segments, one at a time."""
        for article in self.articles:
            for index, unit in enumerate(article):
                edit = next(edits(article, index), None)
                if edit:
                    text, target, source = edit
                    changed = Unit(replace(unit.pair, target=text), unit.languages, unit.mentions, unit.open,
                                   unit.names)
                    fresh = [Unit(one.pair, one.languages, one.mentions, one.open, one.names) for one in article]
                    yield Planted([*fresh[:index], changed, *fresh[index + 1:]], index, target, source)


def glossary() -> Glossary:
    """The glossaries of the repository."""
    return load([ROOT / "glossaries"])


def _put(text: str, span: Span, new: str) -> tuple[str, Span]:
    return text[:span.start] + new + text[span.end:], Span(span.start, span.start + len(new))


def _served(unit: Unit, kinds: Sequence[str] = NAMES) -> Iterator[tuple[Mention, Occurrence]]:
    """Mentions that one occurrence renders, and whose name stands nowhere else in the segment."""
    for mention, found in zip(unit.mentions, unit.assignment.served):
        names = [match for match in unit.stated if match.entry.id == mention.entry.id]
        if found and mention.entry.kind in kinds and len(names) == 1:
            yield mention, found


def other_name(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """Another name of the article, of the same kind, that the segment does not speak of."""
    unit = article[index]
    said = {mention.entry.id for mention in unit.mentions}
    for mention, found in _served(unit):
        for other in (one for unit in article for one in unit.mentions):
            new = rendering(other.entry, unit.languages[1]).use
            if other.entry.kind != mention.entry.kind or other.entry.id in said or new in unit.target:
                continue
            stands = next(match.span for match in unit.stated if match.entry.id == mention.entry.id)
            if new in entry_forms(mention.entry, unit.languages[1]) or stands.of(unit.target) in new:
                continue
            yield *_put(unit.target, stands, new), mention.span


def lost_number(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """A number with its unit is left out."""
    unit = article[index]
    for number in unit.target_numbers:
        if number.kind != "name" and number.sure and _DIGITS.search(number.text):
            text, _ = _put(unit.target, number.span, "")
            yield text, Span(number.span.start, number.span.start), _of_value(unit, number.value)


def other_number(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """A digit is another."""
    unit = article[index]
    for number in unit.target_numbers:
        digits = _DIGITS.search(number.text)
        if number.kind != "name" and number.sure and digits:
            start = number.span.start + digits.start()
            new = str(int(digits.group()[0]) % 9 + 1)
            yield *_put(unit.target, Span(start, start + 1), new), _of_value(unit, number.value)


def _of_value(unit: Unit, value: object) -> Span | None:
    return next((number.span for number in unit.source_numbers if number.value == value), None)


def lost_clause(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """The longest clause that ends in a comma is left out."""
    unit = article[index]
    clauses = [Span(*found.span()) for found in _CLAUSE[unit.languages[1]].finditer(unit.target)]
    for span in sorted(clauses, key=len, reverse=True):
        text, _ = _put(unit.target, span, "")
        yield text, Span(span.start, span.start), None


def untranslated(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """The sentence is left in English."""
    source = article[index].source
    yield source, Span(0, len(source)), Span(0, len(source))


def wrong_particle(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """The particle behind a name has the other shape."""
    unit = article[index]
    for _, found in _served(unit, (*NAMES, "term", "event")):
        behind = re.compile("[가-힣]+").match(unit.target, found.span.end)
        particle = read(behind.group()) if behind else None
        if particle is None or particle.family.copula or particle.family.vague:
            continue
        family = particle.family
        shape = family.vowel if particle.shape == family.consonant else family.consonant
        span = Span(found.span.end, found.span.end + len(particle.shape))
        if korean.find_repair(unit.target, found.span) is None:
            yield *_put(unit.target, span, shape), None


def latin_left(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """A name stands as the source writes it."""
    unit = article[index]
    for mention, found in _served(unit):
        name = mention.span.of(unit.source)
        if not re.search("[A-Za-z]", found.form):
            yield *_put(unit.target, found.span, name), mention.span


def ascii_comma(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """、 is a comma."""
    text = article[index].target
    for found in re.finditer("、", text):
        yield *_put(text, Span(*found.span()), ","), None


def lost_bracket(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """A bracket is left out: what is found is its partner."""
    text = article[index].target
    places = [found.start() for found in _BRACKET.finditer(text)]
    if len(places) == 2:
        gone, left = places[1], places[0]
        yield text[:gone] + text[gone + 1:], Span(left, left + 1), None


def repeated(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """Some words stand twice."""
    unit = article[index]
    phrase = re.compile(r"\S+ \S+ \S+ " if unit.languages[1] == "ko" else r"[^、。「」（）]{8,12}")
    for found in phrase.finditer(unit.target, len(unit.target) // 4):
        text, span = _put(unit.target, Span(found.end(), found.end()), found.group())
        yield text, Span(found.start(), span.end), None


def second_rendering(article: Sequence[Unit], index: int) -> Iterator[Edit]:
    """A name that the article has before is written in another way."""
    unit = article[index]
    before = {mention.entry.id for one in article[:index]
              for mention, found in zip(one.mentions, one.assignment.served) if found}
    for mention, found in _served(unit):
        form = rendering(mention.entry, unit.languages[1]).use
        if mention.entry.id in before and found.form == form and len(form) > 2:
            new = _respelled(form, unit.languages[1])
            if new != form:
                yield *_put(unit.target, found.span, new), mention.span


def _respelled(name: str, language: str) -> str:
    """The name with another vowel in its second syllable, or another kana at its end."""
    import unicodedata
    if language == "ko" and "가" <= name[1] <= "힣":
        jamo = unicodedata.normalize("NFD", name[1])
        vowels = {"\u1161": "\u1165", "\u1165": "\u1161", "\u1169": "\u116e", "\u116e": "\u1169",
                  "\u1162": "\u1166", "\u1166": "\u1162", "\u1175": "\u1173", "\u1173": "\u1175"}
        other = unicodedata.normalize("NFC", "".join(vowels.get(one, one) for one in jamo))
        return name[0] + other + name[2:]
    kana = {"ー": "", "ド": "ト", "グ": "ク", "ン": "", "プ": "ブ", "ス": "ズ", "ラ": "ロ", "イ": "", "ク": "グ"}
    for place in range(len(name) - 1, 0, -1):
        if "ァ" <= name[place] <= "ー" and name[place] in kana:
            return name[:place] + kana[name[place]] + name[place + 1:]
    return name
