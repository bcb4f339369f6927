"""Reading the values of a glossary file: what is wrong with each, where, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from translate.errors import GlossaryError
from translate.glossary.keys import nearest
from translate.glossary.nodes import Node, place_of

TERM_PATTERN = "^[^\\u0000-\\u001f\\u007f]*[^\\u0000-\\u0020\\u007f][^\\u0000-\\u001f\\u007f]*$"
"""One line with something on it."""
PROSE_PATTERN = "\\S"
ID_PATTERN = "^[^\\s,:/]+$"

_TAG = "tag:yaml.org,2002:"
_STR, _BOOL, _MAP, _SEQ = _TAG + "str", _TAG + "bool", _TAG + "map", _TAG + "seq"
_TRAPS = {_BOOL: "yes or no", _TAG + "int": "a number", _TAG + "float": "a number",
          _TAG + "timestamp": "a date", _TAG + "merge": "a merge", _TAG + "value": "a default"}
"""What YAML 1.1 makes of unquoted words such as NO, 007, 1.5 and 2024-10-31."""
_TERM, _PROSE, _ID = re.compile(TERM_PATTERN), re.compile(PROSE_PATTERN), re.compile(ID_PATTERN)


class Faults:
    """Gathers the problems of one file, so that all of them are reported at once."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[str] = []
        self.about = ""
        """The entry that is being read: how a problem names it."""

    def add(self, node: Node, message: str) -> None:
        """Note that `node` is at fault."""
        about = f"{self.about}: " if self.about else ""
        self.problems.append(f"{place_of(node, self.path)}: {about}{message}")

    def close(self) -> None:
        """Raise GlossaryError if anything was noted."""
        if self.problems:
            raise GlossaryError(self.problems)


Read = Callable[[Node, Faults], Any]
"""Takes the value of a key; notes what is wrong and then returns something empty."""


def pairs(node: Node, faults: Faults, expected: str) -> Iterator[tuple[str, Node, Node]]:
    """(key, key node, value node) of a mapping, merge keys (<<) resolved; each key once.

    `expected` says what the mapping is, for the message about a node that is none.
    """
    if node.tag != _MAP or node.id != "mapping":
        faults.add(node, f"{kind_of(node)} stands where {expected} is wanted")
        return
    merged = [pair for pair in node.value if pair[0].tag == _TAG + "merge"]
    seen: dict[str, Node] = {}
    for key_node, value in node.value:
        if key_node.tag == _TAG + "merge":
            continue
        key = _key(key_node, faults)
        if key in seen:
            faults.add(key_node, f"the key {key!r} stands here twice, first in line "
                                 f"{seen[key].start_mark.line + 1}; delete one")
        elif key:
            seen[key] = key_node
            yield key, key_node, value
    for _, source in merged:
        yield from _merged(source, faults, seen, expected)


def text(node: Node, faults: Faults) -> str:
    """One line of text that is not blank."""
    if node.tag == _STR and node.id == "scalar":
        if _TERM.match(node.value):
            return str(node.value)
        blank = not node.value.strip()
        faults.add(node, "an empty text; write the term or leave the key out" if blank else
                   "a line break or control character stands in a term; write it on one line")
        return ""
    faults.add(node, _no_text(node))
    return ""


def prose(node: Node, faults: Faults) -> str:
    """Text of any number of lines."""
    if node.tag == _STR and node.id == "scalar" and _PROSE.search(node.value):
        return str(node.value)
    return text(node, faults)


