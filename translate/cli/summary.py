"""What a run did, for people and for run.json."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from translate import __version__
from translate.batch.interface import Finished, Told
from translate.files import Growing
from translate.pipeline import Work
from translate.readers.collect import BESIDE

SHOWN = 20
"""Problems that are printed one by one; the rest is counted, run.json has them all."""


class Summary:
    """Gathers the outcome of a run, and writes run.json as it goes: of the articles nothing is held.

    Args:
        count: How many sources there are.
        explain: Called with each line of the explanation, article by article.
    """

    def __init__(self, out: Path, count: int, targets: Sequence[str], signatures: Mapping[str, str],
                 explain: Callable[[str], object] | None = None) -> None:
        self.out, self.count, self.targets, self.explain = out, count, targets, explain
        self.started, self.clock = time.time(), time.monotonic()
        self.remarks, self.problems = _Lines(), _Lines()
        self.written = self.segments = self.words = self.removed = self.unchanged = 0
        self.rungs: Counter[str] = Counter()
        self.work = Work()
        self.first: dict[str, str] = {}
        """By target language the first article that was written."""
        self._waiting: dict[int, Finished] = {}
        """What was finished before something that stands before it."""
        self._next = 0
        self._file = Growing(out / "run.json")
        self._put({"program": f"glosswire {__version__}", "signatures": dict(signatures),
                   "started": _utc(self.started)}, end=', "articles": [')

    def add(self, finished: Finished) -> None:
        """Count one article in one language."""
        self._waiting[finished.index * len(self.targets) + self.targets.index(finished.target)] = finished
        while self._next in self._waiting:
            self._take(self._waiting.pop(self._next))
            self._next += 1

    def lines(self) -> list[str]:
        """The summary that is printed at the end."""
        seconds = time.monotonic() - self.clock
        lines = [f"{self.written} of {self.count * len(self.targets)} files written: "
                 f"{self.segments:,} segments, {self.words:,} words in {seconds:.1f} s "
                 f"({self.words / max(seconds, 1e-6):,.0f} words/s)"]
        lines += [f"  {target}: {self.out / target}/ (for example {self.out / target / self.first[target]})"
                  for target in self.targets if target in self.first]
        if self.rungs:
            counts = (f"{count} {rung}" for rung, count in self.rungs.most_common())
            lines.append(f"  terms: {', '.join(counts)}")
        known = {"from the memory": self.work.recalled, "as people approved them": self.work.approved}
        if any(known.values()) or self.unchanged:
            parts = [f"{number:,} {name}" for name, number in known.items() if number]
            lines.append(f"  segments: {', '.join([f'{self.work.decoded:,} decoded', *parts])}"
                         + f"; files unchanged: {self.unchanged:,}" * bool(self.unchanged))
        if self.removed:
            lines.append(f"  {self.removed} pieces of web clutter were left out (--keep-boilerplate keeps "
                         f"them); they are listed in {self.out / 'run.json'}")
        return lines

    def close(self) -> dict[str, Any]:
        """Put run.json in its place; returns what it says, without the articles.

        Raises:
            OutputError: It cannot be written.
        """
        content = {
            "counts": {"sources": self.count, "written": self.written, "segments": self.segments,
                       "words": self.words},
            "terms": dict(sorted(self.rungs.items())),
            "work": {"decoded": self.work.decoded, "recalled": self.work.recalled,
                     "approved": self.work.approved, "unchanged": self.unchanged},
            "finished": _utc(time.time()), "seconds": round(time.monotonic() - self.clock, 3)}
        self._file.write(("\n], " + json.dumps(content)[1:] + "\n").encode())
        self._file.commit()
        return content

    def discard(self) -> None:
        """Leave the run.json of an earlier run."""
        self._file.discard()

    def _take(self, one: Finished) -> None:
        details = one.details
        if not one.failed:
            self.written += 1
            self.first.setdefault(one.target, one.name)
        self.segments += details.segments
        self.words += details.words
        self.unchanged += one.unchanged
        self.work += one.work
        self.rungs.update(told.rung for told in details.mentions)
        self.removed += len(details.removed) if one.target == self.targets[0] else 0
        self.remarks.add(_remarks(one, self.out))
        self.problems.add(_problems(one))
        if self.explain:
            for line in _explanation(one):
                self.explain(line)
        self._put(_article(one), begin="," * (self._next > 0) + "\n  ")

    def _put(self, content: dict[str, Any], begin: str = "", end: str = "") -> None:
        text = json.dumps(content, ensure_ascii=False)
        self._file.write((begin + (text[:-1] + end if end else text)).encode("utf-8", "replace"))


class _Lines:
    """Different lines: the first few, and how many there are."""

    def __init__(self) -> None:
        self.shown: dict[str, None] = {}
        self.rest = 0

    def __bool__(self) -> bool:
        return bool(self.shown)

    def add(self, lines: Iterator[str]) -> None:
        """Take in `lines`; one that is shown already is not counted again."""
        for line in lines:
            if line not in self.shown:
                if len(self.shown) < SHOWN:
                    self.shown[line] = None
                else:
                    self.rest += 1

    def lines(self) -> Iterator[str]:
        """What to print."""
        yield from self.shown
        if self.rest:
            yield f"and {self.rest:,} more, see run.json"


def _remarks(one: Finished, out: Path) -> Iterator[str]:
    """One line for each thing that a person should know of, and that is no failure."""
    details, beside = one.details, f"{out / one.target / one.name}{BESIDE}"
    yield from (f"{piece.place}: left as it is: {piece.reason}" for piece in details.skipped)
    yield from (f"{_sentence(one, told)}: the approved text lacks {told.wanted} for {told.text} [{told.entry}]; "
                "it is kept" for told in details.lacking)
    if details.edited:
        yield (f"{beside}: {_many(details.edited)} changed by hand and not set reviewed or final; what stands "
               "there is kept")
    if details.missing:
        yield f"{beside}: {_many(details.missing)} missing there; put back"
    yield from one.remarks


def _many(count: int) -> str:
    return f"{count:,} sentence{'s' * (count != 1)}"


def _problems(one: Finished) -> Iterator[str]:
    """One line for an article that failed, each sentence left as it was and each term that is missing."""
    if one.failed:
        yield one.failed
    yield from (f"{one.name} ({one.target}): left as it was: {failed.reason}" for failed in one.details.failures)
    for told in (*one.details.mentions, *one.details.open):
        if told.rung == "unresolved" and told.wanted:
            yield f"{_sentence(one, told)}: {told.line}"


def _sentence(one: Finished, told: Told) -> str:
    line = f":{told.article}" if told.article else ""
    return f"{one.name}{line} ({one.target}), sentence {told.segment}"


def _explanation(one: Finished) -> Iterator[str]:
    """What became of every mention."""
    yield f"{one.name} ({one.target})"
    told = (*one.details.mentions, *one.details.open)
    for each in sorted(told, key=lambda each: (each.article, each.segment)):
        line = f"{each.article}:" if each.article else ""
        yield f"  {line}{each.segment}: {each.line}"


def _article(one: Finished) -> dict[str, Any]:
    """One article in one language; keys without content are left out."""
    details = one.details
    content = {"name": one.name, "to": one.target, "segments": details.segments, "failed": one.failed,
               "untranslated": [failed.reason for failed in details.failures],
               "unresolved": [_told(told) for told in (*details.mentions, *details.open)
                              if told.rung == "unresolved"],
               "approved without": [_told(told) for told in details.lacking],
               "edited": details.edited,
               "removed": [{"at": str(piece.place), "text": piece.text, "why": piece.reason}
                           for piece in details.removed],
               "skipped": [{"at": str(piece.place), "why": piece.reason} for piece in details.skipped],
               "more": one.more}
    return {key: value for key, value in content.items() if value or key in ("name", "to", "segments")}


def _told(told: Told) -> dict[str, Any]:
    content = {"line": told.article, "sentence": told.segment, "term": told.text, "entry": told.entry,
               "wanted": told.wanted, "why": told.reason}
    return {key: value for key, value in content.items() if value or key != "line"}


def _utc(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
