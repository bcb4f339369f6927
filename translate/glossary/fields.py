"""Reading the values of a glossary file: each reader returns the value, or notes what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from translate.glossary.faults import BOOL, MAP, MERGE, SEQ, STR, Faults, Wanted, kind_of, trap, truth
from translate.glossary.keys import nearest
from translate.glossary.nodes import Node

TERM_PATTERN = r"^[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$(?!\n)"
"""One line with something on it. Python lets $ match before a last line break, JSON Schema does not."""
PROSE_PATTERN = r"\S"
ID_PATTERN = r"^[^\s,:/]+$(?!\n)"

_TERM, _PROSE, _ID = re.compile(TERM_PATTERN), re.compile(PROSE_PATTERN), re.compile(ID_PATTERN)
_A_TEXT = Wanted("a text", "KCNA")
_TERMS = Wanted("a list of texts", "[KCNA, Korean Central News Agency]")

Read = Callable[[Node, Faults], Any]
"""Takes the value of a key; notes what is wrong and then returns something empty."""


def is_mapping(node: Node) -> bool:
    """Whether `node` is a plain mapping."""
    return node.tag == MAP and node.id == "mapping"


def is_list(node: Node) -> bool:
    """Whether `node` is a plain list."""
    return node.tag == SEQ and node.id == "sequence"


def pairs(node: Node, faults: Faults, wanted: Wanted) -> Iterator[tuple[str, Node, Node]]:
    """(key, key node, value node) of a mapping, each key once; merge keys (<<) are resolved."""
    if not is_mapping(node):
        faults.misplaced(node, wanted)
        return
    seen: dict[str, Node] = {}
    merged = []
    for key_node, value in node.value:
        if key_node.tag == MERGE:
            merged.append(value)
            continue
        key = _key(key_node, faults)
        if key in seen:
            faults.add(key_node, f"the key {key!r} stands here twice, first in line "
                                 f"{seen[key].start_mark.line + 1}; delete one")
        elif key:
            seen[key] = key_node
            yield key, key_node, value
    for value in merged:
        yield from _merged(value, faults, seen)


def record(node: Node, faults: Faults, wanted: Wanted, readers: Mapping[str, Read],
           other: Callable[[str], Read | None] = lambda key: None) -> dict[str, Any]:
    """A mapping with the keys of `readers`, and those that `other` has a reader for."""
    values: dict[str, Any] = {}
    for key, key_node, value in pairs(node, faults, wanted):
        read = readers.get(key) or other(key)
        if read:
            values[key] = read(value, faults)
            continue
        codes = [code for code in ("en", "ko", "ja") if other(code)]
        near = nearest(key, [*readers, *codes])
        known = ", ".join([*readers, *(["and language codes such as en, ko, ja"] if codes else [])])
        hint = f"did you mean {near!r}?" if near else f"known are {known.removeprefix('and ')}"
        faults.add(key_node, f"unknown key {key!r}; {hint}")
    return values


def items(node: Node, faults: Faults, wanted: Wanted) -> Sequence[Node]:
    """The items of a list."""
    if not is_list(node):
        faults.misplaced(node, wanted)
        return ()
    children: Sequence[Node] = node.value
    return children


def text(node: Node, faults: Faults) -> str:
    """One line of text that is not blank."""
    if node.tag != STR or node.id != "scalar":
        _report_no_text(node, faults)
    elif _TERM.match(node.value):
        return str(node.value)
    elif not node.value.strip():
        faults.add(node, "an empty text; write the term or leave the key out")
    else:
        faults.add(node, "a line break or control character stands in the text; write one line")
    return ""


def preferred(node: Node, faults: Faults) -> str:
    """The one form that is written."""
    if is_list(node):
        faults.add(node, "a list stands where one text is wanted; write the preferred form here and "
                         "the others under 'also'")
        return ""
    return text(node, faults)


def prose(node: Node, faults: Faults) -> str:
    """Text of any number of lines."""
    if node.tag == STR and node.id == "scalar" and _PROSE.search(node.value):
        return str(node.value)
    return text(node, faults)


def texts(node: Node, faults: Faults) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one."""
    nodes = [node] if node.id == "scalar" else items(node, faults, _TERMS)
    return tuple([found for found in [text(item, faults) for item in nodes] if found])


def words(node: Node, faults: Faults) -> tuple[str, ...]:
    """As `texts`, but on, off, yes and no are the words they look like.

    YAML 1.1 reads them as true and false, and they are just the words that conditions need.
    """
    nodes = [node] if node.id == "scalar" else items(node, faults, _TERMS)
    found = [str(item.value) if item.tag == BOOL else text(item, faults) for item in nodes]
    return tuple(word for word in found if word)


def flag(node: Node, faults: Faults) -> bool:
    """true or false."""
    if node.tag != BOOL:
        faults.misplaced(node, Wanted("true or false", "true, without quotes"))
        return False
    return truth(node)


def choice(*allowed: str) -> Read:
    """One of a few words."""
    def read(node: Node, faults: Faults) -> str:
        word = text(node, faults)
        if not word or word in allowed:
            return word
        near = nearest(word, allowed)
        words = " or ".join(filter(None, [", ".join(allowed[:-1]), allowed[-1]]))
        faults.add(node, f"{word!r} is not known here; " + (f"did you mean {near}?" if near else
                                                            f"write {words}"))
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


def is_id(word: str) -> bool:
    """Whether an entry may be called `word`."""
    return bool(_TERM.match(word) and _ID.match(word))


def slug(text: str) -> str:
    """An id made of the words of `text`.

    >>> slug("Kim Jong Un"), slug("U.S. People's Court")
    ('kim-jong-un', 'us-peoples-court')
    """
    return "-".join(re.findall(r"[^\W_]+", re.sub("[.'’]", "", text))).lower()


def _report_no_text(node: Node, faults: Faults) -> None:
    """Why `node` is no text, and what to write."""
    trapped = trap(node)
    if trapped:
        faults.add(node, trapped)
    elif kind_of(node) == "nothing":
        faults.add(node, "nothing stands here; write the term or leave the key out")
    else:
        faults.misplaced(node, _A_TEXT)


def _key(node: Node, faults: Faults) -> str:
    """The name of a key; a fault leaves it empty."""
    if node.tag == STR and node.id == "scalar" and node.value:
        return str(node.value)
    trapped = trap(node)
    advice = "write 'key: value', and put quotes around a text that begins with { or ["
    faults.add(node, f"the key {trapped}" if trapped else
               f"{kind_of(node)} stands where a key is wanted; {advice}")
    return ""


def _merged(value: Node, faults: Faults, seen: dict[str, Node]) -> Iterator[tuple[str, Node, Node]]:
    """What a merge key brings in: the mapping itself wins, then the source that stands first."""
    for mapping in value.value if is_list(value) else [value]:
        for key, key_node, inner in pairs(mapping, faults, Wanted("a mapping to merge", "<<: *name")):
            if key not in seen:
                seen[key] = key_node
                yield key, key_node, inner
