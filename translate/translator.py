"""Translation for other programs: many texts at once, with the batching and the terms of `translate run`.

>>> from translate import Translator
>>> translator = Translator(to="ko", glossaries=["glossaries"])
>>> translator.translate(["12:30"])
['12:30']
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from translate import pipeline
from translate.batch.interface import Told
from translate.batch.local import told
from translate.batch.opening import Setup
from translate.engine.interface import Decoding, Device
from translate.glossary.load import load
from translate.memory.store import open_memory
from translate.pipeline import Document, Result
from translate.readers.choose import reader_for

WINDOW = 2048
"""Segments decoded together, as in a run."""


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in the target language, and how it came about."""

    text: str
    terms: tuple[Told, ...] = ()
    """What became of each mention of a glossary entry, in source order."""
    problems: tuple[str, ...] = ()
    """One line for each sentence that stands in the source language, and each term that is missing."""


class Translator:
    """Translates texts into one language.

    Args:
        to: Language code of the target.
        source: Language code of the texts.
        glossaries: YAML files and folders; a later one overrides an earlier one by entry id.
        profile: House style; empty for the language's own.
        models: A folder of Argos packages to look in first.
        beam: Hypotheses kept while decoding.
        device: Where to decode.
        jobs: Batches decoded at once; 0 for one for each core.
        memory: A translation memory to ask and to fill; None to do without.

    Raises:
        PackageMissing: No package translates between the two languages.
        GlossaryError: A glossary cannot be loaded.
        ConfigError: A glossary or a profile does not exist.
        StoreError: The memory cannot be opened.

    An object may be used by one thread at a time. All errors are `translate.errors.GlosswireError`.
    """

    def __init__(self, to: str, *, source: str = "en", glossaries: Sequence[str | os.PathLike[str]] = (),
                 profile: str = "", models: str | os.PathLike[str] | None = None, beam: int = 4,
                 device: Device = "auto", jobs: int = 0,
                 memory: str | os.PathLike[str] | None = None) -> None:
        glossary = load([Path(path) for path in glossaries]) if glossaries else None
        setup = Setup(source, (to,), Decoding(beam=beam, device=device, jobs=jobs),
                      Path(models) if models is not None else None, glossary, profile)
        self.source, self.target = source, to
        self._desk = setup.open(open_memory(Path(memory))[0] if memory is not None else None)[to]

    def translate(self, texts: Sequence[str], format: str = "txt") -> list[str]:
        """The texts in the target language, in order.

        Each is an article of its own: it may hold several sentences and paragraphs, names are followed
        through it, and everything that is no prose stays. `format` is txt, md or html.

        Raises:
            InputError: A text breaks its format, or the format is unknown.
            EngineError: The decoder itself failed.
        """
        return [found.text for found in self.explain(texts, format)]

    def explain(self, texts: Sequence[str], format: str = "txt") -> list[Translated]:
        """As `translate`, with what became of the terms."""
        found = {index: Translated(text) for index, text in enumerate(texts) if not text.strip()}
        for window in self._windows(texts, format, found):
            places = {id(document): index for index, document in window}
            for result in pipeline.translate([document for _, document in window], self._desk):
                found[places[id(result.document)]] = _translated(result)
        return [found[index] for index in range(len(texts))]

    def _windows(self, texts: Sequence[str], format: str,
                 done: dict[int, Translated]) -> Iterator[list[tuple[int, Document]]]:
        """The texts that are not `done`, as documents with their places, some thousand segments at a time."""
        reader = reader_for(PurePath(f"text.{format}"))
        window: list[tuple[int, Document]] = []
        held = 0
        for index, text in enumerate(texts):
            if index in done:
                continue
            data = text.encode("utf-8", "surrogatepass")
            document = pipeline.prepare(data, f"text {index + 1}", self.source, reader, None)
            window.append((index, document))
            held += len(document.segments)
            if held >= WINDOW:
                yield window
                window, held = [], 0
        yield window


def _translated(result: Result) -> Translated:
    text = pipeline.write(result).decode(result.document.article.encoding)
    return Translated(text, tuple(one for one, _ in told(result, 0)), result.problems)
