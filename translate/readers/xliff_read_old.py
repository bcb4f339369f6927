"""XLIFF 1.2 as the same records: what OmegaT, Weblate and older CAT tools keep.

Its ten states become four. `approved="yes"` and `signed-off` are a reviewer's word, `final` is final;
whatever still needs a look is translated, whatever needs work is not
(https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#state).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Literal

from translate.readers.xliff_content import Content, Note, code_of, first_character, keeps_space, tidy
from translate.readers.xml_nodes import Node, Tree
from translate.records import (
    BilingualCode, BilingualFile, BilingualGap, BilingualMatch, BilingualSegment, BilingualUnit, Span, State,
)

STATES: dict[str, State] = {
    "new": "initial", "needs-translation": "initial", "needs-adaptation": "initial",
    "needs-l10n": "initial", "needs-review-translation": "translated",
    "needs-review-adaptation": "translated", "needs-review-l10n": "translated",
    "translated": "translated", "signed-off": "reviewed", "final": "final",
}
_PROTECTED = ("protected", "x-protected")


def read_old(tree: Tree) -> Iterator[BilingualFile]:
    """The files of a document of version 1.

    Raises: InputError when a unit has no source.
    """
    keep = keeps_space(tree.root, False)
    for number, node in enumerate(tree.root.all("file"), 1):
        units = tuple(_unit(tree, unit, space) for unit, space in old_units(node, keeps_space(node, keep)))
        yield BilingualFile(node.attributes.get("original", ""),
                            code_of(node.attributes.get("source-language", "")),
                            code_of(node.attributes.get("target-language", "")), "", units, f"f{number}")


def old_units(node: Node, keep_space: bool) -> Iterator[tuple[Node, bool]]:
    """The trans-units below a file, body or group, and whether white space counts in them."""
    for child in node.elements:
        if child.space == node.space and child.name == "trans-unit":
            yield child, keeps_space(child, keep_space)
        elif child.space == node.space and child.name in ("body", "group"):
            yield from old_units(child, keeps_space(child, keep_space))


def sentences(node: Node) -> list[Node]:
    """The `mrk` elements in `node` that are its sentences."""
    return [mark for mark in node.all("mrk") if mark.attributes.get("mtype") == "seg"]


def _unit(tree: Tree, node: Node, keep_space: bool) -> BilingualUnit:
    source, target, cut = node.first("source"), node.first("target"), node.first("seg-source")
    id = node.attributes.get("id", "")
    if source is None:
        tree.fail(node, f"trans-unit {id} without <source>: put it back")
    state = _state(node, target)
    matches = tuple(sorted(filter(None, map(_match, node.all("alt-trans"))), key=lambda one: -one.score))
    notes = tuple(filter(None, (note.text.strip() for note in node.all("note"))))
    if cut is not None and sentences(cut):
        parts = tuple(_sentences(tree, cut, target, state))
        return BilingualUnit(id, parts, notes=notes)
    left, right = _read(source, keep_space), _read(target, keep_space) if target else None
    segment = _segment(tree, "s1", left, right, state, target or node)
    return BilingualUnit(id, (replace(segment, matches=matches),), notes=notes)


def _state(node: Node, target: Node | None) -> State:
    if target is None:
        return "initial"
    stated = target.attributes.get("state", "")
    state = STATES.get(stated, "translated" if target.text.strip() and not stated else "initial")
    if node.attributes.get("approved") == "yes" and state != "final":
        return "reviewed"
    return state


def _match(node: Node) -> BilingualMatch | None:
    source, target = node.first("source"), node.first("target")
    if target is None:
        return None
    quality = node.attributes.get("match-quality", "").rstrip("%")
    return BilingualMatch(source.text if source else "", target.text,
                          float(quality) if quality.replace(".", "", 1).isdecimal() else 0.0,
                          node.attributes.get("origin", ""))


def _sentences(tree: Tree, cut: Node, target: Node | None,
               state: State) -> Iterator[BilingualSegment | BilingualGap]:
    """The sentences of a `seg-source`, each beside the target's of the same `mid`."""
    found = {mark.attributes.get("mid", ""): mark for mark in (sentences(target) if target else ())}
    own = set(map(id, sentences(cut)))
    for child in cut.children:
        if isinstance(child, str):
            yield BilingualGap(child, child if found else None)
        elif id(child) in own:
            mid = child.attributes.get("mid", "")
            other = found.get(mid)
            yield _segment(tree, f"s{mid}", _read(child, True), _read(other, True) if other else None,
                           state if other else "initial", other or child)


def _segment(tree: Tree, id: str, source: Content, target: Content | None, state: State,
             where: Node) -> BilingualSegment:
    line, column = tree.place(first_character(tree, where) if target else where.start)
    return BilingualSegment(id, source.text, target.text if target else None, state,
                            source_codes=tuple(source.codes),
                            target_codes=tuple(target.codes) if target else (), line=line, column=column)


class _ContentReader:
    """Reads one element."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = self.depth = 0
        self.found = Content()

    def inside(self, node: Node) -> None:
        for child in node.children:
            if isinstance(child, str):
                self.pieces.append(child)
                self.length += len(child)
            else:
                _HANDLERS.get(child.name, _ContentReader.inside)(self, child)

    def pair(self, node: Node) -> None:
        mtype = node.attributes.get("mtype", "")
        if node.name == "mrk" and mtype not in _PROTECTED:
            start = self.length
            self.inside(node)
            if mtype == "term":
                self.found.notes.append(Note(node.attributes.get("mid", ""), "term", start, self.length))
            return
        index = len(self.found.codes)
        self.add(node, "pair", protected=node.name == "mrk")
        self.depth += 1
        self.inside(node)
        self.depth -= 1
        code = self.found.codes[index]
        self.found.codes[index] = BilingualCode(code.id, "pair", Span(code.span.start, self.length), code.open,
                                                code.close, code.protected, code.depth)

    def add(self, node: Node, kind: Literal["pair", "point", "start", "end"], protected: bool = False) -> None:
        raw = node.text if kind != "pair" else ""
        raw = raw or node.attributes.get("equiv-text", "")
        id = node.attributes.get("rid") or node.attributes.get("id") or node.attributes.get("mid", "")
        is_end = kind == "end"
        self.found.codes.append(BilingualCode(id, kind, Span(self.length, self.length), "" if is_end else raw,
                                              raw if is_end else "", protected, self.depth))

    def point(self, node: Node) -> None:
        self.add(node, "point")

    def start(self, node: Node) -> None:
        self.add(node, "start")

    def end(self, node: Node) -> None:
        self.add(node, "end")


_HANDLERS: dict[str, Callable[[_ContentReader, Node], None]] = {
    "g": _ContentReader.pair, "mrk": _ContentReader.pair, "x": _ContentReader.point,
    "ph": _ContentReader.point, "it": _ContentReader.point, "bx": _ContentReader.start,
    "bpt": _ContentReader.start, "ex": _ContentReader.end, "ept": _ContentReader.end,
}


def _read(node: Node, keep_space: bool) -> Content:
    reader = _ContentReader()
    reader.inside(node)
    reader.found.text = "".join(reader.pieces)
    return tidy(reader.found, keeps_space(node, keep_space))
