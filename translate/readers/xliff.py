"""XLIFF as a source: what has no target yet is a slot, what has one is left alone.

A slot is a sentence of the source; its translation is put into the target element beside it, which is
made where there is none. Everything else keeps its bytes but the language of the targets and the state
of what was filled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from translate.errors import InputError, OutputError
from translate.readers.encoding import decode, declared_encoding
from translate.readers.inline import FORMAT, Inline
from translate.readers.parts import cut, has_prose
from translate.readers.xliff_content import code_of
from translate.readers.xliff_inline import escape_plain
from translate.readers.xliff_read import parse_text
from translate.readers.xliff_read_old import sentences
from translate.readers.xml_edit import Edit, apply, indent_before, tag_name, with_attribute
from translate.readers.xml_nodes import Node, Tree
from translate.records import Article, Block, Mark
from translate.text.nesting import weave

_BLANK = " \t\r\n"
_OPAQUE = frozenset("ph x bx ex it bpt ept sc ec cp sm em".split())
"""Inline elements that stand for something: what they hold is no prose."""
_LONGEST_SHOWN = 60
_UNITS = frozenset(("unit", "trans-unit"))
_GROUPS = frozenset(("file", "body", "group"))


@dataclass(frozen=True, slots=True)
class _Slot:
    """A target to fill."""

    owner: Node
    """The segment, or the unit of version 1."""
    file: Node
    template: Node
    """What the target will look like: the source, or that of version 1 that is cut into sentences."""
    target: Node | None
    holes: tuple[tuple[Node, Block], ...]
    """The elements in the template whose content is translated, or the template itself."""


@dataclass(frozen=True, slots=True)
class XliffReader:
    """Reads and writes `.xlf`, versions 1.2 and 2.x."""

    name: str = "xliff"
    suffixes: tuple[str, ...] = (".xlf", ".xliff")

    def read(self, data: bytes, name: str, language: str) -> Article:
        """As `Reader.read`; a block's raw text is the content of a source element."""
        decoded = decode(data, name, language, declared_encoding(data))
        tree = parse_text(decoded.text, name)
        _check_source(tree, language)
        holes = ((node.inner, node.inner_end, block) for slot in _slots(tree) for node, block in slot.holes)
        return Article(name, language, self.name, cut(decoded, holes), decoded.encoding)

    def write(self, article: Article, blocks: Sequence[Block]) -> bytes:
        """As `Reader.write`; the blocks come to stand in the targets.

        Raises: OutputError also when the file has targets in another language than the article's.
        """
        own = article.blocks
        if len(blocks) != len(own):
            raise OutputError(f"{article.name}: {len(blocks)} translated blocks for {len(own)} slots: "
                              "pass one for each, in order")
        text = "".join(part if isinstance(part, str) else part.raw for part in article.parts)
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        tree = parse_text(text[len(mark):], article.name)
        edits = list(_edits(tree, blocks, article.target))
        if edits and article.target:
            edits += _languages(tree, article.target)
        # What the encoding lacks can stand as a reference: no edit touches a name or a comment.
        return (mark + apply(tree.text, edits)).encode(article.encoding, "xmlcharrefreplace")


def _check_source(tree: Tree, language: str) -> None:
    root = tree.root
    nodes = [(root, root.attributes.get("srcLang", ""))] if "srcLang" in root.attributes else [
        (file, file.attributes.get("source-language", "")) for file in root.all("file")]
    for node, tag in nodes:
        if tag and code_of(tag) != code_of(language):
            line, column = tree.place(node.start)
            raise InputError(f"{tree.name}:{line}:{column}: its source language is {tag}, not {language}: "
                             f"run it with --from {code_of(tag)}")


def _slots(tree: Tree) -> Iterator[_Slot]:
    for file in tree.root.all("file"):
        for unit in _units(file):
            for owner in unit.all("segment") if unit.name == "unit" else (unit,):
                slot = _slot(tree, file, unit, owner)
                if slot:
                    yield slot


def _units(node: Node) -> Iterator[Node]:
    """The units below `node` that may be translated."""
    says_no = node.attributes.get("translate") == "no"
    if node.name in _UNITS:
        yield from () if says_no else (node,)
        return
    for child in node.elements:
        if child.space == node.space and (child.name in _GROUPS or child.name in _UNITS):
            if not says_no or child.attributes.get("translate") == "yes":
                yield from _units(child)


def _slot(tree: Tree, file: Node, unit: Node, owner: Node) -> _Slot | None:
    source, target, cut_up = owner.first("source"), owner.first("target"), owner.first("seg-source")
    if source is None:
        tree.fail(owner, f"a {owner.name} without <source>: put it back")
    if target is not None and (target.text.strip() or any(target.elements)):
        return None
    marks = sentences(cut_up) if cut_up else []
    template = cut_up if cut_up is not None and marks else source
    data = _data(unit)
    holes = tuple((node, block) for node in marks or [source]
                  if (block := _block(tree, node, owner, data)) and has_prose(block.text, block.marks))
    return _Slot(owner, file, template, target, holes) if holes else None


