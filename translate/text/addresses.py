"""Web and mail addresses in prose: a translation model garbles them, and they mean the same
anywhere."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence

from translate.records import Mark, Span

_ADDRESS = re.compile(
    r"(?<![\w@.])(?:(?:https?://|www\.)(?:[\w~%/?#&=+$@:.,;!'*-]|\([\w-]*\))*"
    r"(?:[\w~%/#&=+$]|\([\w-]*\))"
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,})", re.ASCII | re.IGNORECASE)
"""ASCII alone, so that a Korean particle behind an address is none of it."""


def addresses(text: str) -> list[Span]:
    """Where the addresses in `text` stand.

    >>> text = "보기(www.kcna.kp/a_(1)에서), a@b.org."
    >>> [span.of(text) for span in addresses(text)]
    ['www.kcna.kp/a_(1)', 'a@b.org']
    """
    if "www." not in text and "://" not in text and "@" not in text:
        return []
    return [Span(*match.span()) for match in _ADDRESS.finditer(text)]


def protect_addresses(text: str, marks: Sequence[Mark] = ()) -> tuple[Mark, ...]:
    """`marks` with a protected one, that writes nothing, on each address that none of them cuts."""
    found: list[Mark] = []
    around: list[Mark] = []
    coming = deque(marks)
    for span in addresses(text):
        while coming and coming[0].span.start <= span.start:
            found.append(coming.popleft())
            around.append(found[-1])
        around = [mark for mark in around if mark.span.end > span.start]
        is_cut = coming and coming[0].span.start < span.end or any(
            mark.protected or mark.span.end < span.end for mark in around)
        if not is_cut:
            found.append(Mark(span, "", protected=True, depth=len(around)))
    return (*found, *coming)
