"""A translated file and its source, aligned: by the structure of both, then by length and anchors.

Blocks of one kind follow each other in the same order in both. Where their numbers differ, the cheapest way
through is looked for (after W. Gale and K. Church, "A Program for Aligning Sentences in Bilingual Corpora",
1993): one to one, two joined, or one without a counterpart; numbers, Latin words and addresses that stand in
both are anchors. What is not sure is told and not checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath

from translate.checks.inputs.blocks import Bead, align
from translate.checks.inputs.interface import File, Item, Remark
from translate.checks.interface import Pair
from translate.checks.registry import UNALIGNED
from translate.readers.choose import reader_for
from translate.readers.intake import load
from translate.records import Article, Block, Mark, Place


def read_translated(file: File, original: Path, source: str, target: str) -> Iterator[Item]:
    """The blocks of a translated file beside those of `original`; the file is one article.

    Raises:
        InputError: One of the two cannot be read.
    """
    reader = reader_for(PurePath(file.name))
    one = reader.read(load(original), original.as_posix(), source)
    other = reader.read(file.stream.read(), file.name, target)
    places = _places(other, file.name)
    for bead in align(one.blocks, other.blocks, (source, target)):
        yield _item(bead, one, other, places)


def _item(bead: Bead, one: Article, other: Article, places: list[Place]) -> Item:
    sources = [one.blocks[number] for number in bead.sources]
    targets = [other.blocks[number] for number in bead.targets]
    place = places[min(bead.next, len(places) - 1)] if places else Place(other.name)
    source, target = (" ".join(block.text for block in side) for side in (sources, targets))
    if not bead.sure:
        return Remark(_doubt(bead, one), place, UNALIGNED, source, target)
    raw = targets[0].raw if len(targets) == 1 and targets[0].raw != target else ""
    codes = tuple(_codes(block) for block in sources), tuple(_codes(block) for block in targets)
    return Pair(source, target, place, other.name,
                codes=(sum(codes[0], ()), sum(codes[1], ())), raw=raw)


def _doubt(bead: Bead, one: Article) -> str:
    if not bead.targets:
        line = one.blocks[bead.sources[0]].line
        return f"nothing here seems to translate line {line} of {one.name}; look whether it is lost"
    if not bead.sources:
        return f"nothing in {one.name} seems to be the source of this; it is not checked"
    line = one.blocks[bead.sources[0]].line
    return f"it is not sure that this translates line {line} of {one.name}; not checked"


def _codes(block: Block) -> tuple[str, ...]:
    return tuple(text for mark in block.marks for text in _written(mark))


def _written(mark: Mark) -> tuple[str, ...]:
    """A link is told by its tag: what it points to may be another page in another language."""
    return tuple(text for text in (mark.open, mark.close) if text)


def _places(article: Article, name: str) -> list[Place]:
    """Where each block begins."""
    line = column = 1
    places = []
    for part in article.parts:
        raw = part.raw if isinstance(part, Block) else part
        if isinstance(part, Block):
            places.append(Place(name, line, column))
        line += raw.count("\n")
        column = len(raw) - raw.rfind("\n") if "\n" in raw else column + len(raw)
    return places
