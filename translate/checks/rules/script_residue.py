"""No words are left in another script: English in Korean or Japanese, kana in Korean, hangul in Japanese.

A word in small letters is an error. Names in Latin letters are left by people too: one is a note, several
are a warning. What the glossary keeps, acronyms, units, brands such as iPhone, addresses, and what stands
in brackets or quotes alone - 김정은(Kim Jong Un) - are right.

Fires:
    - ko: The committee issued guidelines. => 위원회는 guidelines를 냈다.
    - ja: Smith met Jones in Leeds. => SmithはLeedsでジョーンズと会った。
    - ko: Japan won. => にほん이 이겼다.
Passes:
    - ko: NATO bought 5 km of iPhone cable. => NATO는 iPhone 케이블 5 km를 샀다.
    - ko: Alan Lithgow left. => 앨런 리스고(Alan Lithgow)가 떠났다.
    - ko {id: x, kind: organization, en: Anthropic Labs, keep: true}: Anthropic Labs grew. => Anthropic Labs가 컸다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Level, Span

LEVEL = "error"
CODE = "S08"
_SCRIPTS = {
    "ko": re.compile(r"[ぁ-ゖァ-ヺ][ぁ-ゖァ-ヺー]*|[一-鿿]{2,}|[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f]{2,}"),
    "ja": re.compile(r"[가-힣]+|[\u0400-\u04ff\u0600-\u06ff\u0e00-\u0e7f]{2,}"),
}
_WORD = re.compile(r"(?<![A-Za-zÀ-ɏ0-9_@#./:&'’-])[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*(?:-[A-Za-zÀ-ɏ]+)*"
                   r"(?![A-Za-z0-9_@/&]|[.:-][A-Za-z0-9/])")
_SMALL = re.compile(r"[a-zà-ɏ]{4,}(?:[-'’][a-zà-ɏ]+)*\Z")
_NAME = re.compile(r"[A-ZÀ-Þ][a-zà-ɏ]{2,}(?:[-'’][A-Za-zÀ-ɏ]+)*\Z")
_LITTLE = frozenset("""the and for was are has had his her its not but who with from that this which of in to on at
    by is as an or be it he we""".split())
_UNITS = frozenset("kbps mbps gbps http https".split())
_ASIDE = re.compile(r"[(（\[［「『〈《“‘\"'][^가-힣ぁ-んァ-ヶ一-龯()（）「」『』〈〉《》“”\"]*[)）\]］」』〉》”’\"']"
                    r"|https?://\S+|www\.\S+|<[^<>]*>|\{[^{}]*\}|`[^`]*`|\S+@\S+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]{2}")
_MANY = 2


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each word of another script."""
    language = unit.languages[1]
    foreign = _SCRIPTS.get(language)
    if foreign is None:
        return
    latin, other = _LATIN.search(unit.target), foreign.search(unit.target)
    if not latin and not other:
        return
    aside = [Span(*found.span()) for found in _ASIDE.finditer(unit.target)]
    aside += [one.span for one in unit.assignment.served if one]
    if other:
        yield from _foreign(unit, foreign, aside)
    if latin:
        yield from _words(unit, aside)


def _foreign(unit: Unit, foreign: re.Pattern[str], aside: list[Span]) -> Iterator[Flaw]:
    for found in foreign.finditer(unit.target):
        span, text = Span(*found.span()), found.group()
        if text not in unit.source and not any(map(span.overlaps, aside)):
            level: Level | None = "warning" if "一" <= text[0] <= "鿿" else None
            yield Flaw(f"{text} is left in another script; translate it", span, level=level)


def _words(unit: Unit, aside: list[Span]) -> Iterator[Flaw]:
    """Runs of small words and runs of names."""
    small: list[Span] = []
    names: list[Span] = []
    for found in _WORD.finditer(unit.target):
        span, word = Span(*found.span()), found.group()
        if any(map(span.overlaps, aside)):
            continue
        if word in _LITTLE or (_SMALL.match(word) and word not in _UNITS):
            _join(small, span, unit.target)
        elif _NAME.match(word):
            _join(names, span, unit.target)
    for span in small:
        yield Flaw(f"{span.of(unit.target)} is left in English; translate it", span)
    level: Level = "warning" if len(names) >= _MANY else "info"
    for span in names:
        yield Flaw(f"{span.of(unit.target)} is left in Latin letters; write it in the script of the text", span,
                   level=level)


def _join(runs: list[Span], span: Span, text: str) -> None:
    """Add a word to the runs: to the last one where only a space parts them."""
    if runs and not text[runs[-1].end:span.start].strip(" "):
        runs[-1] = Span(runs[-1].start, span.end)
    else:
        runs.append(span)
