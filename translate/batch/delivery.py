"""Translated pieces put in order, and written: never half a file, never over what a person wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from translate.batch.interface import Details, Done, Finished
from translate.batch.outputs import WRITTEN, Made, Outputs, Standing
from translate.errors import GlosswireError, OutputError
from translate.files import Growing, digest_file, write_atomically
from translate.pipeline import EDITED, ORIGIN, Work
from translate.readers.xliff_write import FOOTER, file_element, header
from translate.records import BilingualFile, Failed

CAP = 2000
"""Details of one kind that are held of one source: a file of a million articles may have millions."""


class Delivery:
    """Takes pieces as they are done and writes each source when its last piece is there.

    Args:
        overwrite: Translations that somebody changed by hand are replaced.
    """

    def __init__(self, outputs: Outputs, source: str, overwrite: bool = False) -> None:
        self.outputs, self.source, self.overwrite = outputs, source, overwrite
        self.standing: dict[tuple[int, str], Standing] = {}
        """By source and language what an earlier run left; whoever sends out pieces notes it here."""
        self._growing: dict[tuple[int, str], _Growing] = {}

    def take(self, done: Done) -> Iterator[Finished]:
        """Add a piece; yields its source when that is complete, written or not."""
        key = done.piece.index, done.target
        growing = self._growing.get(key)
        if growing is None:
            growing = self._growing[key] = _Growing(self.outputs, self.source, done)
        if growing.add(done):
            del self._growing[key]
            yield self._finish(growing, self.standing.pop(key))

    def discard(self) -> None:
        """Leave nothing of what is not complete."""
        for growing in self._growing.values():
            growing.discard()
        self._growing.clear()

    def _finish(self, growing: _Growing, standing: Standing) -> Finished:
        finished = growing.finished()
        if finished.failed:
            return finished
        try:
            return self._write(growing, standing, finished)
        except GlosswireError as error:
            return finished.but(str(error))
        except OSError as error:
            return finished.but(f"{error.filename}: cannot be read ({error.strerror}); check its permissions")
        finally:
            growing.discard()

    def _write(self, growing: _Growing, standing: Standing, finished: Finished) -> Finished:
        """Write the translation and the file for translators.

        Raises:
            OutputError: One of them cannot be written, or was changed by hand.
            OSError: What stands there cannot be read.
        """
        path, beside = growing.text.path, growing.file.path
        made = growing.close(standing.digest)
        found = digest_file(path)
        foreign = bool(found) and found not in (made.data, *standing.known)
        growing.text.prepare()
        growing.file.prepare()
        self.outputs.note(standing, made, finished)
        if digest_file(beside) != standing.file:
            raise OutputError(f"{beside}: somebody changed it while it was being translated; it is kept, and "
                              "so is the translation: run again")
        remarks = list(self._set_aside(growing, standing))
        if not foreign or self.overwrite:
            growing.text.commit()
        growing.file.commit()
        if foreign and not self.overwrite:
            raise OutputError(f"{path}: no run wrote it so: somebody changed it, or it stood there before; it is "
                              f"kept. Make the change in {beside.name} and it is taken up, or replace the file "
                              "with --overwrite")
        return replace(finished, remarks=(*finished.remarks, *remarks))

    def _set_aside(self, growing: _Growing, standing: Standing) -> Iterator[str]:
        """Copy a file for translators that has something that the new one will not have."""
        beside = growing.file.path
        homeless = growing.details.homeless + standing.orphans
        if not standing.fault and not homeless:
            return
        aside = beside.with_name(f"{beside.name}.bak-{standing.file[:8]}")
        if not aside.exists():
            write_atomically(aside, beside.read_bytes())
        if standing.fault:
            yield f"{standing.fault}; it is kept as {aside.name}, and a new one is written"
        else:
            yield (f"{beside}: {homeless} of the sentences that people worked on there are not in the source "
                   f"any more; they are kept in {aside.name}")


class _Growing:
    """A source in one language, piece by piece."""

    def __init__(self, outputs: Outputs, source: str, first: Done) -> None:
        self.index, self.name, self.target = first.piece.index, first.piece.name, first.target
        self.source = source
        self.text = Growing(outputs.path(self.name, self.target))
        self.file = Growing(outputs.beside(self.name, self.target))
        self.waiting: dict[int, Done] = {}
        self.next = 0
        self.details, self.work, self.more = Details(), Work(), 0
        self.failed, self.human = "", False
        self.begun = False
        """Something stands in the file for translators."""
        self.held: BilingualFile | None = None
        """The last of what there is for translators: it will say what was written beside it."""

    def add(self, done: Done) -> bool:
        """Take a piece, and those that waited for it; returns whether the last one is taken."""
        self.waiting[done.piece.number] = done
        while self.next in self.waiting:
            one = self.waiting.pop(self.next)
            self.next += 1
            self._append(one)
            if one.piece.last:
                return True
        return False

    def finished(self) -> Finished:
        """What has become of it."""
        return Finished(self.index, self.name, self.target, self.failed, self.details, self.work, self.more)

    def close(self, digest: str) -> Made:
        """End the file for translators; `digest` is that of the source."""
        last = self.held or BilingualFile(self.name, self.source, self.target, digest, ())
        self._put(replace(last, facts=(*last.facts, (WRITTEN, self.text.digest))))
        self.file.write(FOOTER)
        return Made(self.text.digest, self.file.digest, self.human)

    def discard(self) -> None:
        """Leave nothing of it."""
        self.text.discard()
        self.file.discard()

    def _append(self, done: Done) -> None:
        if isinstance(done.data, Failed):
            self.failed = self.failed or done.data.reason
            return
        if self.failed:
            return
        try:
            self.text.write(done.data)
            if done.file is not None:
                self._describe(done.file)
        except OutputError as error:
            self.failed = str(error)
        self.work += done.work
        self.details, more = _joined(self.details, done.details, CAP if done.piece.line else 0)
        self.more += more

    def _describe(self, file: BilingualFile) -> None:
        self.human = self.human or bool(file.notes) or any(unit.notes for unit in file.units) or any(
            segment.approved or segment.note or (ORIGIN, EDITED) in segment.facts for segment in file.segments)
        if self.held:
            self._put(self.held)
        self.held = file

    def _put(self, file: BilingualFile) -> None:
        if not self.begun:
            self.file.write(header(self.source, self.target))
            self.begun = True
        self.file.write(file_element(file))


def _joined(one: Details, other: Details, cap: int) -> tuple[Details, int]:
    """The two as one, and how many details were left out; no more than `cap` of a kind, if that is not 0."""
    if one == Details():
        return other, 0
    more = 0
    values: dict[str, Any] = {}
    for each in fields(Details):
        value = getattr(one, each.name) + getattr(other, each.name)
        if cap and isinstance(value, tuple) and len(value) > cap:
            more += len(value) - cap
            value = value[:cap]
        values[each.name] = value
    return Details(**values), more
