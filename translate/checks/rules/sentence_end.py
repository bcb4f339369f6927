"""A sentence ends as the source's does, and in the style of its article: 한다 or 합니다, だ or です.

The style is told by sentences outside quotations, where nine in ten of at least five agree.

Fires:
    - ja: He left. => 彼は去った
    - ko: He left. => 그는 떠났다
    - ko: He left. => 그는 떠났다..
Passes:
    - ja: He left. => 彼は去った。
    - ko: Talks in Tokyo => 도쿄에서 회담
    - ko: "I left," he said. => “떠났습니다.” 그는 말했다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.checks.interface import Unit
from translate.languages import language as facts
from translate.records import Flaw, Span

LEVEL = "warning"
CODE = "S07"
_ENOUGH, _SHARE = 5, 0.9
_SOURCE_END = re.compile(r"(?<=[a-z0-9)\]%])[.!?][\"'”’)\]]*\s*\Z")
_END = re.compile(r"[.!?…。！？:：;；―—–-][\"'”’)\]」』）】》〉\s]*\Z")
_QUOTE = re.compile("[\"“”‘]|(?:^|\\s)'")
_DOUBLED = re.compile(r"(?<!\.)\.\.(?!\.)|。。+")
_LAST = {"ko": re.compile(r"[가-힣)\]”’\"'%]\s*\Z"), "ja": re.compile(r"[\u3041-\u30ff\u4e00-\u9fff）]\s*\Z")}
_STYLES = {
    "ko": (re.compile(r"(?:니다|니까|세요|어요|아요|해요)[.!?]\s*\Z"), re.compile(r"(?<!니)다[.!?]\s*\Z")),
    "ja": (re.compile(r"(?:です|ます|ました|ません|でした|でしょう)[。！？]\s*\Z"),
           re.compile(r"(?:だ|である|た|ない|る|う|く|す|つ|ぶ|む)[。！？]\s*\Z")),
}
_NAMES = {"ko": ("합니다", "한다"), "ja": ("です・ます", "だ・である")}


def check_article(units: Sequence[Unit]) -> Iterator[tuple[int, Flaw]]:
    """Yield ends without a mark or with two, and sentences in another style than their article's."""
    for index, unit in enumerate(units):
        yield from ((index, flaw) for flaw in _marks(unit))
    if len(units) >= _ENOUGH:
        yield from _styles(units)


def _marks(unit: Unit) -> Iterator[Flaw]:
    language, text = unit.languages[1], unit.target
    doubled = _DOUBLED.search(text)
    if doubled:
        mark = doubled.group()[0]
        yield Flaw(f"{doubled.group()} ends the sentence twice; write {mark}", Span(*doubled.span()), fix=mark)
    last = _LAST.get(language)
    if last and not _END.search(text) and last.search(text) and _SOURCE_END.search(unit.source):
        end = len(text.rstrip())
        mark = facts(language).sentence_end
        yield Flaw(f"the sentence ends without {mark}", Span(max(end - 1, 0), end), fix=text[end - 1:end] + mark)


def _styles(units: Sequence[Unit]) -> Iterator[tuple[int, Flaw]]:
    """The sentences that are in another style than nearly all others."""
    language = units[0].languages[1]
    patterns = _STYLES.get(language)
    if patterns is None:
        return
    found = [(index, style, end) for index, unit in enumerate(units) if not _QUOTE.search(unit.source)
             for style, end in enumerate(pattern.search(unit.target) for pattern in patterns) if end]
    for style in (0, 1):
        own = [one for one in found if one[1] == style]
        if len(found) >= _ENOUGH and len(found) * _SHARE <= len(found) - len(own):
            name, usual = _NAMES[language][style], _NAMES[language][1 - style]
            for index, _, end in own:
                yield index, Flaw(f"the sentence ends in {name}, the article in {usual}; write {usual}",
                                  Span(*end.span()))
