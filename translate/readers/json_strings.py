"""The string values of a JSON text: where they stand, and what their escapes mean."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"|[{}\[\],:]')
_PIECE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.|[^\\]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Value(NamedTuple):
    """A string value."""

    path: str
    """Keys joined by dots, without the indexes of lists: `article.paragraphs`."""
    start: int
    """Of what stands between the quotation marks."""
    raw: str


def strings(source: str) -> Iterator[Value]:
    """The string values in `source`, which is valid JSON, in order."""
    keys: list[str] = []
    """The key that is being read in each container; empty in a list."""
    in_object: list[bool] = []
    expects_key = False
    for match in _TOKEN.finditer(source):
        sign = match[0]
        if sign in "{[":
            in_object.append(sign == "{")
            keys.append("")
            expects_key = sign == "{"
        elif sign in "}]":
            in_object.pop()
            keys.pop()
        elif sign == ",":
            expects_key = in_object[-1]
        elif sign != ":":
            if expects_key:
                keys[-1], expects_key = Unescaped(match[1]).text, False
            else:
                yield Value(".".join(filter(None, keys)), match.start(1), match[1])


class Unescaped:
    """A string without its escapes, and the way back to them."""

    def __init__(self, raw: str) -> None:
        pieces: list[str] = []
        self._places, self._origins = [0], [0]
        for match in _PIECE.finditer(raw) if "\\" in raw else ():
            piece = match[0] if match[0][0] != "\\" else json.loads(f'"{match[0]}"')
            pieces.append(_SURROGATE.sub("\ufffd", piece))
            self._places.append(self._places[-1] + len(piece))
            self._origins.append(match.end())
        self.text = "".join(pieces) if pieces else raw

    def origin(self, place: int) -> int:
        """Where the character at `place` of the text begins in the raw string."""
        at = bisect_right(self._places, place) - 1
        return self._origins[at] + place - self._places[at]
