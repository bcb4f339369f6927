"""A YAML file as a tree whose every node knows its place, or the reason why it is refused."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from translate.errors import GlossaryError
from translate.records import Place

if TYPE_CHECKING:
    from yaml import Mark, YAMLError

MAX_BYTES = 20_000_000
"""About 40,000 entries; a larger file is split, or is no glossary."""
MAX_MARKS = 1_500_000
"""Commas, colons and dashes, each of which may begin a value; a file of 20 MB has about as many."""
MAX_DEPTH = 40
"""Levels of nesting; the format itself needs seven."""
MAX_NODES = 2_000_000
"""Nodes once every alias stands for its content: what a bomb of aliases would grow to."""

_CONTROL = re.compile("[^\t\n\r -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
                      "\U00010000-\U0010ffff]")
"""What YAML 1.1 refuses, and the three characters that end a line for YAML and for no editor."""
_HINTS = (
    ("character that cannot start any token", "put quotes around a text that begins with {found}"),
    ("mapping values are not allowed", "put quotes around a text that holds ': ', or indent the key "
                                       "like its neighbours"),
    ("did not find expected '-' indicator", "indent the items of a list alike, each behind '- '"),
    ("did not find expected key", "indent the keys of one entry alike, and close each quote"),
    ("did not find expected ',' or ']'", "close the list with ]"),
    ("did not find expected ',' or '}'", "close the mapping with }}"),
    ("could not find expected ':'", "write 'key: value'"),
    ("unexpected end of stream", "close the quote"),
    ("expected a single document", "keep one glossary in a file, without a second ---"),
    ("maximum nesting depth", "a glossary is never nested this deep"),
    ("undefined alias", "put quotes around a text that begins with *"),
    ("block sequence entries are not allowed", "begin the list on a line of its own"),
    ("block mapping", "indent the keys of one entry alike"),
    ("unknown escape character", "write a text that holds \\ in single quotes"),
    ("hexdecimal number", "write a text that holds \\ in single quotes"),
)


class Node(Protocol):
    """What composing a YAML document yields, as PyYAML's three node classes have it."""

    id: str
    """scalar | sequence | mapping."""
    tag: str
    value: Any
    """str, a list of nodes, or a list of (key node, value node)."""
    start_mark: Mark
    end_mark: Mark


def read_text(path: Path) -> str:
    """The text of a glossary file.

    Raises:
        GlossaryError: It is missing, too large, not UTF-8, or holds control characters.
    """
    try:
        if not path.is_file():
            raise GlossaryError([f"{path.as_posix()}: no such file; name a glossary file or folder"])
        if path.stat().st_size > MAX_BYTES:
            raise GlossaryError([f"{path.as_posix()}: {path.stat().st_size / 1e6:,.0f} MB, and a "
                                 f"glossary may have {MAX_BYTES // 1_000_000} MB; split it"])
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError([f"{path.as_posix()}: cannot be read ({error.strerror})"]) from error
    return decode(data, path.as_posix())


def decode(data: bytes, path: str) -> str:
    """`data` as text without a byte order mark; raises GlossaryError as `read_text` does."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[:error.start].decode("utf-8", "replace")
        raise GlossaryError([f"{_at(path, before)}: byte 0x{data[error.start]:02X} is not UTF-8; "
                             "save the file as UTF-8"]) from error
    odd = _CONTROL.search(text)
    if odd:
        raise GlossaryError([f"{_at(path, text[:odd.start()])}: the control character "
                             f"U+{ord(odd[0]):04X} may not stand in a glossary; delete it"])
    if sum(text.count(mark) for mark in (",", ":", "- ")) > MAX_MARKS:
        raise GlossaryError([f"{path}:1:1: more than {MAX_MARKS:,} values; split the glossary"])
    return text


def compose(text: str, path: str) -> Node:
    """The tree of `text`, with tags as `yaml.safe_load` resolves them.

    Raises:
        GlossaryError: It is no YAML, holds nothing or several documents, or grows without bound.
    """
    import yaml
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    composed: Any = None
    try:
        composed = yaml.compose(text, Loader=loader)
    except yaml.YAMLError as error:
        raise GlossaryError([_syntax_problem(error, text, path)]) from error
    except RecursionError as error:
        raise GlossaryError([f"{path}:1:1: nested too deep; a glossary needs seven levels"]) from error
    if composed is None:
        raise GlossaryError([f"{path}:1:1: the file is empty; begin with 'glossary: NAME' and "
                             "'entries:'"])
    root: Node = composed
    if "&" in text:
        _grown(root, path, {}, 0)
    return root


@contextmanager
def without_collection() -> Iterator[None]:
    """Hold the garbage collector while a large tree is built.

    None of its nodes is garbage, yet each round visits all of them: that takes five sixths of the
    time for 10,000 entries.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def place_of(node: Node, path: str) -> Place:
    """Where `node` begins."""
    return Place(path, node.start_mark.line + 1, node.start_mark.column + 1)


def _at(path: str, before: str) -> Place:
    """The place behind the text `before`."""
    before = before.replace("\r\n", "\n").replace("\r", "\n")
    return Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))


def _grown(node: Node, path: str, sizes: dict[int, int], depth: int) -> int:
    """How many nodes `node` stands for with every alias written out.

    `sizes` holds what is known by node, 0 where the node is being counted: an alias of what it is in.
    """
    if node.id == "scalar":
        return 1
    if id(node) not in sizes:
        sizes[id(node)] = 0
        parts = [part for item in node.value for part in (item if isinstance(item, tuple) else (item,))]
        if depth < MAX_DEPTH:
            sizes[id(node)] = 1 + sum(_grown(part, path, sizes, depth + 1) for part in parts)
    if not 0 < sizes[id(node)] < MAX_NODES:
        raise GlossaryError([f"{place_of(node, path)}: aliases (*name) repeat this without end, or past "
                             f"{MAX_NODES:,} values; write the values out"])
    return sizes[id(node)]


def _syntax_problem(error: YAMLError, text: str, path: str) -> str:
    """One line about a fault of YAML itself, with what mends it."""
    problem = str(getattr(error, "problem", None) or error).replace("\n", " ")
    opened, mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    if "expected a single" in str(getattr(error, "context", "")):
        problem = "expected a single document, found another"
    elif "end of stream" in problem and opened:
        mark = opened
    if mark is None:
        return f"{path}:1:1: {problem}"
    place = Place(path, mark.line + 1, mark.column + 1)
    found = text[mark.index:mark.index + 1]
    if found == "\t":
        return f"{place}: a tab stands where YAML wants spaces; indent with spaces"
    hint = next((hint for key, hint in _HINTS if key in problem), "check the quotes and the indentation")
    since = f" (begun in line {opened.line + 1})" if opened and opened.line != mark.line else ""
    return f"{place}: {problem}{since}; {hint.format(found=found)}"
