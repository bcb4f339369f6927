"""What is wrong with a glossary file, gathered so that all of it is reported at once."""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from translate.errors import GlossaryError
from translate.glossary.nodes import Node, place_of
from translate.records import Place

TAG = "tag:yaml.org,2002:"
STR, BOOL, MAP, SEQ, MERGE = (TAG + name for name in ("str", "bool", "map", "seq", "merge"))
MAX_FAULTS = 500
"""Where reading stops: whoever gets so many has not written a glossary."""
_PLAIN = frozenset(TAG + name for name in (
    "str", "bool", "int", "float", "null", "timestamp", "value", "merge", "map", "seq"))
"""What YAML sees in a value without a tag being written."""
_TRAPS = {TAG + "int": "a number", TAG + "float": "a number", TAG + "timestamp": "a date",
          MERGE: "a merge key", TAG + "value": "a default"}
"""What YAML 1.1 makes of unquoted words such as 007, 1.5 and 2024-10-31."""


class Wanted(NamedTuple):
    """What should stand at a place, and how it looks."""

    what: str
    example: str


class Faults:
    """Gathers the problems of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.about = ""
        """The entry that is being read: how a problem names it."""
        self._found: list[tuple[Place, str]] = []

    def add(self, node: Node, message: str) -> None:
        """Note that `node` is at fault."""
        about = f"{self.about}: " if self.about else ""
        self.add_at(place_of(node, self.path), about + message)

    def add_at(self, place: Place, message: str) -> None:
        """Note that what stands at `place` is at fault."""
        self._found.append((place, message))
        if len(self._found) >= MAX_FAULTS:
            self._found.append((place, "and so on; mend these first"))
            self.close()

    def misplaced(self, node: Node, wanted: Wanted) -> None:
        """Note that `node` is no `wanted`."""
        kind, advice = kind_of(node), f"write for example {wanted.example}"
        if node.tag not in _PLAIN:
            advice = "a glossary has no tags, delete it"
        self.add(node, f"{kind} stands where {wanted.what} is wanted; {advice}")

    @property
    def problems(self) -> list[str]:
        """One line for each, in the order of the file."""
        return [f"{place}: {message}" for place, message in sorted(self._found, key=itemgetter(0))]

    def close(self) -> None:
        """Raise GlossaryError if anything was noted."""
        if self._found:
            raise GlossaryError(self.problems)


def kind_of(node: Node) -> str:
    """What a node is, in a reader's words."""
    if node.tag not in _PLAIN:
        return f"a tag ({node.tag.replace(TAG, '!!')})"
    if node.id == "scalar":
        return repr(node.value[:40]) if node.value else "nothing"
    return "a list" if node.id == "sequence" else "a mapping"


def trap(node: Node) -> str:
    """What YAML makes of an unquoted word, and how to write the word; empty where it is no trap."""
    if node.id != "scalar" or not node.value:
        return ""
    if node.tag == BOOL:
        meaning = "true" if truth(node) else "false"
    elif node.tag == TAG + "null":
        meaning = "nothing"
    else:
        meaning = _TRAPS.get(node.tag, "")
    quoted = node.value.replace('"', '\\"')
    return f'{node.value} is read as {meaning} here; write "{quoted}" in quotes' if meaning else ""


def truth(node: Node) -> bool:
    """Which of the two a yes-or-no word is."""
    return node.value.lower() in ("true", "yes", "on")
