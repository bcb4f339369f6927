"""The front matter of a Markdown file: kept, but for the values that a reader of the page sees."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from translate.readers.parts import has_word

_WHOLE = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?=[ \t]*[\w\"'#-][^\r\n]*[:=\]]|\1)"
    r"(?:.*?(?:\r\n|\r|\n))??\1[ \t]*(?:\r\n|\r|\n|\Z)", re.DOTALL)
"""YAML between `---`, TOML between `+++`; the first line tells it from a text between two rules."""
_VALUE = re.compile(
    r"^(?:title|subtitle|description|summary|excerpt|caption)[ \t]*[:=][ \t]+"
    r"(?P<value>[^\r\n]*?)[ \t]*$(?!\n+[ \t]+\S)", re.MULTILINE)
"""A value that goes on below (it is indented there) is left alone."""
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_PLAIN = re.compile(r"(?![\s\"'|>&*!%@`{}\[\]#,?:-])(?!.*(?::\s|\s#|[\s:]$)).+")
"""What YAML takes for a string without quotation marks, less what is only rarely meant so."""
_NO_STRING = re.compile(r"[\d.,:+-]*|true|false|yes|no|on|off|null|~", re.IGNORECASE)


def front_matter_end(source: str) -> int:
    """Behind the front matter; 0 where there is none."""
    match = _WHOLE.match(source)
    return match.end() if match else 0


def front_matter_values(source: str, end: int) -> Iterator[tuple[int, int, str]]:
    """(start, end, text) of its titles and descriptions; the stretch has the quotation marks."""
    for match in _VALUE.finditer(source[:end].replace("\r", "\n")):
        text = _read(match["value"])
        if text and has_word(text):
            yield match.start("value"), match.end("value"), text


def write_value(raw: str, text: str) -> str:
    """`text` in the style of the value `raw`, or in quotation marks where that cannot hold it."""
    text = " ".join(text.split())
    if raw.startswith("'"):
        return "'" + text.replace("'", "''") + "'"
    if raw.startswith('"') or not _PLAIN.fullmatch(text) or _NO_STRING.fullmatch(text):
        return json.dumps(text, ensure_ascii=False)
    return text


def _read(value: str) -> str | None:
    """The string that a value means; None where it is none, or hard to tell."""
    if _DOUBLE.fullmatch(value):
        try:
            return str(json.loads(value))
        except ValueError:
            return None
    if _SINGLE.fullmatch(value):
        return value[1:-1].replace("''", "'")
    return value if _PLAIN.fullmatch(value) and not _NO_STRING.fullmatch(value) else None
