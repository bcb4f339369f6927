"""Where a Japanese sentence ends: at 。 outside brackets, unless a particle follows them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.text.stops import Stop, enclosures, ends

_MARKS = re.compile(r"""(?:[。！？!?｡]+[…‥]*|(?<=[ぁ-ん々一-鿿])[．.](?![.．0-9０-９A-Za-zＡ-Ｚａ-ｚ]))"""
                    r"""[」』）】〕》〉｣"'”’)\]]*""")
_BRACKETS = ("「」", "『』", "（）", "()", "【】", "〔〕", "［］", "[]", "《》", "〈〉", "〝〟", "“”", "‘’",
             "｢｣")
_CLOSING = "」』）】〕》〉｣\"'”’)]"
_ATTACHED = re.compile(
    r"と(?!ころ|ても|きに|もあれ|もかく)|って|など|の(?!ち)|は(?![いっ])|が(?![んっ])|を|に|も(?![うしっ])|"
    r"で(?!も)|へ|や(?!がて|は|っ)|だ(?!が|から|けど|と)|なる|なん")
"""A particle or copula behind a closing bracket: the quotation is a part of the sentence."""
_FINAL = "ただるいすうん。"
"""Letters that end sentences."""
_QUESTION = re.compile(r"と(?!ころ|ても|きに|もあれ|もかく)|など|という|って(?!い)")
"""What goes on behind a question that no bracket encloses: 本当か？という声が."""
_NAMES = re.compile(r"(?:モーニング娘|[A-Za-z][A-Za-z0-9]*)\Z")


def boundaries(text: str) -> Iterator[int]:
    """Where the sentences of a Japanese paragraph end, the last one excepted."""
    return ends(text, _MARKS, _RULES, enclosures(text, _BRACKETS, '"'))


def _inside(stop: Stop) -> bool | None:
    """Brackets hold together; behind round ones the sentence goes on unless it was complete."""
    if stop.around is None:
        return False if stop.credited else None
    return False if stop.inside or (stop.marks[-1] in ")）" and stop.led not in _FINAL) else None


def _goes_on(stop: Stop) -> bool | None:
    """Behind the mark stands what no sentence begins with."""
    last = stop.marks[-1]
    if stop.rest[0] in "、，,。．：；:;・…‥—―－)）」』】〕》〉":
        return False
    if last in _CLOSING:
        return False if last not in ")）" and _ATTACHED.match(stop.rest) else None
    return False if last not in "。.．｡" and _QUESTION.match(stop.rest) else None


def _numbering(stop: Stop) -> bool | None:
    return False if stop.opens() else None


def _named(stop: Stop) -> bool | None:
    """`Yahoo!ニュース`, `モーニング娘。の`, `example.jp/a?b`: a mark that belongs to a name."""
    if not stop.glued:
        return None
    if stop.marks in ("!", "?") and stop.rest[0].isascii() and stop.rest[0].isalnum():
        return False
    if stop.marks not in ("!", "！", "。"):
        return None
    found = _NAMES.search(stop.before)
    return False if found and found[0].isascii() == (stop.marks != "。") else None


_RULES = (_inside, _goes_on, _numbering, _named)