def _data(unit: Node) -> dict[str, str]:
    """What the codes of a unit of version 2 stand for, by id."""
    data = unit.first("originalData")
    return {each.attributes.get("id", ""): each.text for each in (data.all("data") if data else ())}


def _block(tree: Tree, node: Node, owner: Node, data: Mapping[str, str]) -> Block:
    inline = Inline()
    _inside(tree, node, inline, data)
    text, marks = inline.finish()
    return Block("field", text, tree.text[node.inner:node.inner_end], marks,
                 key=owner.attributes.get("id", ""), line=tree.lines.of(node.inner))


def _inside(tree: Tree, node: Node, inline: Inline, data: Mapping[str, str]) -> None:
    for child in node.children:
        if isinstance(child, str):
            inline.text(child)
            continue
        tag, whole = f"{FORMAT}{child.start}", tree.text[child.start:child.end]
        shown = _shown(child, data)
        if shown:
            inline.begin(whole, tag, True)
            inline.verbatim(shown)
            inline.end("", tag)
        elif child.name in _OPAQUE or child.inner_end == child.end:
            inline.point(whole)
        elif child.name == "mrk" and not _is_kept(child):
            _inside(tree, child, inline, data)
        else:
            inline.begin(tree.text[child.start:child.inner], tag, _is_kept(child))
            _inside(tree, child, inline, data)
            inline.end(tree.text[child.inner_end:child.end], tag)


def _shown(node: Node, data: Mapping[str, str]) -> str:
    """What a placeholder stands for in the sentence (`%s`, a name); nothing for a tag."""
    if node.name not in ("ph", "x"):
        return ""
    says = node.attributes
    shown = (says.get("equiv-text") or says.get("equiv") or node.text
             or data.get(says.get("dataRef", ""), "")).strip()
    return "" if shown.startswith("<") or len(shown) > _LONGEST_SHOWN else shown


def _is_kept(node: Node) -> bool:
    """Whether what `node` covers is not translated."""
    return node.attributes.get("translate") == "no" or node.attributes.get("mtype") == "protected"


def _edits(tree: Tree, blocks: Sequence[Block], target: str) -> Iterator[Edit]:
    given = iter(blocks)
    for slot in _slots(tree):
        filled = [(node, own, next(given)) for node, own in slot.holes]
        if all(new.text == own.text and new.marks == own.marks for _, own, new in filled):
            continue
        _check_target(tree, slot.file, target)
        content = apply(tree.text, [
            Edit(0, slot.template.inner, ""),
            *(Edit(node.inner, node.inner_end, _render(own.raw, new)) for node, own, new in filled),
            Edit(slot.template.inner_end, len(tree.text), "")])
        yield from _target(tree, slot, content)


def _check_target(tree: Tree, file: Node, target: str) -> None:
    """Refuse to mix languages."""
    for node, tag in ((tree.root, tree.root.attributes.get("trgLang", "")),
                      (file, file.attributes.get("target-language", ""))):
        if tag and target and code_of(tag) != code_of(target) and _has_targets(node):
            line, column = tree.place(node.start)
            raise OutputError(f"{tree.name}:{line}:{column}: it has translations into {tag} already: "
                              f"run it --to {code_of(tag)}, or empty its targets")


def _has_targets(node: Node) -> bool:
    return any(child.name == "target" and bool(child.text.strip()) or _has_targets(child)
               for child in node.elements if child.name not in ("alt-trans", "matches"))


def _render(raw: str, block: Block) -> str:
    """The content of a target, with the white space around it as in the source."""
    before, after = raw[:len(raw) - len(raw.lstrip(_BLANK))], raw[len(raw.rstrip(_BLANK)):]
    return before + weave(block.text, block.marks, _escape) + after


def _escape(text: str, keeper: Mark | None) -> str:
    """`text` for the file; that of a placeholder stands in its element already."""
    return "" if keeper and keeper.open and not keeper.close else escape_plain(text)


def _target(tree: Tree, slot: _Slot, content: str) -> Iterator[Edit]:
    """The edits that put `content` into a slot, and say that it is translated."""
    text, owner, target = tree.text, slot.owner, slot.target
    name = tag_name(text, slot.template)
    name = name[:len(name) - len(slot.template.name)] + "target"
    opening = f"<{name}>" if target is None else text[target.start:target.inner]
    if opening.endswith("/>"):
        opening = opening[:-2].rstrip() + ">"
    if owner.name == "segment":
        yield Edit(owner.start, owner.inner, with_attribute(text[owner.start:owner.inner], "state", "translated"))
    else:
        opening = with_attribute(opening, "state", "translated")
    written = f"{opening}{content}</{name}>"
    if target is not None:
        yield Edit(target.start, target.end, written)
    else:
        yield Edit(slot.template.end, slot.template.end, indent_before(text, slot.template) + written)


def _languages(tree: Tree, target: str) -> Iterator[Edit]:
    """Say which language the targets are in, where that is not said."""
    is_old = tree.root.attributes["version"].startswith("1.")
    name = "target-language" if is_old else "trgLang"
    for node in tree.root.all("file") if is_old else (tree.root,):
        if code_of(node.attributes.get(name, "")) != code_of(target):
            yield Edit(node.start, node.inner, with_attribute(tree.text[node.start:node.inner], name, target))
