"""Inline codes and tags stand in the translation, each as often, and are closed behind where they open.

Codes are those that the input keeps beside the text (XLIFF); tags written in the text itself are looked
at as well.

Fires:
    - ko [codes=<b> </b> | <b>]: Three people died. => 세 명이 숨졌다.
    - ja: Read <a>this</a>. => <a>これを読め。
    - ko: A <b>big</b> win => </b>큰<b> 승리
Passes:
    - ko [codes=<b> </b> <br/> | <br/> <b> </b>]: Three people died. => 세 명이 숨졌다.
    - ja: Read <a>this</a>. => <a>これ</a>を読め。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translate.checks.interface import Unit
from translate.records import Flaw, Span
from translate.text.leftovers import difference

LEVEL = "error"
CODE = "F05"
_TAG = re.compile(r"</?[A-Za-z][\w:-]{0,30}(?:\s[^<>]{0,400})?/?>")
_NAME = re.compile(r"<(/?)([A-Za-z][\w:-]*)")


def check(unit: Unit) -> Iterator[Flaw]:
    """Yield each code or tag that is lost, new or closed before it opens."""
    source, target = unit.pair.codes
    if source or target:
        yield from _codes(source, target)
    if "<" in unit.source or "<" in unit.target:
        yield from _tags(unit)


def _codes(source: Sequence[str], target: Sequence[str]) -> Iterator[Flaw]:
    left, lost = list(target), []
    for code in source:
        if code in left:
            left.remove(code)
        else:
            lost.append(code)
    yield from (Flaw(f"the code {code} is missing from the translation") for code in lost)
    yield from (Flaw(f"the code {code} does not stand in the source") for code in left)
    crossed = None if lost or left else _crossed(target)
    if crossed is not None and _crossed(source) is None:
        yield Flaw(f"the code {target[crossed]} closes what is not open there")


def _tags(unit: Unit) -> Iterator[Flaw]:
    lost, new = difference(_TAG, unit.source, unit.target)
    yield from (Flaw(f"the tag {tag} is missing from the translation", source=span) for tag, span in lost)
    yield from (Flaw(f"the tag {tag} does not stand in the source", span) for tag, span in new)
    found = [] if lost or new else list(_TAG.finditer(unit.target))
    crossed = _crossed([tag[0] for tag in found])
    if crossed is not None and _crossed(_TAG.findall(unit.source)) is None:
        yield Flaw(f"the tag {found[crossed][0]} closes what is not open there", Span(*found[crossed].span()))


def _crossed(tags: Sequence[str]) -> int | None:
    """The first tag that closes another than the one open last; an opening one alone is no fault."""
    closed = {found[2] for found in map(_NAME.match, tags) if found and found[1]}
    waiting: list[str] = []
    for place, tag in enumerate(tags):
        found = _NAME.match(tag)
        if not found or tag.endswith("/>") or found[2] not in closed:
            continue
        if not found[1]:
            waiting.append(found[2])
        elif not waiting or waiting.pop() != found[2]:
            return place
    return None
