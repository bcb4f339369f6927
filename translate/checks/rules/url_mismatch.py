"""Web and mail addresses stand in the translation as they are.

A page in the reader's language (/en/ for /ko/) or the same address without `http://`, `www.` or its last
slash is the same page.

Fires:
    - ko: See https://kcna.kp/news. => https://kcna.kp/뉴스를 보라.
    - ja: Write to desk@kcna.kp. => 編集部に書く。
Passes:
    - ko: See https://kcna.kp/en/news. => https://kcna.kp/ko/news를 보라.
    - ja: See www.kcna.kp. => http://www.kcna.kp/ を見よ。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.checks.interface import Unit
from translate.records import Flaw
from translate.text.addresses import addresses
from translate.text.leftovers import Piece, over

LEVEL = "error"
CODE = "F04"
_FREE = re.compile(r"\Ahttps?://|\Awww\.|/\Z")


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each address that is lost or new."""
    source, target = addresses(unit.source), addresses(unit.target)
    if not source and not target:
        return
    named = [(_page(span.of(unit.source), unit.languages), span) for span in source]
    found = [(_page(span.of(unit.target), unit.languages), span) for span in target]
    lost, new = _once(over(named, found), found), _once(over(found, named), named)
    for (_, span), (_, other) in zip(lost, new):
        yield Flaw(f"{span.of(unit.source)} has become {other.of(unit.target)}", other, span)
    for _, span in lost[len(new):]:
        yield Flaw(f"{span.of(unit.source)} is missing from the translation", source=span)
    for _, span in new[len(lost):]:
        yield Flaw(f"{span.of(unit.target)} does not stand in the source", span)


def _once(alone: list[Piece], others: list[Piece]) -> list[Piece]:
    """Those that the other text does not have at all: an address may be said once more or less."""
    known = {text for text, _ in others}
    return [piece for piece in alone if piece[0] not in known]


def _page(address: str, languages: tuple[str, str]) -> str:
    """What tells an address from others, whatever the language of the page."""
    plain = _FREE.sub("", _FREE.sub("", address))
    for code in languages:
        plain = re.sub(rf"(?<=[/.=]){code}(?=[/&]|\Z)|\A{code}(?=\.)", "*", plain)
    return plain
