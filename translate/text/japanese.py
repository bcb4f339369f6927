"""Japanese names, titles, brackets and spaces around a term.

Sources: the style guide of the Japan Translation Federation (JTF日本語標準スタイルガイド 3.0, CC BY):
half-width Latin letters and digits, full-width kana, no space between full and half width, ・
between the parts of a foreign name; and the usage of the press: the title behind the name
(石破茂首相), 氏 behind a surname that has no title.
"""

from __future__ import annotations

import re
from typing import Literal

from translate.records import Span

Brackets = Literal["full", "half"]

_KATAKANA = re.compile("[ァ-ヺーヽヾㇰ-ㇿｦ-ﾟ\u3099\u309a]")
_JAPANESE = re.compile("[\u3001-\u303f\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
                       "\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff9f"
                       "\U00020000-\U0003134f]")
_JOINTS = "・･=＝゠ 　"
_JOINT = re.compile(f"[{_JOINTS}]+")
_BRACKET = re.compile("[()（）]")
_SHAPES: dict[Brackets, tuple[str, str]] = {"full": ("（", "）"), "half": ("(", ")")}
_FULL_WIDTH = 0xFEE0
"""How far a full-width letter lies behind the half-width one."""
_FAR = 1000
"""How much of a bracketed text is looked at."""
_COUNTED = re.compile(r"\d+(?:社|人|[カヵ]国)")
_NUMBER = re.compile(r"(?<![A-Za-z\d.,-])\d[\d.,]*\Z")
_NAME_GOES_ON = re.compile("[一-鿿々〆ァ-ヺー・･=＝゠]|さん|さま|くん|ちゃん|どの")


def may_begin(text: str, start: int) -> bool:
    """Whether a term may begin at `start`: not inside a run of katakana, Latin letters or digits.

    A kanji term may begin anywhere; there the longest term wins. A unit may begin behind its number
    (50bp).

    >>> [may_begin(text, text.index("インド")) for text in ("インド", "東・インド", "ペインド")]
    [True, True, False]
    """
    return not _inside_run(text, start) or (
        text[start].isalpha() and _NUMBER.search(text[:start]) is not None)


def may_end(text: str, end: int) -> bool:
    """Whether a term may end at `end`: not inside a run of katakana, Latin letters or digits.

    The long vowel mark ー belongs to its run, the middle dot ・ parts two. Behind a company its
    count may stand (TSMC1社).

    >>> [may_end(text, 3) for text in ("インド洋", "インド・アジア", "インドネシア", "インドール")]
    [True, True, False, False]
    """
    return not _inside_run(text, end) or (
        text[end - 1].isalpha() and _COUNTED.match(text, end) is not None)


def stands(text: str, span: Span) -> bool:
    """Whether the term at `span` stands there as itself, not inside a longer run."""
    return may_begin(text, span.start) and may_end(text, span.end)


def _inside_run(text: str, position: int) -> bool:
    if not 0 < position < len(text):
        return False
    one, other = text[position - 1], text[position]
    return all(map(_KATAKANA.match, (one, other))) or all(map(_is_latin, (one, other)))


def _is_latin(character: str) -> bool:
    """Whether it is a Latin letter, accents included, or a digit, of either width."""
    return character.isalnum() and (character < "\u0250" or _is_full_width(character))


def _is_full_width(character: str) -> bool:
    """Whether it is a full-width Latin letter or digit."""
    return "０" <= character <= "ｚ" and character.isalnum()


def titled(name: str, title: str, country: str = "") -> str:
    """A person with the title behind the name, and the country in front.

    >>> titled("石破茂", "首相"), titled("李在明", "大統領", "韓国")
    ('石破茂首相', '韓国の李在明大統領')
    """
    return f"{country}の{name}{title}" if country else name + title


def add_shi(text: str, span: Span) -> str:
    """`text` with 氏 behind the bare surname at `span`.

    What goes on as a longer name, or has a title already, is left as it is: a kanji, katakana or ・
    beside it, さん behind it.

    >>> add_shi("石破は述べた", Span(0, 2)), add_shi("石破首相は", Span(0, 2))
    ('石破氏は述べた', '石破首相は')
    """
    before = text[span.start - 1:span.start] if span.start else ""
    if _NAME_GOES_ON.match(before) or _NAME_GOES_ON.match(text, span.end):
        return text
    return text[:span.end] + "氏" + text[span.end:]


