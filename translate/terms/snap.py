"""From a rough span of a translation to whole words, without the particle that follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.languages import language as facts
from translate.records import Span
from translate.text import japanese, korean

ALIKE = 65.0
"""Similarity (0 to 100) from which on a word is another spelling of a part of a name."""
_WORD = re.compile(r"[\w.&·・ー-]*\w")
_JAPANESE_RUN = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*|[一-鿿々〆]+|[A-Za-z0-9][\w.-]*")
_TAIL = re.compile(r"(?:から|まで|より|では|には|とは|への|[はがをにでとのもへや])+\Z")
_HONORIFIC = re.compile(r"(?:氏|さん|首相|大統領|総書記|主席|外相|国防相|長官|将軍|씨| 씨)\Z")
_JOINTS = " ・·"
_KANJI = re.compile("[一-鿿々〆]")
_HIRAGANA = re.compile("[ぁ-ん]+\\Z")
_EDGES = " 　\"'“”‘’「」『』（）()、。,.!?！？"


def snap(text: str, span: Span, language: str) -> Span:
    """`span` widened to whole words of `language` and freed of what does not belong to a name.

    >>> snap("어제 한국중앙통신은 말했다.", Span(5, 9), "ko"), snap("東京で金正男氏は", Span(3, 5), "ja")
    (Span(start=3, end=9), Span(start=3, end=5))
    """
    start, end = _trim(text, span.start, span.end)
    if start >= end:
        return Span(start, start)
    if facts(language).boundary == "run":
        return _snap_run(text, start, end)
    while start and _joined(text, start):
        start -= 1
    while end < len(text) and _joined(text, end):
        end += 1
    if language == "ko":
        last = text.rfind(" ", start, end) + 1 or start
        stem, particle = korean.split_particle(text[max(last, start):end])
        end -= len(particle) if stem else 0
    return Span(*_trim(text, start, end))


def absorb(text: str, span: Span, wanted: str) -> Span:
    """`span` so that no end of `wanted` stands twice beside it, and no honorific that it lacks is lost.

    >>> absorb("시게루 이사바 일본 총리는", Span(0, 7), "이시바 시게루 일본 총리")
    Span(start=0, end=13)
    >>> absorb("石場氏は", Span(0, 3), "石破"), absorb("石場首相は", Span(0, 2), "石破首相")
    (Span(start=0, end=2), Span(start=0, end=4))

    A number takes what it counts with it where the rendering is such a number too.

    >>> absorb("5月に", Span(0, 1), "6月"), absorb("5月に", Span(0, 1), "月")
    (Span(start=0, end=2), Span(start=0, end=1))
    """
    start, end = span.start, span.end
    whole = _respaced(text, start, end, wanted)
    if whole:
        return whole
    honorific = _HONORIFIC.search(text, start, end)
    if honorific and honorific.start() > start and not wanted.endswith(honorific.group()):
        end = honorific.start()
    for size in range(len(wanted) - 1, 0, -1):
        tail = text[end:end + size]
        counter = size == 1 and text[start:end].isdigit() and wanted[:-1].isdigit()
        if tail == wanted[-size:] and (size > 1 or counter or _HONORIFIC.match(tail)):
            end += size
            break
    end = _repeated(text, end, wanted)
    for size in range(len(wanted) - 1, 1, -1):
        if start >= size and text[start - size:start] == wanted[:size]:
            start -= size
            break
    return Span(start, end)


def _repeated(text: str, end: int, wanted: str) -> int:
    """The end of a word behind `end` that says once more how `wanted` ends: 상 behind 에미상."""
    behind = _WORD.match(text, end + 1) if text[end:end + 1] == " " else None
    if behind is None:
        return end
    stem = korean.split_particle(behind.group())[0] if behind.group() not in wanted else behind.group()
    return behind.start() + len(stem) if stem != wanted and wanted.endswith(stem) else end


def _respaced(text: str, start: int, end: int, wanted: str) -> Span | None:
    """The span that writes `wanted` with other spaces, where the one given is a part of it."""
    for found in respaced(text, wanted):
        if found.start <= start and end <= found.end:
            return found
    return None


def respaced(text: str, form: str) -> Iterator[Span]:
    """Where `form` stands with other spaces or joints between its parts: 로스 앤젤레스 for 로스앤젤레스.

    >>> [span.of("로스 앤젤레스로") for span in respaced("로스 앤젤레스로", "로스앤젤레스")]
    ['로스 앤젤레스']

    A word of two letters is none where a space parts them (중 국가 holds no 중국), digits make one number.
    """
    letters = [char for char in form if char not in _JOINTS]
    if len(letters) < 3 and not any(map(str.isdigit, letters)):
        return
    gaps = ["" if one.isdigit() and other.isdigit() else f"[{_JOINTS}]?"
            for one, other in zip(letters, letters[1:])]
    pattern = "".join(re.escape(char) + gap for char, gap in zip(letters, [*gaps, ""]))
    for found in re.finditer(pattern, text):
        span = Span(*found.span())
        if found.group() != form and korean.stands(text, span) and japanese.stands(text, span):
            yield span


def echo(text: str, span: Span, wanted: str) -> Span:
    """`span` and the word behind it, where that is another spelling of a part of a name of several words.

    A model that is given one half of a name tends to write the other half once more.

    >>> echo("이시바 시게루 이사바가 왔다", Span(0, 7), "이시바 시게루")
    Span(start=0, end=11)
    """
    from rapidfuzz.fuzz import ratio
    behind = _WORD.match(text, span.end + 1) if text[span.end:span.end + 1] == " " else None
    parts = [part for part in wanted.split() if len(part) > 1]
    if behind is None or len(parts) < 2:
        return span
    stem = korean.split_particle(behind.group())[0]
    alike = any(len(stem) == len(part) and ratio(stem, part) >= ALIKE for part in parts)
    return Span(span.start, behind.start() + len(stem)) if alike else span


def words(text: str, language: str, most: int) -> Iterator[Span]:
    """Spans of one to `most` words in a row, particles cut off; in Japanese runs of one script.

    Those that end in an honorific are there without it too.
    """
    if facts(language).boundary == "run":
        for run in _JAPANESE_RUN.finditer(text):
            yield Span(*run.span())
            honorific = _HONORIFIC.search(text, *run.span())
            if honorific and honorific.start() > run.start():
                yield Span(run.start(), honorific.start())
        return
    found = [Span(*match.span()) for match in _WORD.finditer(text)]
    for count in range(1, most + 1):
        for first, last in zip(found, found[count - 1:]):
            particle = korean.split_particle(last.of(text))[1] if language == "ko" else ""
            yield Span(first.start, last.end - len(particle))


def word_start(text: str, position: int) -> int:
    """Where the word begins that `position` stands in; a run of kanji counts as one.

    >>> word_start("首相は台湾を", 4), word_start("앞서 왔다", 1), word_start("首相は台湾を", 3)
    (3, 0, 3)
    """
    while 0 < position < len(text) and _script(text[position - 1]) == _script(text[position]) != "":
        position -= 1
    return position


def _script(character: str) -> str:
    """Which letters go together in a word; nothing for kana that may be a particle, and for marks."""
    if _KANJI.match(character):
        return "kanji"
    if "ァ" <= character <= "ヺ" or character in "ー・":
        return "katakana"
    return "letters" if character.isalnum() and not "ぁ" <= character <= "ん" else ""


def _joined(text: str, position: int) -> bool:
    """Whether one word goes on across `position`."""
    return text[position - 1].isalnum() and text[position].isalnum()


def _snap_run(text: str, start: int, end: int) -> Span:
    """Japanese: widened only inside katakana and Latin runs, and without particles at the end."""
    while start and not japanese.may_begin(text, start):
        start -= 1
    while end < len(text) and not japanese.may_end(text, end):
        end += 1
    tail = _TAIL.search(text, start, end) or _HIRAGANA.search(text, start, end)
    if tail and tail.start() > start:
        end = tail.start()
    return Span(*_trim(text, start, end))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Without spaces, quotes and brackets at the ends."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return start, end
