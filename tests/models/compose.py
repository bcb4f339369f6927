"""Random sentences of the grammar: source, target, and which words of them stand for each other."""
from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from string import Formatter

import words
from grammar import PHRASES

CLOSE = "\uf8ff"
FIRST_MARK = 0xE000
MARKED = re.compile("([\ue000-\uf8fe])([^\uf8ff]*)\uf8ff")
NAMES = {"capital", "town", "country", "body", "media", "sea", "sister", "name"}
"""Tables whose words are names: they may stand in the source already translated."""
ONSETS = "b d f g h j k l m n p r s t v w y z ch sh ts by hy ky my br dr kr st".split()
VOWELS = "a a a e e i i o o o u u ai ae ee eo ei eu ia io oo ou".split()
CODAS = ["", "", "", "", "n", "n", "l", "m", "r", "s", "k", "t", "ng", "rk", "nd"]
LETTER_FINALS = {"l": 8, "m": 16, "n": 4, "ng": 21}
DIGIT_FINALS = {"0": 17, "1": 8, "3": 16, "6": 1, "7": 8, "8": 8}
PARTICLES = {"은": "는", "이": "가", "을": "를", "과": "와", "으로": "로", "이다": "다"}
RIEUL = 8
SMALL_WORDS = {"a", "and", "at", "by", "for", "in", "of", "on", "the", "to", "toward", "with"}


@dataclass(frozen=True, slots=True)
class Verb:
    """The English forms of a verb, alone or with what follows it."""
    past: str
    s: str
    base: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table."""
    texts: tuple[str, str, str]
    """English, Korean, Japanese."""
    slots: tuple[str, ...]
    """The names in braces, without their forms."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row with its slots filled; words are enclosed in marks."""
    en: str | Verb
    ko: Korean
    ja: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One sentence and its translation."""
    source: str
    target: str
    spans: tuple[tuple[int, int, int, int], ...]
    """Start and end of a word in the source, then in the target, in characters."""


class Korean(str):
    """Korean text; `{text:은}` writes it with the particle that agrees with its last sound."""

    def __format__(self, particle: str) -> str:
        if not particle:
            return str(self)
        spoken = re.sub(r"\([^)]*\)", "", self).rstrip(CLOSE)
        final = last_sound(spoken)
        closed = final and not (particle == "으로" and final == RIEUL)
        return self + (particle if closed else PARTICLES[particle])


def last_sound(word: str) -> int:
    """The final consonant of a word as hangul counts them (8 is ㄹ), 0 after a vowel."""
    if "가" <= word[-1] <= "힣":
        return (ord(word[-1]) - 0xAC00) % 28
    if word[-1].isdigit():
        return DIGIT_FINALS.get(word[-1], 0)
    return LETTER_FINALS.get("ng" if word.endswith("ng") else word[-1], 0)


def read_row(line: str) -> tuple[Row, float]:
    fields = [field.strip("\n") for field in line.split(" | ")]
    en, ko, ja = fields[:3]
    slots = dict.fromkeys(name.split(".")[0] for _, name, _, _ in Formatter().parse(en) if name)
    return Row((en, ko, ja), tuple(slots)), float(fields[3]) if len(fields) > 3 else 1.0


def read_table(text: str) -> tuple[list[Row], list[float]]:
    lines = text.strip("\n").replace(" |\n", " | ").split("\n")
    rows, weights = zip(*map(read_row, lines))
    return list(rows), list(accumulate(weights))


def person_tables() -> dict[str, str]:
    """A table for each part of each person's name, and `known`, which puts them together."""
    tables: dict[str, str] = {}
    known: list[str] = []
    for n, line in enumerate(words.PERSONS.strip().split("\n")):
        fields = line.split(" | ")
        for part, k in (("name", 0), ("nation", 3), ("title", 6)):
            tables[f"{part}_{n}_"] = " | ".join(fields[k:k + 3])
        a, b, c = f"{{nation_{n}_}}", f"{{title_{n}_}}", f"{{name_{n}_}}"
        known += [f"{c} | {c} | {c}氏", f"{b} {c} | {c} {b} | {c}{b}",
                  f"{a} {b} {c} | {c} {a} {b} | {a}の{c}{b}"]
    for n, line in enumerate(words.SURNAMES.strip().split("\n")):
        fields = line.split(" | ")
        tables[f"name_short{n}_"] = " | ".join(fields[:3])
        tables[f"title_short{n}_"] = " | ".join(fields[3:])
        b, c = f"{{title_short{n}_}}", f"{{name_short{n}_}}"
        known += [f"{c} | {c} | {c}氏", f"{b} {c} | {c} {b} | {c}{b}"]
    return tables | {"known": "\n".join(known)}


TABLES = {name: read_table(text)
          for name, text in (words.WORDS | PHRASES | person_tables()).items()}
SYLLABLES = sorted(set(re.findall("[가-힣]", "".join(words.WORDS.values()))))


