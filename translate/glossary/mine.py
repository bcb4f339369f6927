"""Entries to propose: names that recur in articles and stand in no glossary yet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.glossary.fields import slug
from translate.glossary.match import Matcher
from translate.glossary.mine_names import Name, find_names, lower_words, stands_for
from translate.glossary.model import Glossary
from translate.records import Entry, Place, Rendering

_KINDS = {
    "organization":
        "Agency Ministry Committee Party Bank Council Organization Organisation Union "
        "Force Forces Army Navy University Institute Court Corp Group Department "
        "Association Commission Assembly Parliament Congress Staff News Times Guard "
        "Fund Office Bureau Corporation Command Motor",
    "place":
        "Island Islands Sea River Province Prefecture City Strait Peninsula Mount "
        "Mountain Bay Lake Street Airport Port District Zone Palace Square House Park",
    "event":
        "Summit War Games Olympics Exercise Election Conference Festival Forum Dialogue",
}
_KIND_BY_WORD = {word: kind for kind, words in _KINDS.items() for word in words.split()}
_NUMBERED = re.compile(r"[A-Z][A-Za-z]*-\d+[A-Z]?")
_LETTERS = re.compile(r"[A-Z]{2,7}")
_ADJECTIVES = ("ese", "ian", "an", "n", "ish")
_PARTS = frozenset("North South East West Northern Southern Eastern Western Central New Air Great United "
                   "Greater Upper Lower Saint St. Port Fort San Santa".split())
"""What stands before the name of a place, never before a surname."""
_SURNAME_FIRST = frozenset(
    "Kim Lee Park Yoon Moon Cho Choe Choi Ri Rhee Han Ko Jong Jang Chang Kang Song Shin Sin Pak No Roh "
    "An Ahn Hwang Jo Jung Jeong Chung O Oh Paek So Yun Yang Im Xi Wang Li Zhang Chen Hu Liu Zhao Qin "
    "Dong".split())


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that a glossary might hold."""

    entry: Entry
    """With the forms found; without renderings."""
    sentences: tuple[int, ...]
    """Indexes of the sentences that name it in full."""
    later: tuple[int, ...]
    """Indexes of those that have its short form."""
    articles: int
    count: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the corpus."""

    article: str
    text: str
    place: Place


def propose(sentences: Sequence[Sentence], known: Glossary, source: str = "en",
            least: int = 2) -> tuple[Proposal, ...]:
    """The names that stand at least `least` times in `sentences` and in none of the entries of `known`.

    The most frequent come first. A surname belongs to the person whose full name was found; what stands
    at the start of a sentence counts as a name only where it is one elsewhere.
    """
    found = list(_names(sentences, Matcher(known, source)))
    where = _articles(found)
    lower = lower_words(sentence.text for sentence in sentences)
    entries = list(_entries([name for _, name in found], where, lower, known, source))
    whole = sorted((*known.entries, *entries), key=lambda entry: entry.id)
    matcher = Matcher(Glossary(tuple(whole)), source)
    places: dict[str, list[tuple[int, bool]]] = {entry.id: [] for entry in entries}
    for index, sentence in enumerate(sentences):
        for match in matcher.find(sentence.text):
            if match.entry.id in places and not match.rivals:
                places[match.entry.id].append((index, match.term.role == "short"))
    proposals = [_proposal(entry, places[entry.id], sentences) for entry in entries]
    kept = [proposal for proposal in proposals if proposal.count >= least]
    return tuple(sorted(kept, key=lambda one: (-one.count, one.entry.id)))


def _names(sentences: Sequence[Sentence], known: Matcher) -> Iterator[tuple[str, Name]]:
    """(article, name) of the names that no known term covers."""
    for sentence in sentences:
        covered = {index for match in known.find(sentence.text)
                   for index in range(match.span.start, match.span.end)}
        for name in find_names(sentence.text):
            inside = range(name.start, name.start + len(name.text))
            if not all(index in covered or not sentence.text[index].isalnum() for index in inside):
                yield sentence.article, name


def _articles(found: Sequence[tuple[str, Name]]) -> Mapping[str, frozenset[str]]:
    """The articles that each name stands in."""
    where: dict[str, set[str]] = {}
    for article, name in found:
        where.setdefault(name.text, set()).add(article)
    return {text: frozenset(articles) for text, articles in where.items()}


def _entries(found: Sequence[Name], where: Mapping[str, frozenset[str]], lower: Mapping[str, int],
             known: Glossary, source: str) -> Iterator[Entry]:
    """One entry for each name, with its abbreviation and, of a person, the surname."""
    titled = {name.text for name in found if name.title}
    names = _sure(found, lower)
    longs = _written_out(found, names)
    people = {text: _surname(text) for text in names if text not in longs and _is_person(text, titled, where)}
    taken = {*longs.values(), *people.values()}
    ids: set[str] = set()
    for text in names:
        if text in taken and text not in people or text.removesuffix("s") in taken:
            continue
        also = (longs[text],) if text in longs else ()
        yield Entry(_free(slug(text) or "name", ids, known), "person" if text in people else _kind(text),
                    {source: Rendering(text, also, people.get(text, ""))}, "mined", Place("mined"), source)


def _sure(found: Sequence[Name], lower: Mapping[str, int]) -> list[str]:
    """The names that are no words at the start of a sentence, one spelling of each, no adjectives."""
    sure = Counter(name.text for name in found if not name.opens)
    written_out = {name.text for name in found if name.short}
    spellings: dict[str, str] = {}
    for text in sorted({name.text for name in found}, key=lambda text: (-sure[text], text)):
        named = not lower[text.split(" ")[0].lower()] if " " in text else sure[text] > lower[text.lower()]
        if text in written_out or named or sure[text] and " " in text:
            if text not in _KIND_BY_WORD:
                spellings.setdefault(text.lower().replace("-", " "), text)
    return [text for text in spellings.values() if not _is_adjective(text, spellings)]


def _is_adjective(text: str, spellings: Mapping[str, str]) -> bool:
    """Whether it is made from another name: Japanese, South Korean, Russian."""
    word = text.lower().removesuffix("s")
    stems = [word.removesuffix(ending) for ending in _ADJECTIVES if word.endswith(ending)]
    return any(stem + vowel in spellings for stem in stems for vowel in ("", "a", "y"))


def _written_out(found: Sequence[Name], names: Sequence[str]) -> dict[str, str]:
    """Abbreviations by what they stand for, in brackets or by their letters."""
    longs = {name.text: name.short for name in found if name.short}
    for short in (text for text in names if _LETTERS.fullmatch(text) and text not in longs.values()):
        fitting = [text for text in names if " " in text and stands_for(short, text.split(" "))]
        if len(fitting) == 1:
            longs.setdefault(fitting[0], short)
    return longs


def _is_person(text: str, titled: set[str], where: Mapping[str, frozenset[str]]) -> bool:
    """Whether a full name is a person's.

    It is if a title stands before it, if it is built as Korean names are, or if the surname alone stands
    mostly in articles that have the full name.
    """
    words = text.split(" ")
    if not 1 < len(words) < 5 or any(not word[0].isupper() for word in words) or _kind(text) != "term":
        return False
    if words[0] in _PARTS or words[0].isupper() and len(words[0]) > 1:
        return False
    written_so = is_surname_first(text) and (len(words) == 3 or "-" in words[1])
    alone = where.get(_surname(text), frozenset())
    return written_so or text in titled or 2 * len(alone & where[text]) > len(alone)


def is_surname_first(text: str) -> bool:
    """Whether a name begins with a Korean or Chinese surname."""
    return text.split(" ")[0] in _SURNAME_FIRST


def _surname(text: str) -> str:
    return text.split(" ")[0 if is_surname_first(text) else -1]


def _kind(text: str) -> str:
    if _NUMBERED.fullmatch(text):
        return "weapon"
    words = text.split(" ")
    end = next((index for index, word in enumerate(words) if word in ("of", "for")), len(words))
    told = (_KIND_BY_WORD.get(word) for word in (words[end - 1], words[-1], words[0]))
    return next(filter(None, told), "term")


def _free(id: str, taken: set[str], known: Glossary) -> str:
    """`id`, or with a number where it is taken; taken from now on."""
    number, free = 1, id
    while free in taken or free in known:
        number += 1
        free = f"{id}-{number}"
    taken.add(free)
    return free


def _proposal(entry: Entry, places: Sequence[tuple[int, bool]], sentences: Sequence[Sentence]) -> Proposal:
    full, later = (tuple(dict.fromkeys(index for index, short in places if short is wanted))
                   for wanted in (False, True))
    return Proposal(entry, full, later, len({sentences[index].article for index, _ in places}), len(places))
