"""The sentences of the articles that a user names, with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from translate.errors import GlosswireError
from translate.readers.choose import reader_for, suffixes
from translate.readers.collect import collect
from translate.records import Place
from translate.text.segment import split

Sentences = Sequence[tuple[Place, str]]


def read_articles(paths: Sequence[Path], language: str,
                  skip: Callable[[str], object]) -> Iterator[tuple[str, Sentences]]:
    """(name, sentences) of each article; `skip` is told of one that cannot be read.

    Raises: InputError where a path does not exist or holds no article.
    """
    for source in collect(paths, suffixes()):
        try:
            yield source.name, read_sentences(source.path, language)
        except GlosswireError as error:
            skip(f"left out: {error}")


def read_sentences(path: Path, language: str) -> Sentences:
    """The sentences of one article, each with the line that its paragraph begins in.

    Raises: InputError, EncodingError as readers do.
    """
    article = reader_for(path).read(path.read_bytes(), path.as_posix(), language)
    return [(Place(path.as_posix(), max(1, block.line)), span.of(block.text))
            for block in article.blocks for span in split(block.text, language)]
