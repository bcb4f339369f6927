"""Sources as pieces: what an earlier run has done already is told so and not read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

from translate.batch.delivery import Delivery
from translate.batch.interface import Finished, Piece
from translate.batch.lines import Scan, cut, refuse_useless, scan
from translate.batch.outputs import Standing
from translate.errors import InputError
from translate.pipeline import answers
from translate.readers.collect import Source
from translate.readers.intake import load
from translate.readers.jsonl import JsonlReader
from translate.records import BilingualFile


class Intake:
    """Reads sources one after another, so that only what is being translated is held."""

    def __init__(self, sources: Iterable[Source], language: str, targets: Sequence[str],
                 delivery: Delivery) -> None:
        self.sources, self.language, self.targets, self.delivery = sources, language, targets, delivery

    def __iter__(self) -> Iterator[Piece | Finished]:
        """The pieces of what has to be done, and what has become of the rest.

        Raises:
            StoreError: The memory cannot be read.
        """
        for index, source in enumerate(self.sources):
            try:
                yield from self._items(index, source)
            except InputError as error:
                yield from (Finished(index, source.name, target, str(error), size=source.size)
                            for target in self.targets)

    def _look(self, index: int, source: Source, target: str, digest: str) -> Finished | Standing:
        """As `Outputs.look`; what cannot be read there ends this source alone."""
        try:
            return self.delivery.outputs.look(index, source.name, target, digest)
        except OSError as error:
            why = f"{error.filename}: cannot be read ({error.strerror}); move it away or check its permissions"
            return Finished(index, source.name, target, why, size=source.size)

    def _items(self, index: int, source: Source) -> Iterator[Piece | Finished]:
        by_line = source.path.suffix.lower() in JsonlReader().suffixes
        found = scan(source.path) if by_line else load(source.path)
        digest = found.digest if isinstance(found, Scan) else sha256(found).hexdigest()
        standing: dict[str, Standing] = {}
        for target in self.targets:
            known = self._look(index, source, target, digest)
            if isinstance(known, Finished):
                yield known
            else:
                standing[target] = known
        if not standing:
            return
        if isinstance(found, Scan):
            refuse_useless(source.path, found, source.name, self.language)
            yield from self._lines(index, source, found, standing)
            return
        edited = {target: one.files[0] for target, one in standing.items() if one.files}
        for target, one in standing.items():
            self._expect(index, target, one, one.files[1:])
        yield Piece(index, source.name, found, tuple(standing), digest=digest, edited=edited)

    def _lines(self, index: int, source: Source, found: Scan,
               standing: Mapping[str, Standing]) -> Iterator[Piece]:
        """A file that holds an article in each line."""
        shelves = {target: _Shelf(one.files) for target, one in standing.items()}
        for number, line in enumerate(cut(source.path, found)):
            digest = sha256(line.data).hexdigest()
            edited = {target: file for target, shelf in shelves.items()
                      if (file := shelf.take(digest, f"f{line.number}")) is not None}
            if number == 0 or line.last:
                for target, one in standing.items():
                    self._expect(index, target, one, shelves[target].rest())
            yield Piece(index, source.name, line.data, tuple(standing), number, line.last, line.number,
                        found.encoding, found.escaped, digest, edited)

    def _expect(self, index: int, target: str, standing: Standing, rest: Iterable[BilingualFile]) -> None:
        orphans = sum(answers(file, ()).homeless for file in rest)
        self.delivery.standing[index, target] = replace(standing, files=(), orphans=orphans)


class _Shelf:
    """What an earlier run had written of the lines of a file."""

    def __init__(self, files: Sequence[BilingualFile]) -> None:
        self._by_id = {file.id: file for file in files}
        self._by_digest: dict[str, list[str]] = {}
        for file in files:
            self._by_digest.setdefault(file.digest, []).append(file.id)

    def take(self, digest: str, id: str) -> BilingualFile | None:
        """The file of a line with this digest, wherever it stood; else that of the line at this place."""
        same = self._by_digest.get(digest, [])
        found = same.pop(0) if same else id
        return self._by_id.pop(found, None)

    def rest(self) -> list[BilingualFile]:
        """What no line has taken."""
        return list(self._by_id.values())
