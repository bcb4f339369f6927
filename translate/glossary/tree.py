"""A glossary file as its author wrote it: anchors, aliases, quotes and where each piece stands.

What loads a glossary needs values; what edits or formats one needs the text that they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from translate.errors import GlossaryError
from translate.records import Span

Style = Literal["plain", "quoted", "block", "flow"]
_STYLES: dict[str, Style] = {"|": "block", ">": "block", "'": "quoted", '"': "quoted"}


@dataclass(slots=True)
class Tree:
    """One value of a file."""

    kind: Literal["scalar", "alias", "list", "mapping"]
    start: int
    """Index in the text, of the anchor or tag where there is one."""
    end: int
    """Behind its last character; trailing comments and blank lines are no part of it."""
    text: str = ""
    """The value of a scalar, the name of an alias."""
    style: Style = "plain"
    """plain and quoted are scalars, block also a scalar behind | or >."""
    anchor: str = ""
    tag: str = ""
    """As written, in full; empty where none is."""
    items: list[Tree] = field(default_factory=list)
    pairs: list[tuple[Tree, Tree]] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    """Comments on lines of their own before it, with "" for blank lines; filled by `attach`."""
    behind: list[str] = field(default_factory=list)
    """Comments at the end of its line."""
    below: list[str] = field(default_factory=list)
    """Comments behind its last line that are indented like its content."""

    @property
    def children(self) -> list[Tree]:
        """Items, or keys and values in turn."""
        return self.items or [part for pair in self.pairs for part in pair]

    def get(self, name: str) -> Tree | None:
        """The value of a key."""
        return next((value for key, value in self.pairs if key.text == name), None)

    def key(self, name: str) -> Tree | None:
        """The key itself."""
        return next((key for key, _ in self.pairs if key.text == name), None)

    def leaves(self) -> Iterator[Tree]:
        """Scalars, aliases and empty collections, in the order of the file."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()


def grow(text: str, path: str) -> Tree:
    """The tree of `text`, which has been loaded before and is known to be one mapping.

    Raises:
        GlossaryError: It is no YAML document with a mapping.
    """
    import yaml
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = iter(list(yaml.parse(text, Loader=loader))[2:-2])
        root = _grown(next(events), events, text)
    except (yaml.YAMLError, StopIteration, RecursionError) as error:
        raise GlossaryError([f"{path}:1:1: this is no glossary; translate glossary lint says why"]) from error
    if root.kind != "mapping":
        raise GlossaryError([f"{path}:1:1: this is no glossary; translate glossary lint says why"])
    return root


def span_of_lines(text: str, start: int, end: int) -> Span:
    """The whole lines that hold `text[start:end]`, with the line break of the last."""
    behind = text.find("\n", max(start, end - 1))
    return Span(text.rfind("\n", 0, start) + 1, len(text) if behind < 0 else behind + 1)


def column_of(text: str, index: int) -> int:
    """How many characters stand before `index` on its line."""
    return index - text.rfind("\n", 0, index) - 1


def _grown(event: Any, events: Iterator[Any], text: str) -> Tree:
    """The value that begins with `event`; what it holds is taken from `events`."""
    start, end = event.start_mark.index, event.end_mark.index
    name = type(event).__name__
    if name == "AliasEvent":
        return Tree("alias", start, end, event.anchor or "")
    anchor, tag = event.anchor or "", event.tag or ""
    if name == "ScalarEvent":
        style = _STYLES.get(event.style or "", "plain")
        end = start + len(text[start:end].rstrip()) if style == "block" else end
        return Tree("scalar", start, end, event.value, style, anchor, tag)
    tree = Tree("list" if name == "SequenceStartEvent" else "mapping", start, end, "",
                "flow" if event.flow_style else "block", anchor, tag)
    for inner in events:
        if type(inner).__name__ in ("SequenceEndEvent", "MappingEndEvent"):
            end = inner.end_mark.index
            break
        child = _grown(inner, events, text)
        if tree.kind == "list":
            tree.items.append(child)
        else:
            tree.pairs.append((child, _grown(next(events), events, text)))
    tree.end = end if tree.style == "flow" else max(tree.end, *(child.end for child in tree.children))
    return tree
