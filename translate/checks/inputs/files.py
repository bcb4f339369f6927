"""A translated file and its source: blocks are aligned first, then the sentences of blocks that are sure.

What is not sure is told and not checked. Where the sentences of a sure block cannot be told apart, or a
number or a code has gone from one to another, the block is checked as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from translate.checks.inputs.blocks import Bead, align
from translate.checks.inputs.interface import File, Item, Remark
from translate.checks.inputs.likeness import Likeness, Names, Stretch, lost, merged, stretch
from translate.checks.inputs.passages import Passage, joined, pair, passages
from translate.checks.registry import UNALIGNED
from translate.readers.choose import reader_for
from translate.readers.intake import load
from translate.records import Place

_ELSEWHERE = 3.0
"""What at least speaks for a pair that does not stand in the order of the source."""


def read_translated(file: File, original: Path, source: str, target: str,
                    names: Names | None = None) -> Iterator[Item]:
    """The sentences of a translated file beside those of `original`; the file is one article.

    `names` finds in a text what the glossary knows.

    Raises:
        InputError: One of the two cannot be read.
    """
    reader = reader_for(PurePath(file.name))
    one = reader.read(load(original), original.as_posix(), source)
    other = reader.read(file.stream.read(), file.name, target)
    kinds = [block.kind for block in one.blocks], [block.kind for block in other.blocks]
    blocks = _Sides(passages(one, one.name), passages(other, file.name), (source, target), names, kinds)
    for bead in blocks.beads:
        if bead.paired:
            yield from _within(*blocks.texts(bead), (source, target), names)
        else:
            yield blocks.remark(bead)


def _within(source: Passage, target: Passage, languages: tuple[str, str], names: Names | None) -> Iterator[Item]:
    """The sentences of two blocks that render each other; the blocks where these are not sure."""
    article = target.place.path
    sides = _Sides(source.sentences(languages[0]), target.sentences(languages[1]), languages, names)
    if all(bead.sure and not bead.crossed for bead in sides.beads) and not sides.moved():
        for bead in sides.beads:
            yield pair(*sides.texts(bead), article) if bead.paired else sides.remark(bead)
    else:
        yield pair(source, target, article)


class _Sides:
    """The passages of both texts, aligned."""

    def __init__(self, sources: Sequence[Passage], targets: Sequence[Passage], languages: tuple[str, str],
                 names: Names | None, kinds: tuple[Sequence[str], Sequence[str]] = ((), ())) -> None:
        self.passages = sources, targets
        self.stretches = [_stretches(side, language, names, kind)
                          for side, language, kind in zip(self.passages, languages, kinds)]
        self.beads = align(*self.stretches)

    def texts(self, bead: Bead) -> tuple[Passage, Passage]:
        """Both sides of a bead that has them."""
        one, other = self._of(bead)
        return joined(one), joined(other)

    def _of(self, bead: Bead) -> tuple[Sequence[Passage], Sequence[Passage]]:
        return (self.passages[0][bead.sources.start:bead.sources.stop],
                self.passages[1][bead.targets.start:bead.targets.stop])

    def moved(self) -> bool:
        """Whether a number or a code that both texts have stands in beads that do not render each other."""
        looks = [tuple(map(merged, self._looks(bead))) for bead in self.beads]
        codes = [tuple({code for one in side for _, code in one.codes} for side in self._of(bead))
                 for bead in self.beads]
        apart = frozenset[str]().union(*(lost(*pair) for pair in looks), *(one ^ other for one, other in codes))
        every = [frozenset[str]().union(*(pair[side] for pair in codes)) for side in (0, 1)]
        return not apart <= lost(*map(merged, self.stretches)) | (every[0] ^ every[1])

    def _looks(self, bead: Bead) -> tuple[Sequence[Stretch], Sequence[Stretch]]:
        return (self.stretches[0][bead.sources.start:bead.sources.stop],
                self.stretches[1][bead.targets.start:bead.targets.stop])

    def remark(self, bead: Bead) -> Remark:
        """What is said of a bead that is not checked."""
        one, other = self._of(bead)
        source, target = (" ".join(passage.text for passage in side) for side in (one, other))
        return Remark(self._doubt(bead), self._place(bead), UNALIGNED, source, target)

    def _place(self, bead: Bead) -> Place:
        """Where the translation stands, or would."""
        targets = self.passages[1]
        if not targets:
            return Place(self.passages[0][0].place.path)
        return targets[min(bead.targets.start, len(targets) - 1)].place

    def _doubt(self, bead: Bead) -> str:
        if bead.crossed:
            return (f"this and the next seem to translate {self._line(bead.sources.start)} and what follows "
                    "there, the other way round; not checked")
        if bead.sources and bead.targets:
            return f"it is not sure that this translates {self._line(bead.sources.start)}; not checked"
        if bead.sources:
            return f"nothing here seems to translate {self._line(bead.sources.start)}; look whether it is lost"
        elsewhere = self._elsewhere(self.stretches[1][bead.targets.start])
        if elsewhere is not None:
            return f"it seems to translate {self._line(elsewhere)}, in another order; not checked"
        return "nothing in the source seems to be what this translates; not checked"

    def _elsewhere(self, target: Stretch) -> int | None:
        """The passage without a counterpart that `target` may well translate."""
        like = Likeness(*self.stretches)
        free = [bead.sources.start for bead in self.beads if not bead.targets]
        score, best = max(((like(self.stretches[0][number], target), number) for number in free), default=(0.0, 0))
        return best if score >= _ELSEWHERE else None

    def _line(self, number: int) -> str:
        place = self.passages[0][number].place
        return f"line {place.line} of {place.path}"


def _stretches(side: Sequence[Passage], language: str, names: Names | None, kinds: Sequence[str]) -> list[Stretch]:
    return [stretch(one.text, language, kind, names) for one, kind in zip(side, kinds or [""] * len(side))]
