"""Nothing of the source is left in its own language.

Between languages of different scripts a run of five words in the script of the source, two of them in
small letters, is a sentence left as it was; what stands in brackets or quotation marks as well as what the
glossary keeps may stay. Between languages of one script it is a run of six words copied from the source.

Fires:
    - ko: Three people died in the fire. => Three people died in the fire.
    - ja: He left. The talks will go on. => 彼は去った。The talks will go on.
    - de: Three people died in the fire on Monday. => Three people died in the fire on Monday.
Passes:
    - ko: It runs on iPhone 15 Pro Max. => 아이폰 15 프로 맥스에서 작동한다.
    - ja: They played "The Sound of Music". => 「The Sound of Music」を上演した。
    - ko: OpenAI => OpenAI
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw, Span
from translate.text.foreign import left_in

LEVEL = "error"
CODE = "F02"


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each run that is left in the language of the source."""
    for span in left_in(unit.source, unit.target, unit.languages):
        if any(span.of(unit.target) in one.wanted for one in unit.mentions):
            continue
        yield Flaw("left untranslated", span, _where(unit, span.of(unit.target)))


def _where(unit: Unit, text: str) -> Span | None:
    start = unit.source.find(text)
    return Span(start, start + len(text)) if start >= 0 else None
