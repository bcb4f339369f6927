"""A corpus for `glossary mine`: its sentences, and the translations that stand beside them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translate.errors import ConfigError, GlosswireError, InputError
from translate.glossary.formats.tables import decode, rows
from translate.glossary.keys import is_language
from translate.glossary.mine import Sentence
from translate.readers.choose import reader_for, suffixes
from translate.readers.collect import collect
from translate.records import Block, Place
from translate.text.segment import split

Say = Callable[[str], object]


@dataclass(slots=True)
class Corpus:
    """What was read."""

    sentences: list[Sentence] = field(default_factory=list)
    targets: dict[str, dict[int, str]] = field(default_factory=dict)
    """Translations by language, then by the index of the sentence."""

    def add(self, sentence: Sentence, targets: Mapping[str, str]) -> None:
        """A sentence with its translations by language."""
        for language, text in targets.items():
            if text:
                self.targets.setdefault(language, {})[len(self.sentences)] = text
        self.sentences.append(sentence)


def read_corpus(paths: Sequence[Path], source: str, references: Mapping[str, Sequence[Path]],
                say: Say) -> Corpus:
    """The sentences of articles, of `.tsv` (source TAB target) and of `.jsonl` ({"en": ..., "ko": ...}).

    `references` are, by language, folders with translations of the articles under the same names, or
    tables of pairs. What cannot be aligned is told with `say` and has no translation.

    Raises: InputError where a path does not exist or holds nothing to read.
    """
    corpus = Corpus()
    folders = {code: [path for path in given if path.is_dir()] for code, given in references.items()}
    for found in collect(paths, (*suffixes(), ".tsv")):
        try:
            if not _read_table(corpus, found.path, source, ""):
                _read_article(corpus, found.path, found.name, source, folders, say)
        except GlosswireError as error:
            say(f"left out: {error}")
    for code, given in references.items():
        for path in given:
            if not path.is_dir() and not _read_table(corpus, path, source, code):
                raise ConfigError(f"--references {code}={path}: name a folder of translations, or a .tsv or "
                                  ".jsonl of pairs")
    return corpus


def _read_table(corpus: Corpus, path: Path, source: str, target: str) -> bool:
    """Add the pairs of a table; False where `path` is none."""
    if path.suffix.lower() not in (".tsv", ".jsonl"):
        return False
    try:
        text = decode(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}); name a file or folder") from error
    pairs = list(_tabbed(text, path, source, target) if path.suffix.lower() == ".tsv" else _objects(text))
    pairs = [(line, texts) for line, texts in pairs if texts.get(source)]
    for line, texts in pairs:
        others = {code: found for code, found in texts.items() if code != source}
        corpus.add(Sentence(str(path), texts[source], Place(path.as_posix(), line)), others)
    return bool(pairs)


def _tabbed(text: str, path: Path, source: str, target: str) -> Iterator[tuple[int, dict[str, str]]]:
    for row in rows(text, "\t", str(path), quoted=False):
        yield row.line, {source: row.cell(0), **({target: row.cell(1)} if target else {})}


def _objects(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The texts of each line by language; a line that is no object of texts has none."""
    for number, line in enumerate(text.splitlines(), 1):
        try:
            found = json.loads(line) if line.strip() else {}
        except json.JSONDecodeError:
            found = {}
        if isinstance(found, dict):
            yield number, {key: value for key, value in found.items()
                           if is_language(key) and isinstance(value, str)}


def _read_article(corpus: Corpus, path: Path, name: str, source: str,
                  folders: Mapping[str, Sequence[Path]], say: Say) -> None:
    """Add the sentences of an article with those of its translations."""
    blocks = _blocks(path, source)
    others: dict[str, Sequence[Block]] = {}
    for code, given in folders.items():
        for reference in (folder / name for folder in given if (folder / name).is_file()):
            translated = _blocks(reference, code)
            if len(translated) == len(blocks):
                others[code] = translated
            else:
                say(f"{reference}: {len(translated)} paragraphs where {path} has {len(blocks)}; no "
                    "renderings are taken from it")
    for index, block in enumerate(blocks):
        beside = {code: _sentences(found[index], code) for code, found in others.items()}
        own = _sentences(block, source)
        for number, text in enumerate(own):
            targets = {code: found[number] if len(found) == len(own) else others[code][index].text
                       for code, found in beside.items()}
            corpus.add(Sentence(name, text, Place(path.as_posix(), max(1, block.line))), targets)


def _blocks(path: Path, language: str) -> Sequence[Block]:
    return reader_for(path).read(path.read_bytes(), path.as_posix(), language).blocks


def _sentences(block: Block, language: str) -> list[str]:
    return [span.of(block.text) for span in split(block.text, language)]
