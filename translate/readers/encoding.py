"""Bytes to text without loss, and back.

In this order: a byte order mark; strict UTF-8; what the file declares (HTML, XML); the legacy
encodings of the source language, and these only when the text they give looks like that language.
Whatever does not give its own bytes back is refused: a wrong guess would garble what lies outside
the slots too.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translate.errors import EncodingError
from translate.readers.intake import refuse_binary
from translate.records import Article, Block

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""A UTF-32 mark begins with the UTF-16 one, so it is tried first."""

_LABELS = {
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "ksc5601": "cp949", "windows-949": "cp949",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "windows-31j": "cp932",
    "iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252",
    "gb2312": "gb18030", "gbk": "gb18030",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
}
"""What a label means in a browser (https://encoding.spec.whatwg.org/#names-and-labels), where that
is not what Python takes it for. A declaration that can be read as ASCII cannot be UTF-16."""

_DECLARED = re.compile(
    rb"""<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)"""
    rb"""|^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""", re.IGNORECASE)
_DECLARED_WITHIN = 4096
"""Bytes; browsers look at the first 1,024."""
_TEXT_CODEC = re.compile(
    r"utf-8|cp\d+|iso8859-\d+|iso2022_|euc_|shift_jis|koi8|big5|gb18030|johab|mac-|tis")

_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WESTERN = re.compile("[‘’“”–—…•€£¥§°·«»¿¡™©®½¼¾×ªº²³]|(?<=[A-Za-z])[À-ÖØ-öø-ÿŒœŠšŽžŸ]"
                      "|[À-ÖØ-öø-ÿŒœŠšŽžŸ](?=[A-Za-z])|(?<=[a-zß-ÿ])[ß-ÿ]+|\\b[àÀèÈéÉóÓ]\\b")
"""Typographic signs, letters beside letters, and the few that are words of their own."""
_KOREAN = re.compile("[가-힣ㄱ-ㆎ一-鿿、-〟‘-”…·]")
_JAPANESE = re.compile("[ぁ-ヿ一-鿿、-〟！-～々]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text."""

    text: str
    encoding: str
    """Python codec name."""
    mark: str = ""
    """The byte order mark, as text, that stands before it."""


def declared_encoding(data: bytes) -> str:
    """The label in an HTML `meta` element or an XML declaration; empty when there is none."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return (found[1] or found[2]).decode("ascii", "replace").lower() if found else ""


def decode(data: bytes, name: str, language: str, declared: str = "") -> Decoded:
    """The text of `data`, and what it takes to write it again.

    `name` stands in messages, `language` is the code of the source language, `declared` the label
    that the file gives itself.

    Raises: InputError for an empty or binary file, EncodingError when no encoding fits.
    """
    refuse_binary(data, name)
    for codec in _candidates(data, language, declared):
        text = _lossless(data, codec)
        if text is not None and _plausible(text, data, codec, declared):
            mark = "\ufeff" if text.startswith("\ufeff") else ""
            return Decoded(text[len(mark):], codec, mark)
    raise _refusal(data, name)


def output_encoding(article: Article, blocks: Sequence[Block]) -> str:
    """The codec that the article is written in: its own, or UTF-8 when that cannot hold the blocks.

    Formats with numeric references (HTML) and escapes (JSON) need no such change.
    """
    if article.format in ("html", "jsonl"):
        return article.encoding
    try:
        for block in blocks:
            block.text.encode(article.encoding)
    except UnicodeEncodeError:
        return "utf-8"
    return article.encoding


def _candidates(data: bytes, language: str, declared: str) -> Iterator[str]:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            yield codec
            return
    own = _codec(declared)
    if own and data.isascii():
        yield own
    if language == "ja" and b"\x1b$" in data:
        yield "iso2022_jp"
    yield "utf-8"
    if own:
        yield own
    yield from {"ko": ("cp949",), "ja": _japanese(data)}.get(language, ("cp1252",))


def _codec(label: str) -> str:
    """The Python codec for a declared label; empty for one unknown or no text encoding."""
    try:
        codec = codecs.lookup(_LABELS.get(label.strip().lower(), label.strip())).name
    except LookupError:
        return ""
    return codec if _TEXT_CODEC.match(codec) else ""


def _japanese(data: bytes) -> tuple[str, ...]:
    """CP932 and EUC-JP, the likelier first: EUC-JP read as CP932 is mostly half-width katakana."""
    shown = data.decode("cp932", "replace")
    half_width = sum("｡" <= character <= "ﾟ" for character in shown)
    return ("euc_jp", "cp932") if half_width * 4 > len(shown) else ("cp932", "euc_jp")


def _lossless(data: bytes, codec: str) -> str | None:
    try:
        text = data.decode(codec)
        return text if text.encode(codec) == data else None
    except UnicodeError:
        return None


def _plausible(text: str, data: bytes, codec: str, declared: str) -> bool:
    """Whether a guessed encoding gives text that people write; a stated one is believed."""
    if codec.startswith("utf") or codec == _codec(declared) or codec == "iso2022_jp":
        return True
    foreign = [character for character in text if not character.isascii()]
    if codec == "cp1252":
        known = sum(len(match[0]) for match in _WESTERN.finditer(text))
        return known == len(foreign) and not _UTF8_SEQUENCE.search(data)
    script = _KOREAN if codec == "cp949" else _JAPANESE
    return sum(bool(script.match(character)) for character in foreign) >= 0.8 * len(foreign)


def _refusal(data: bytes, name: str) -> EncodingError:
    codec = next((codec for mark, codec in _MARKS if data.startswith(mark)), "utf-8")
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return EncodingError(
            f"{name}:{line}: byte 0x{data[error.start]:02x} at offset {error.start} is not "
            f"{codec.upper()}, nor does another encoding fit: save the file as UTF-8")
    return EncodingError(f"{name}: its bytes would not survive decoding as {codec.upper()}: "
                         "save the file as UTF-8")
