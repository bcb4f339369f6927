"""XLIFF, as `translate run` writes it and as translators' tools leave it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translate.checks.inputs.interface import File, Item
from translate.checks.interface import Pair
from translate.readers.xliff_codes import code_events
from translate.readers.xliff_read import read_xliff
from translate.records import BilingualCode, BilingualFile, BilingualSegment, Place


def read_segments(file: File, source: str, target: str) -> Iterator[Item]:
    """As `Reader`; each file of a document is an article."""
    for document in read_documents(file):
        yield from pairs_of(document, file.name)


def read_documents(file: File) -> tuple[BilingualFile, ...]:
    """The files of a document.

    Raises:
        InputError: It is no XLIFF, or unsafe.
    """
    return read_xliff(file.stream.read(), file.name)


def pairs_of(document: BilingualFile, path: str) -> Iterator[Pair]:
    """The segments of a file, in order."""
    article = document.original or f"{path}#{document.id}"
    for unit in document.units:
        for segment in unit.segments:
            yield pair_of(segment, path, article, f"{unit.id}/{segment.id}")


def pair_of(segment: BilingualSegment, path: str, article: str, key: str) -> Pair:
    """A segment as checks see it; one without a translation has an empty one."""
    return Pair(segment.source, segment.target or "", Place(path, segment.line, segment.column), article, key,
                segment.state, codes=(_written(segment.source_codes), _written(segment.target_codes)))


def _written(codes: Sequence[BilingualCode]) -> tuple[str, ...]:
    """The codes as they were in the original, in the order of the text; one that nobody told by its id."""
    return tuple(_raw(codes[event.which], event.kind == "close") for event in code_events(codes))


def _raw(code: BilingualCode, closing: bool) -> str:
    if closing or code.kind == "end":
        return code.close or f"</{code.id}>"
    return code.open or f"<{code.id}>"
