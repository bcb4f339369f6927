"""Reading XLIFF of any version, as we wrote it or as a translator's tool left it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import isfinite

from translate.readers.encoding import decode, declared_encoding
from translate.readers.xliff_content import (
    Content, ContentReader, base_id, code_of, first_character, keeps_space,
)
from translate.readers.xliff_read_old import read_old
from translate.readers.xliff_write import DIGEST, GLOSSARY, MATCHES, METADATA, PREFIX
from translate.readers.xml_nodes import Node, Tree, parse_xml
from translate.records import (
    BilingualFile, BilingualGap, BilingualMatch, BilingualSegment, BilingualTerm, BilingualUnit, Span,
)
from translate.records.bilingual import STATES


def read_xliff(data: bytes, name: str) -> tuple[BilingualFile, ...]:
    """The files of the document in `data`, XLIFF 1.2 or 2.x; `name` stands in messages.

    Raises: InputError when it is no XLIFF, broken or unsafe XML, or lacks what makes a unit.
    """
    tree = parse_document(data, name)
    if tree.root.attributes["version"].startswith("1."):
        return tuple(read_old(tree))
    return tuple(_files(tree))


def parse_document(data: bytes, name: str) -> Tree:
    """The tree of an XLIFF document, whose root states a version that can be read.

    Raises: InputError when it is none.
    """
    return parse_text(decode(data, name, "en", declared_encoding(data)).text, name)


def parse_text(text: str, name: str) -> Tree:
    """As `parse_document`, of text."""
    tree = parse_xml(text, name)
    if tree.root.name != "xliff":
        tree.fail(tree.root, f"<{tree.root.name}> is no XLIFF: name a file that begins with <xliff>")
    version = tree.root.attributes.get("version", "")
    if not version.startswith(("1.", "2.")):
        tree.fail(tree.root, f"XLIFF version {version or 'not stated'}: versions 1.2 and 2.x are read")
    return tree


def _files(tree: Tree) -> Iterator[BilingualFile]:
    root = tree.root
    keep = keeps_space(root, False)
    for number, node in enumerate(root.all("file"), 1):
        facts = dict(_groups(node).get("file", [()])[0])
        units = tuple(_UnitReader(tree, unit, space).read()
                      for unit, space in _units(node, keeps_space(node, keep)))
        yield BilingualFile(
            node.attributes.get("original", ""), code_of(root.attributes.get("srcLang", "")),
            code_of(root.attributes.get("trgLang", "")), facts.pop(DIGEST, ""), units,
            node.attributes.get("id") or f"f{number}", tuple(facts.items()), tuple(_remarks(node)))


def _remarks(node: Node) -> Iterator[str]:
    """What a person wrote about a file."""
    notes = node.first("notes")
    yield from filter(None, (note.text.strip() for note in (notes.all("note") if notes else ())))


def _units(node: Node, keep_space: bool) -> Iterator[tuple[Node, bool]]:
    """The units below a file or group, and whether white space counts in them."""
    for child in node.elements:
        if child.space == node.space and child.name == "unit":
            yield child, keeps_space(child, keep_space)
        elif child.space == node.space and child.name == "group":
            yield from _units(child, keeps_space(child, keep_space))


def _groups(node: Node) -> dict[str, list[list[tuple[str, str]]]]:
    """Our metadata of a file or unit: by category, what each group says."""
    found: dict[str, list[list[tuple[str, str]]]] = {}
    for metadata in node.all("metadata", METADATA):
        for group in metadata.all("metaGroup"):
            category = group.attributes.get("category", "")
            if category.startswith(PREFIX):
                found.setdefault(category.removeprefix(PREFIX), []).append(
                    [(meta.attributes.get("type", ""), meta.text) for meta in group.all("meta")])
    return found


class _UnitReader:
    """Reads one unit."""

    def __init__(self, tree: Tree, node: Node, keep_space: bool) -> None:
        self.tree, self.node, self.keep_space = tree, node, keep_space
        data = node.first("originalData")
        contents = ContentReader({})
        self.reader = ContentReader({
            each.attributes.get("id", ""): contents.read(each, True, whole=True).text
            for each in (data.all("data") if data else ())})
        self.ids: set[str] = {child.attributes.get("id", "") for child in node.elements}
        self.contents: dict[str, tuple[Content, Content | None]] = {}
        """Source and target of each segment, by its id."""

    def read(self) -> BilingualUnit:
        parts = [self._part(child) for child in self.node.elements
                 if child.space == self.node.space and child.name in ("segment", "ignorable")]
        if not self.contents:
            self.tree.fail(self.node, f"unit {self.node.attributes.get('id', '')} has no segment: put back "
                                      "what was deleted, or delete the whole unit")
        groups = _groups(self.node)
        whole, own = self._notes()
        facts = {dict(group).get("id", ""): group for group in groups.get("segment", [])}
        terms = self._terms(groups.get("term", []))
        matches = self._matches()
        done = tuple(replace(
            part, terms=tuple(terms.get(part.id, ())), matches=tuple(matches.get(part.id, ())),
            note="\n".join(filter(None, [part.note, *own.get(part.id, ())])),
            facts=tuple(pair for pair in facts.get(part.id, ()) if pair[0] != "id"))
            if isinstance(part, BilingualSegment) else part for part in parts)
        line = dict(groups.get("block", [[]])[0]).get("line", "0")
        return BilingualUnit(
            self.node.attributes.get("id", ""), done,
            self.node.attributes.get("type", "").removeprefix(PREFIX)
            if self.node.attributes.get("type", "").startswith(PREFIX) else "",
            int(line) if line.isdecimal() else 0, tuple(whole))

    def _part(self, node: Node) -> BilingualSegment | BilingualGap:
        source, target = node.first("source"), node.first("target")
        if source is None:
            self.tree.fail(node, f"a {node.name} without <source>: put it back")
        is_gap = node.name == "ignorable"
        left = self.reader.read(source, keeps_space(source, self.keep_space), is_gap)
        right = None if target is None else self.reader.read(
            target, keeps_space(target, self.keep_space), is_gap)
        codes = tuple(left.codes), tuple(right.codes) if right else ()
        if is_gap:
            return BilingualGap(left.text, right.text if right else None, *codes, order=_order(target))
        id = self._id(node)
        self.contents[id] = left, right
        state = node.attributes.get("state", "")
        line, column = self.tree.place(first_character(self.tree, target) if target else node.start)
        return BilingualSegment(
            id, left.text, right.text if right else None,
            next((known for known in STATES if known == state), "initial"),
            node.attributes.get("subState", ""), source_codes=codes[0], target_codes=codes[1],
            note="\n".join(filter(None, [left.comment, right.comment if right else ""])),
            line=line, column=column, order=_order(target))

    def _id(self, node: Node) -> str:
        """The id of a segment; one without gets the first that is free."""
        id = node.attributes.get("id", "")
        number = 1
        while not id or id in self.contents:
            id = f"s{number}" if f"s{number}" not in self.ids else ""
            number += 1
        return id

    def _owner(self, ref: str) -> str:
        """The segment that a reference points to, or into; the only one where it points nowhere."""
        wanted = ref.rpartition("#")[2].rpartition("/")[2].rpartition("=")[2]
        if wanted in self.contents:
            return wanted
        for id, (source, target) in self.contents.items():
            if any(note.id == wanted for side in (source, target) if side for note in side.notes):
                return id
        return next(iter(self.contents)) if len(self.contents) == 1 else ""

    def _notes(self) -> tuple[list[str], dict[str, list[str]]]:
        """What people wrote about the unit, and about its segments; ours on terms are in the terms."""
        whole: list[str] = []
        own: dict[str, list[str]] = {}
        refs = {note.ref.rpartition("=")[2]: id for id, sides in self.contents.items()
                for side in sides if side for note in side.notes if note.kind == "comment" and note.ref}
        notes = self.node.first("notes")
        for note in notes.all("note") if notes else ():
            category, text = note.attributes.get("category", ""), note.text.strip()
            segment = category.removeprefix(f"{PREFIX}segment:")
            if category == PREFIX + "term" or not text:
                continue
            if segment not in self.contents:
                segment = refs.get(note.attributes.get("id", ""), "")
            if segment:
                own.setdefault(segment, []).append(text)
            else:
                whole.append(text)
        return whole, own

    def _terms(self, told: list[list[tuple[str, str]]]) -> Mapping[str, list[BilingualTerm]]:
        """The terms of each segment: what the glossary module says, and what we remember of it."""
        remembered = {dict(group).get("id", ""): dict(group) for group in told}
        found: dict[str, list[BilingualTerm]] = {}
        for glossary in self.node.all("glossary", GLOSSARY):
            for entry in glossary.all("glossEntry"):
                id = entry.attributes.get("ref", "").rpartition("#")[2].rpartition("=")[2]
                id = id or "t" + entry.attributes.get("id", "").removeprefix("g")
                facts = remembered.get(id, {})
                owner = facts.get("segment", "")
                owner = owner if owner in self.contents else self._owner("#" + id)
                if owner:
                    found.setdefault(owner, []).append(self._term(entry, id, facts, owner))
        return found

    def _term(self, entry: Node, id: str, facts: Mapping[str, str], owner: str) -> BilingualTerm:
        source, target = self.contents[owner]
        said = {name: (part.text if (part := entry.first(name)) else "")
                for name in ("term", "translation", "definition")}
        translation = entry.first("translation")
        ref = (translation.attributes.get("ref", "") if translation else "").rpartition("=")[2]
        known = facts.get("entry") or entry.attributes.get("id", "")
        reason = said["definition"]
        return BilingualTerm(
            known, facts.get("kind", ""), said["term"], source.span(id), said["translation"],
            facts.get("rung", ""), _target_span(target, ref or id),
            facts.get("before", ""), facts.get("after", ""), _number(facts.get("change", "")),
            reason if reason != known or said["translation"] else "")

    def _matches(self) -> Mapping[str, list[BilingualMatch]]:
        found: dict[str, list[BilingualMatch]] = {}
        for matches in self.node.all("matches", MATCHES):
            for match in matches.all("match"):
                source, target = match.first("source", self.node.space), match.first("target", self.node.space)
                owner = self._owner(match.attributes.get("ref", ""))
                if source is None or target is None or not owner:
                    continue
                score = match.attributes.get("similarity") or match.attributes.get("matchQuality", "")
                found.setdefault(owner, []).append(BilingualMatch(
                    self.reader.read(source, True).text, self.reader.read(target, True).text,
                    _number(score), match.attributes.get("origin", "")))
        return {id: sorted(each, key=lambda match: -match.score) for id, each in found.items()}


def _target_span(target: Content | None, id: str) -> Span | None:
    if target is None:
        return None
    return target.span(id) or next(
        (Span(note.start, note.end) for note in target.notes
         if note.kind == "term" and base_id(note.id) == base_id(id)), None)


def _order(target: Node | None) -> int:
    stated = target.attributes.get("order", "") if target else ""
    return int(stated) if stated.isdecimal() and len(stated) < 10 else 0


def _number(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        return 0.0
    return found if isfinite(found) else 0.0