class Composer:
    """Draws phrases from the tables. With `switch`, part of the names are Korean in the source."""

    def __init__(self, rng: random.Random, switch: bool) -> None:
        self.rng = rng
        self.switch = switch
        self.marks = 0

    def expand(self, slot: str) -> Phrase:
        """A random phrase of the table that the slot names."""
        table = slot.rstrip("0123456789")
        if table in ("new", "model"):
            name = self.invent(numbered=table == "model")
            return self.mark((name, name, name), name=False)
        rows, weights = TABLES[table]
        row = self.rng.choices(rows, cum_weights=weights)[0]
        if not row.slots:
            return self.mark(row.texts, name=table.split("_")[0] in NAMES)
        return fill(row, {name: self.expand(name) for name in row.slots})

    def invent(self, numbered: bool) -> str:
        """A name that is nothing: one to three Latin words, or one or two of hangul."""
        korean = self.switch and self.rng.random() < 0.7
        parts = self.rng.choices((1, 2, 3), (7, 3, 0) if korean else (6, 3, 1))[0]
        name = " ".join(self.hangul() if korean else self.word() for _ in range(parts))
        number = f"-{self.rng.randint(2, 30)}" if numbered else ""
        return name + number + ("형" if korean and numbered else "")

    def hangul(self) -> str:
        return "".join(self.syllable() for _ in range(self.rng.randint(2, 5)))

    def syllable(self) -> str:
        """Mostly one that the vocabulary has; else any, which is spelled in bytes."""
        rare = self.rng.random() < 0.08
        return chr(self.rng.randint(0xAC00, 0xD7A3)) if rare else self.rng.choice(SYLLABLES)

    def word(self) -> str:
        pick = self.rng.choice
        return "".join(pick(ONSETS) + pick(VOWELS) + pick(CODAS)
                       for _ in range(self.rng.choices((1, 2, 3), (3, 5, 2))[0])).capitalize()

    def mark(self, texts: tuple[str, str, str], name: bool) -> Phrase:
        """Enclose a word in marks, so that its place in the finished sentence is known."""
        en, ko, ja = texts
        if not en:
            return Phrase(en, Korean(ko), ja)
        if name and self.switch and self.rng.random() < 0.3:
            en = ko
        opening = chr(FIRST_MARK + self.marks)
        self.marks += 1
        forms = [opening + form + CLOSE for form in en.split("/")]
        return Phrase(Verb(*forms) if len(forms) == 3 else forms[0],
                      Korean(opening + ko + CLOSE), opening + ja + CLOSE)


def fill(row: Row, slots: dict[str, Phrase]) -> Phrase:
    """The row with its slots filled. A bare verb in the English makes a phrase of three forms."""
    en, ko, ja = row.texts
    inside = {name: phrase.en for name, phrase in slots.items()}
    bare = [name for name in inside if isinstance(inside[name], Verb) and f"{{{name}}}" in en]
    english: str | Verb = en.format(**inside) if not bare else Verb(*(
        en.format(**(inside | {name: getattr(inside[name], form) for name in bare}))
        for form in ("past", "s", "base")))
    return Phrase(english, Korean(ko.format(**{k: p.ko for k, p in slots.items()})),
                  ja.format(**{k: p.ja for k, p in slots.items()}))


def dress(en: str, rng: random.Random) -> str:
    """English as newspapers print it: capitals, title case in headlines, either kind of quotes."""
    en = en.replace(f".{CLOSE}.", f".{CLOSE}")
    if not re.search(r"[.”]\W*$", en) and rng.random() < 0.5:
        en = re.sub(r"(?<!['’])\b[A-Za-z][\w.'’-]*", lambda m: m[0] if m[0] in SMALL_WORDS
                    else m[0][0].upper() + m[0][1:], en)
    en = re.sub(r"^(\W*|[\ue000-\uf8fe]+)([a-z])", lambda m: m[1] + m[2].upper(), en)
    if rng.random() < 0.5:
        en = en.translate({0x201C: '"', 0x201D: '"'})
    return en.replace("'", "’") if rng.random() < 0.3 else en


def unmark(text: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """The text without its marks and double spaces, and the span of every mark."""
    spans, plain, end = {}, "", 0
    text = re.sub(" +", " ", text)
    for match in MARKED.finditer(text):
        plain += text[end:match.start()]
        spans[match[1]] = (len(plain), len(plain) + len(match[2]))
        plain, end = plain + match[2], match.end()
    return plain + text[end:], spans


def compose(rng: random.Random, language: str, switch: bool = False,
            start: str = "text") -> Sample:
    """One random sentence.

    Args:
        language: `ko` or `ja`.
        switch: draw part of the samples with Korean names in the English.
        start: the table to begin with.
    """
    phrase = Composer(rng, switch and rng.random() < 0.3).expand(start)
    assert isinstance(phrase.en, str)
    source, here = unmark(dress(phrase.en, rng))
    target, there = unmark(phrase.ko if language == "ko" else phrase.ja)
    return Sample(source, target, tuple(here[m] + there[m] for m in here if m in there))


def is_held_out(source: str) -> bool:
    """One sentence in fifty is never trained on; which ones is a fact of their text."""
    return zlib.crc32(source.encode()) % 50 == 0


def samples(seed: int, language: str, switch: bool = False,
            held_out: bool = False) -> Iterator[Sample]:
    """Endless samples, from one side of the split."""
    rng = random.Random(seed)
    while True:
        sample = compose(rng, language, switch)
        if is_held_out(sample.source) == held_out:
            yield sample