def name_key(name: str) -> str:
    """What all ways to join the parts of a foreign name have in common.

    >>> name_key("ドナルド・トランプ") == name_key("ドナルド＝トランプ") == name_key("ドナルドトランプ")
    True
    """
    return _JOINT.sub("", full_kana(name))


def name_variants(name: str) -> tuple[str, ...]:
    """`name` with its parts joined in each of the ways in use; alone where it has one part.

    >>> name_variants("ドナルド・トランプ")[:3], name_variants("平壌")
    (('ドナルド・トランプ', 'ドナルドトランプ', 'ドナルド･トランプ'), ('平壌',))
    """
    parts = [part for part in _JOINT.split(name) if part]
    if len(parts) < 2 or not all(map(_is_katakana, parts)):
        return (name,)
    joined = (joint.join(parts) for joint in ("・", "", *_JOINTS[1:]))
    return tuple(dict.fromkeys((name, *joined)))


def _is_katakana(part: str) -> bool:
    return all(map(_KATAKANA.match, part))


def brackets(text: str, style: Brackets) -> str:
    """`text` with the brackets of its Japanese in the house's width, and no space beside wide ones.

    Brackets that neither touch nor hold Japanese (`f(x)`), those of a Markdown link and those
    without a partner stay.

    >>> brackets("朝鮮中央通信 (KCNA) は", "full"), brackets("平壌（北朝鮮）", "half")
    ('朝鮮中央通信（KCNA）は', '平壌(北朝鮮)')
    """
    while (changed := _bracketed(text, style)) != text:
        text = changed
    return text


def _bracketed(text: str, style: Brackets) -> str:
    """`text` after one pass; a bracket that has become wide may make its neighbour Japanese too."""
    pairs = [pair for pair in _bracket_pairs(text) if _is_in_japanese(text, *pair)]
    letters = list(text)
    for opening, closing in pairs:
        letters[opening], letters[closing] = _SHAPES[style]
        if style == "full":
            for space in (opening - 1, closing + 1):
                if text[space:space + 1] == " " and 0 < space < len(text) - 1:
                    letters[space] = ""
    return "".join(letters)


def _bracket_pairs(text: str) -> list[tuple[int, int]]:
    """The positions of the round brackets that belong together, of either width."""
    pairs, open_brackets = [], []
    for found in _BRACKET.finditer(text):
        if found.group() in "(（":
            open_brackets.append(found.start())
        elif open_brackets:
            pairs.append((open_brackets.pop(), found.start()))
    return pairs


def _is_in_japanese(text: str, opening: int, closing: int) -> bool:
    """Whether the bracketed text, or what it is attached to, is Japanese."""
    if text[opening - 1:opening] == "]":
        return False
    end = min(closing, opening + _FAR)
    before, behind = text[max(0, opening - 2):opening], text[closing + 1:closing + 3]
    return (_JAPANESE.search(text, opening + 1, end) is not None
            or _is_japanese(before.rstrip(" ")[-1:]) or _is_japanese(behind.lstrip(" ")[:1]))


def _is_japanese(character: str) -> bool:
    return _JAPANESE.match(character) is not None


def close_spaces(text: str, span: Span) -> tuple[str, Span]:
    """`text` without spaces between the term at `span` and Japanese beside it, and the term's span.

    A space between two Latin words stays, and so does the full-width one, which parts the clauses
    of a headline.

    >>> close_spaces("昨日 平壌 で NHK", Span(3, 5))
    ('昨日平壌で NHK', Span(start=2, end=4))
    """
    before, term, behind = text[:span.start], span.of(text), text[span.end:]
    if not term:
        return text, span
    near, far = before.rstrip(" \u00a0"), behind.lstrip(" \u00a0")
    if near and (_is_japanese(near[-1]) or _is_japanese(term[0])):
        before = near
    if far and (_is_japanese(far[0]) or _is_japanese(term[-1])):
        behind = far
    return before + term + behind, Span(len(before), len(before) + len(term))


def house_width(text: str) -> str:
    """`text` with half-width Latin letters and digits and full-width kana; symbols stay.

    >>> house_width("ＫＣＮＡ（１２）、ﾄﾗﾝﾌﾟ！")
    'KCNA（12）、トランプ！'
    """
    return "".join(chr(ord(letter) - _FULL_WIDTH) if _is_full_width(letter) else letter
                   for letter in full_kana(text))


def full_kana(text: str) -> str:
    """`text` with half-width kana made full (ﾄﾗﾝﾌﾟ: トランプ)."""
    import jaconv

    return str(jaconv.h2z(text, kana=True, ascii=False, digit=False))