def texts(node: Node, faults: Faults) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one."""
    if node.id != "sequence":
        return tuple(filter(None, [text(node, faults)]))
    return tuple(filter(None, [text(item, faults) for item in items(node, faults, "a list of terms")]))


def words(node: Node, faults: Faults) -> tuple[str, ...]:
    """As `texts`, but on, off, yes and no are the words they look like.

    YAML 1.1 reads them as true and false, and they are just the words that conditions need.
    """
    nodes = items(node, faults, "a list of words") if node.id == "sequence" else [node]
    return tuple(filter(None, [str(item.value) if item.tag == _BOOL else text(item, faults)
                               for item in nodes]))


def flag(node: Node, faults: Faults) -> bool:
    """true or false."""
    if node.tag != _BOOL:
        faults.add(node, f"{kind_of(node)} stands where true or false is wanted; write true, without quotes")
    return str(node.value).lower() in ("true", "yes", "on")


def choice(*allowed: str) -> Read:
    """One of a few words."""
    def read(node: Node, faults: Faults) -> str:
        word = text(node, faults)
        if not word or word in allowed:
            return word
        near = nearest(word, allowed)
        hint = f"did you mean {near}?" if near else f"write {_or(allowed)}"
        faults.add(node, f"{word!r} is not known here; {hint}")
        return ""
    return read


def identifier(node: Node, faults: Faults) -> str:
    """The id of an entry: one word."""
    word = text(node, faults)
    if word and not _ID.match(word):
        faults.add(node, f"the id {word!r} holds a space or one of , : /; write for example "
                         f"{slug(word) or 'kim-jong-un'}")
        return ""
    return word


def slug(text: str) -> str:
    """An id made of the words of `text`: Kim Jong Un -> kim-jong-un."""
    return "-".join(re.findall(r"[^\W_]+", text.replace(".", "").replace("'", ""))).lower()


def items(node: Node, faults: Faults, expected: str) -> Sequence[Node]:
    """The items of a list; `expected` says of what."""
    if node.tag != _SEQ or node.id != "sequence":
        faults.add(node, f"{kind_of(node)} stands where {expected} is wanted; begin each item with '- '")
        return ()
    children: Sequence[Node] = node.value
    return children


def record(node: Node, faults: Faults, expected: str, readers: Mapping[str, Read],
           other: Callable[[str], Read | None] = lambda key: None) -> dict[str, Any]:
    """A mapping with the keys of `readers`, and those for which `other` has a reader.

    `expected` says what it is, for the message about a node that is no mapping.
    """
    values: dict[str, Any] = {}
    for key, key_node, value in pairs(node, faults, expected):
        read = readers.get(key) or other(key)
        if read:
            values[key] = read(value, faults)
        else:
            known = [*readers, *(code for code in ("en", "ko", "ja") if other(code))]
            near = nearest(key, known)
            hint = f"did you mean {near!r}?" if near else f"known are {', '.join(known)}"
            faults.add(key_node, f"unknown key {key!r}; {hint}")
    return values


def kind_of(node: Node) -> str:
    """What a node is, in a reader's words."""
    if not node.tag.startswith(_TAG) or node.tag.removeprefix(_TAG) in ("binary", "omap", "set", "pairs") \
            or node.tag.startswith(_TAG + "python"):
        return f"a tag ({node.tag.replace(_TAG, '!!')})"
    if node.id == "scalar" and not node.value:
        return "nothing"
    return {"sequence": "a list", "mapping": "a mapping"}.get(node.id, f"{node.value[:40]!r}")


def _no_text(node: Node) -> str:
    """Why `node` is no text, and what to write."""
    if node.id == "scalar" and node.tag in _TRAPS:
        written = node.value.replace('"', '\\"')
        return f'{node.value} is read as {_TRAPS[node.tag]} here; write "{written}" in quotes'
    if node.id == "scalar" and node.tag == _TAG + "null":
        return "nothing stands here; write the term or leave the key out" if not node.value else \
            f'{node.value} is read as nothing here; write "{node.value}" in quotes'
    kind = kind_of(node)
    advice = "write the plain text" if kind.startswith("a tag") else "write one text"
    return f"{kind} stands where a text is wanted; {advice}"


def _key(node: Node, faults: Faults) -> str:
    """The name of a key; a fault leaves it empty."""
    if node.id == "scalar" and node.tag == _STR:
        if node.value:
            return str(node.value)
        faults.add(node, "a key without a name; write 'key: value'")
    elif node.id == "scalar" and node.value:
        faults.add(node, f'the key {_no_text(node)}')
    else:
        faults.add(node, f"{kind_of(node)} stands where a key is wanted; write 'key: value', and put "
                         "quotes around a text that begins with { or [")
    return ""


def _merged(source: Node, faults: Faults, seen: dict[str, Node],
            expected: str) -> Iterator[tuple[str, Node, Node]]:
    """What a merge key brings in: the mapping itself wins, then the source that stands first."""
    for mapping in source.value if source.id == "sequence" else [source]:
        for key, key_node, value in pairs(mapping, faults, expected):
            if key not in seen:
                seen[key] = key_node
                yield key, key_node, value


def _or(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
