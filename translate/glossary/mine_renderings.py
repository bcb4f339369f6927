"""How a name is rendered in translations that stand beside its sentences.

What the translations of those sentences share, and other sentences lack, is the rendering: Dice's
coefficient over the words of the target (Smadja et al., "Translating Collocations for Bilingual
Lexicons", Computational Linguistics 22(1), 1996). Words in Korean lose their particles; Japanese is
taken in runs of kanji, katakana and Latin letters and their parts.

On 7,739 news sentences whose terms are listed, the first rendering is one of the listed ones for 92 % of
the names in five sentences or more in Korean, 95 % in Japanese; with those in two, 73 and 80 %.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.glossary.mine import Proposal, is_surname_first
from translate.text.korean import split_particle
from translate.text.korean_boundaries import words as korean_words
from translate.text.words import KANJI

_WORD = re.compile(r"[\w·&.-]*\w")
_KATAKANA = "ァ-ヿ"
_RUN = re.compile(rf"[{KANJI}{_KATAKANA}A-Za-z0-9&.-]*[{KANJI}{_KATAKANA}A-Za-z0-9]")
_SCRIPT = re.compile(rf"[{_KATAKANA}]+|[{KANJI}]|[A-Za-z0-9&.-]+")
_SURE = frozenset("을 를 는 에 에서 에게 으로 에서는 에는 까지 부터 이라고 라고 에서의 와의 과의".split())
"""Particles that no name ends in."""
_PARTICLES = _SURE | frozenset("의 은 이 가 와 과 도 로 만".split())
_VERBAL = re.compile("(?:기로|[했됐었았였한된]다|하는|[하되으]며|면서|지만|다고|려고|도록|위해|대해|따라|다며|[했됐]고)$")
"""How Korean verbs end, and no name."""
_TITLE = re.compile("(?:副?大統領(?:代行)?|首相|外相|防衛相|国防相|財務相|総書記|国務長官|長官|国家主席|主席|議長|"
                    f"委員長|代表|知事|教皇|大使|報道官|氏)(?![{KANJI}])")
"""A name with a title behind it is not the name; of office holders, both stand in every sentence."""
_LONGEST = 12
_LEAST = 0.4
"""Below this, what is shared is taken for chance."""
_MOST = 3
"""Renderings listed of one name."""


@dataclass(frozen=True, slots=True)
class Found:
    """A rendering that translations use."""

    text: str
    count: int
    """Sentences whose translation holds it."""


class Renderings:
    """The translations of a corpus in one language, indexed by what they hold."""

    def __init__(self, targets: Mapping[int, str], language: str) -> None:
        """`targets`: translations by the index of their sentence."""
        self._grams = {index: frozenset(_grams(text, language)) for index, text in targets.items()}
        self._counts = Counter(gram for grams in self._grams.values() for gram in grams)
        self._texts = targets
        self._owners: dict[str, tuple[float, str, frozenset[int]]] = {}

    def claim(self, name: str, sentences: Sequence[int], words: int) -> None:
        """Let `name` have what renders it best, so that its neighbours in a sentence do not take it."""
        left = [index for index in sentences if index in self._grams]
        score, gram = self._best(name, left, words)
        if gram and (gram not in self._owners or score > self._owners[gram][0]):
            self._owners[gram] = score, name, frozenset(left)

    def of(self, name: str, sentences: Sequence[int], words: int) -> tuple[Found, ...]:
        """What the translations of `sentences` share, most frequent first; several if it is unstable.

        `words` is how many words a rendering may have. A name in a single translated sentence has none,
        for there nothing is shared.
        """
        left = [index for index in sentences if index in self._grams]
        found: list[Found] = []
        while len(found) < _MOST:
            score, best = self._best(name, left, words)
            if score < _LEAST:
                break
            held = {index for index in left if best in self._texts[index]}
            found.append(Found(best, len(held)))
            left = [index for index in left if index not in held]
        return tuple(found)

    def _best(self, name: str, sentences: Sequence[int], words: int) -> tuple[float, str]:
        """(score, words) that the translations of `sentences` share and others lack."""
        shared = Counter(gram for index in sentences for gram in self._grams[index]
                         if gram.count(" ") < words)
        scored = [(2 * count / (len(sentences) + self._counts[gram]), len(gram), gram)
                  for gram, count in shared.items()
                  if count > 1 and not self._is_taken(gram, name, sentences)]
        score, _, gram = max(scored, default=(0.0, 0, ""))
        return score, gram

    def _is_taken(self, gram: str, name: str, sentences: Sequence[int]) -> bool:
        """Whether `gram` renders another name, which stands in most of the same sentences."""
        if gram not in self._owners or self._owners[gram][1] == name:
            return False
        held = [index for index in sentences if gram in self._grams[index]]
        return 2 * sum(index in self._owners[gram][2] for index in held) > len(held)


def _grams(text: str, language: str) -> Iterator[str]:
    """What may be the rendering of a name."""
    if language in ("ja", "zh"):
        for run in _RUN.finditer(text):
            for part in _TITLE.split(run[0]):
                yield from _pieces(part)
        return
    words, titles = [found[0] for found in _WORD.finditer(text)], korean_words("title")
    bound = [language == "ko" and _has_particle(word) for word in words]
    for start in range(len(words)):
        for end in range(start + 1, min(start + 5, len(words)) + 1):
            if any(bound[start:end - 1]):
                break
            for last in _stems(words[end - 1]) if language == "ko" else (words[end - 1],):
                gram = " ".join([*words[start:end - 1], last])
                if len(gram) > 1 and not gram[0].isdigit() and not (language == "ko" and (
                        last in titles or _VERBAL.search(gram))):
                    yield gram


def _has_particle(word: str) -> bool:
    """Whether a Korean word ends what it belongs to, so that a name does not go on behind it."""
    stem, particle = split_particle(word)
    return len(stem) > 1 and particle in _PARTICLES


def _stems(word: str) -> tuple[str, ...]:
    """A Korean word without its particle, and as it is where that may be its own end (김정은)."""
    stem, particle = split_particle(word)
    if len(stem) < 2 or particle not in _PARTICLES:
        return (word,)
    return (stem,) if particle in _SURE else (word, stem)


def _pieces(run: str) -> Iterator[str]:
    """The parts of a run that begin and end where a script does, or between kanji."""
    parts = [found[0] for found in _SCRIPT.finditer(run)]
    for start in range(len(parts)):
        piece = ""
        for part in parts[start:start + _LONGEST]:
            piece += part
            if len(piece) > 1 and not piece[0].isdigit():
                yield piece


def longest_rendering(proposal: Proposal, source: str) -> int:
    """How many words a rendering of the full name may have: Korean and Chinese names are one word."""
    text = proposal.entry.renderings[source].use
    if proposal.entry.kind == "person" and is_surname_first(text):
        return 1
    return len(text.split())


def find_renderings(proposals: Sequence[Proposal], targets: Mapping[int, str], language: str,
                    source: str = "en") -> dict[str, tuple[tuple[Found, ...], tuple[Found, ...]]]:
    """(of the full name, of the short form) for each proposal, by its id.

    `targets` are the translations in `language` by the index of their sentence.
    """
    index = Renderings(targets, language)
    for proposal in proposals:
        index.claim(proposal.entry.id, proposal.sentences, longest_rendering(proposal, source))
    return {one.entry.id: (index.of(one.entry.id, one.sentences, longest_rendering(one, source)),
                           index.of(one.entry.id, one.later, 1)) for one in proposals}
