"""Small faults that copying from a web page leaves in a text.

Each repair touches what cannot be meant: wording, quotation marks and widths stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from translate.readers.paragraphs import is_heading
from translate.records import Block
from translate.text.addresses import protect_addresses

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphen, zero-width space and joiner; the joiners U+200C and U+200D carry meaning."""
_ODD_SPACE = re.compile("[\u00a0\u2007\u202f]")
_WIDE_GAP = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)")
_LOOSE_POSSESSIVE = re.compile(r"(?<=\w) (?=['’]s\b(?!['’]))")

_GLUED = re.compile(
    r"(?P<alternative>[a-z0-9][a-z0-9'’,-]*(?: [a-z0-9][a-z0-9'’,-]*){2,15})(?<=[a-z]{2})"
    r"(?P<caption>[A-Z](?:[a-z]| [a-z]).{30,}[.)])")
"""An alternative text, all in lower case, and a caption that begins inside its last word."""
_CAPTION_SIGN = re.compile(
    r"\b(?:photo|picture|image|pictured|file|video grab|screen ?grab|left|right)\b"
    r"|\((?:AP|AFP|Reuters|Getty|EPA|Yonhap|KCNA|Kyodo|Photo|Image|Source)\b", re.IGNORECASE)
_CAPTION_START = re.compile(
    r"(?:in|on) this (?:\w+ )?(?:photo|picture|image|frame)\b"
    r"|file ?[-–—:]|(?:photo|picture|image):",
    re.IGNORECASE)


def mend(block: Block, first: bool) -> tuple[Block, str]:
    """The block with its text repaired and its kind known better, and what was cut off it.

    That is an alternative text glued to a caption; the raw text changes only by it. `first`: the
    block is the article's first.
    """
    text, raw, kind = repair(block.text), block.raw, block.kind
    glued = _GLUED.fullmatch(text)
    cut_off = glued["alternative"] if glued and _CAPTION_SIGN.search(glued["caption"]) else ""
    text, raw = text[len(cut_off):], raw.removeprefix(cut_off)
    if kind == "paragraph" and _CAPTION_START.match(text):
        kind = "caption"
    elif kind == "paragraph" and first and is_heading(text):
        kind = "heading"
    return replace(block, text=text, raw=raw, kind=kind, marks=protect_addresses(text)), cut_off


def repair(text: str) -> str:
    """`text` without mojibake, invisible characters, doubled spaces and a space before `’s`.

    >>> repair("President Lee ’s  trip to Tokyo")
    'President Lee’s trip to Tokyo'
    """
    if not text.isascii():
        text = _ODD_SPACE.sub(" ", _INVISIBLE.sub("", _decode_again(text)))
    return _LOOSE_POSSESSIVE.sub("", _WIDE_GAP.sub(" ", text))


def _decode_again(text: str) -> str:
    """Text that was decoded in the wrong encoding, put right where that is certain."""
    import ftfy

    fixed: str = ftfy.fix_encoding(text)
    return fixed
