"""Corpora for the page, made by program: the same arguments give the same corpus."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice

from translate.records import Finding, Place, Rung, Span
from translate.reports.html.model import (
    Corpus, ShownArticle, ShownEntry, ShownFinding, ShownSegment, ShownTerm, Side,
)
from translate.reports.interface import Rule

RULES = (
    Rule("term-missing", "error", "Every term of the glossary reaches the translation.\n\n"
         "Fires:  \"KCNA said.\"  ->  \"통신은 전했다.\"\nPasses: \"KCNA said.\"  ->  \"조선중앙통신은 전했다.\""),
    Rule("number-mismatch", "error", "Every number in the source reaches the translation.\n\n"
         "Fires:  \"It costs 1,200.\"  ->  \"1,300원이다.\""),
    Rule("particle", "warning", "A Korean particle agrees with the sound before it."),
    Rule("sentence-end", "warning", "A sentence ends with its mark."),
    Rule("term-count", "info", "A term stands as often as in the source."),
)
ENTRIES = (
    ShownEntry("kcna", "organization", {
        "en": ("Korean Central News Agency", "KCNA"), "ko": ("조선중앙통신",), "ja": ("朝鮮中央通信",)},
        "State news agency of North Korea."),
    ShownEntry("shigeru-ishiba", "person", {
        "en": ("Shigeru Ishiba", "Ishiba"), "ko": ("이시바 시게루",), "ja": ("石破茂",)}),
    ShownEntry("pyongyang", "place", {"en": ("Pyongyang",), "ko": ("평양",), "ja": ("平壌",)}),
    ShownEntry("kursk", "place", {"en": ("Kursk",), "ko": ("쿠르스크",), "ja": ("クルスク",)}),
    ShownEntry("hwasong-19", "weapon", {"en": ("Hwasong-19",), "ko": ("화성-19형",), "ja": ("火星19",)}),
)
WANTED = {entry.id: entry for entry in ENTRIES}

Words = tuple[str, str, str, tuple[tuple[str, str, Rung, str, Rung], ...]]
"""English, Korean, Japanese; (entry id, English form, rung in Korean, what stood there, rung in Japanese)."""
SENTENCES: tuple[Words, ...] = (
    ("KCNA said on Monday that Pyongyang had tested the Hwasong-19.",
     "조선중앙통신은 평양이 화성-19형을 시험했다고 월요일 전했다.",
     "朝鮮中央通信は月曜日、平壌が火星19を試験したと伝えた。",
     (("kcna", "KCNA", "swapped", "한국중앙통신", "swapped"), ("pyongyang", "Pyongyang", "natural", "", "natural"),
      ("hwasong-19", "Hwasong-19", "forced", "Hwasong-19", "swapped"))),
    ("Prime Minister Shigeru Ishiba will visit Kursk in March, his office said.",
     "시게루 이시바 총리는 3월에 쿠르스크를 방문한다고 총리실이 밝혔다.",
     "石破茂首相は3月にクルスクを訪問すると官邸が発表した。",
     (("shigeru-ishiba", "Shigeru Ishiba", "unresolved", "시게루 이시바", "substituted"),
      ("kursk", "Kursk", "natural", "", "natural"))),
    ("Some 1,200 people watched the launch from a hill outside the city.",
     "약 1,300명이 도시 외곽의 언덕에서 발사를 지켜봤다.",
     "約1200人が市外の丘から発射を見守った。", ()),
    ("The agency gave no further details, and officials in Seoul declined to comment on the report.",
     "통신은 더 자세한 내용을 밝히지 않았고 서울의 당국자들은 보도에 대한 언급을 거부했다.",
     "同通信は詳細を明らかにせず、ソウルの当局者は報道へのコメントを控えた", ()),
    ("Pyongyang has called the exercises a rehearsal for war.",
     "평양는 이 훈련을 전쟁 연습이라고 불러 왔다.",
     "平壌はこの演習を戦争の予行だと呼んできた。",
     (("pyongyang", "Pyongyang", "natural", "", "natural"),)),
)
FAULTS = {
    (1, "ko"): ("term-missing", "error", "Shigeru Ishiba is not 이시바 시게루 here", "시게루 이시바", "이시바 시게루"),
    (2, "ko"): ("number-mismatch", "error", "1,200 is missing from the translation", "1,300", "1,200"),
    (3, "ja"): ("sentence-end", "warning", "the sentence has no 。 at its end", "", "。"),
    (4, "ko"): ("particle", "warning", "는 does not agree with 평양", "는", "은"),
}
"""(sentence, language): rule, level, message, where it stands in the translation, what to write."""


def make(articles: int = 3, segments: int = 10, fault_in: int = 1) -> Corpus:
    """A corpus; every `fault_in`th article has the faults of `FAULTS`."""
    return Corpus("North Korea desk", "en", ("ko", "ja"),
                  tuple(_article(number, segments, number % fault_in == 0) for number in range(articles)),
                  ENTRIES, RULES, "2026-11-25T20:00:00Z")


def _article(number: int, segments: int, faulty: bool) -> ShownArticle:
    name = f"north-korea/launch-{number + 1}.md"
    heading = ShownSegment(f"North Korea tests a missile, report {number + 1}",
                           {"ko": Side(f"북한 미사일 시험, 보도 {number + 1}", "translated"),
                            "ja": Side(f"北朝鮮がミサイル試験、報道{number + 1}", "translated")}, 0, "heading")
    body = islice(cycle(range(len(SENTENCES))), max(0, segments - 1))
    found = (segment(sentence, 1 + place // 3, name, place + 2, faulty) for place, sentence in enumerate(body))
    return ShownArticle(name, (heading, *found))


def segment(sentence: int, block: int, name: str, line: int, faulty: bool) -> ShownSegment:
    """The sentence of this number, in a paragraph and a line of its article."""
    english, korean, japanese, terms = SENTENCES[sentence]
    sides = {}
    for language, text in (("ko", korean), ("ja", japanese)):
        shown = tuple(_terms(english, text, language, terms))
        place = Place(f"out/{language}/{name}.xlf", line, 1)
        findings = (_finding(FAULTS[sentence, language], english, text, place),) \
            if faulty and (sentence, language) in FAULTS else ()
        sides[language] = Side(text, "translated", shown, findings)
    return ShownSegment(english, sides, block)


def _terms(english: str, text: str, language: str,
           terms: tuple[tuple[str, str, Rung, str, Rung], ...]) -> Iterator[ShownTerm]:
    for entry, form, korean, before, japanese in terms:
        wanted = WANTED[entry].forms[language][0]
        rung = korean if language == "ko" else japanese
        target = span(text, wanted) if rung != "unresolved" else None
        written = before if language == "ko" else ""
        yield ShownTerm(entry, span(english, form), wanted, rung, target, written,
                        -0.04 if rung != "natural" else 0.0, "the only entry of this name")


def _finding(fault: tuple[str, str, str, str, str], english: str, text: str, place: Place) -> ShownFinding:
    rule, level, message, where, fix = fault
    at = span(text, where) if where else Span(len(text), len(text))
    entry = "shigeru-ishiba" if rule == "term-missing" else ""
    source = span(english, "Shigeru Ishiba") if entry else None
    finding = Finding(rule, level, message, place, english, text, source, at, entry, fix)  # type: ignore[arg-type]
    return ShownFinding(finding, f"{rule}:{place}")


def span(text: str, part: str) -> Span:
    """Where `part` stands in `text`."""
    start = text.index(part)
    return Span(start, start + len(part))
