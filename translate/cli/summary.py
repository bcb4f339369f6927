"""What a run did, for people and for run.json."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from translate import __version__
from translate.batch.interface import Finished, Told
from translate.readers.collect import Source
from translate.records import Failed

SHOWN = 20
"""Problems that are printed one by one; the rest is counted, run.json has them all."""


class Summary:
    """Gathers the outcome of a run."""

    def __init__(self, sources: Sequence[Source], targets: Sequence[str],
                 signatures: Mapping[str, str]) -> None:
        self.sources, self.targets, self.signatures = sources, targets, signatures
        self.finished: list[Finished] = []
        self.started, self.clock = time.time(), time.monotonic()

    def add(self, finished: Finished) -> None:
        """Count one article in one language; its bytes are not held."""
        self.finished.append(finished.without_data())

    @property
    def written(self) -> int:
        """Files that were written or already held the same bytes."""
        return sum(not isinstance(one.data, Failed) for one in self.finished)

    @property
    def remarks(self) -> list[str]:
        """One line for each piece of a file that its reader could make nothing of; it is kept as it is."""
        lines = [f"{piece.place}: left as it is: {piece.reason}"
                 for one in self.finished for piece in one.skipped]
        return list(dict.fromkeys(lines))[:SHOWN]

    @property
    def problems(self) -> list[str]:
        """One line for each article that failed and each sentence left as it was."""
        lines = []
        for one in self.finished:
            if isinstance(one.data, Failed):
                lines.append(one.data.reason)
            lines += [f"{one.name} ({one.target}): left as it was: {failed.reason}"
                      for failed in one.failures]
            lines += [f"{one.name} ({one.target}), sentence {told.segment}: {told.line}"
                      for told in (*one.mentions, *one.open) if told.rung == "unresolved" and told.wanted]
        unique = list(dict.fromkeys(lines))
        rest = len(unique) - SHOWN
        return unique if rest <= 0 else [*unique[:SHOWN], f"and {rest} more, see run.json"]

    @property
    def explanation(self) -> list[str]:
        """What became of every mention, article by article."""
        lines = []
        for one in sorted(self.finished, key=lambda one: (one.name, one.target)):
            lines.append(f"{one.name} ({one.target})")
            told = sorted((*one.mentions, *one.open), key=lambda told: told.segment)
            lines += [f"  {single.segment}: {single.line}" for single in told]
        return lines

    @property
    def rungs(self) -> Counter[str]:
        """How many mentions got their rendering by which rung."""
        return Counter(told.rung for one in self.finished for told in one.mentions)

    def lines(self, out: Path) -> list[str]:
        """The summary that is printed at the end."""
        seconds = time.monotonic() - self.clock
        segments = sum(one.segments for one in self.finished)
        words = sum(one.words for one in self.finished)
        lines = [f"{self.written} of {len(self.sources) * len(self.targets)} files written: "
                 f"{segments:,} segments, {words:,} words in {seconds:.1f} s "
                 f"({words / max(seconds, 1e-6):,.0f} words/s)"]
        first = {target: next((one.name for one in self.finished
                               if one.target == target and not isinstance(one.data, Failed)), "")
                 for target in self.targets}
        lines += [f"  {target}: {out / target}/ (for example {out / target / first[target]})"
                  for target in self.targets if first[target]]
        if self.rungs:
            counts = (f"{count} {rung}" for rung, count in self.rungs.most_common())
            lines.append(f"  terms: {', '.join(counts)}")
        removed = sum(len(one.removed) for one in self.finished if one.target == self.targets[0])
        if removed:
            lines.append(f"  {removed} pieces of web clutter were left out (--keep-boilerplate keeps them);"
                         f" they are listed in {out / 'run.json'}")
        return lines

    def record(self, now: float) -> dict[str, Any]:
        """run.json."""
        return {"program": f"glosswire {__version__}", "signatures": dict(self.signatures),
                "started": _utc(self.started), "finished": _utc(now),
                "seconds": round(time.monotonic() - self.clock, 3),
                "counts": {"sources": len(self.sources), "written": self.written,
                           "segments": sum(one.segments for one in self.finished),
                           "words": sum(one.words for one in self.finished)},
                "terms": dict(sorted(self.rungs.items())),
                "articles": [_article(one) for one in self.finished]}


def _article(one: Finished) -> dict[str, Any]:
    """One article in one language; keys without content are left out."""
    content = {"name": one.name, "to": one.target, "segments": one.segments,
               "failed": one.data.reason if isinstance(one.data, Failed) else "",
               "untranslated": [failed.reason for failed in one.failures],
               "unresolved": [_unresolved(told) for told in (*one.mentions, *one.open)
                              if told.rung == "unresolved"],
               "removed": [{"at": str(piece.place), "text": piece.text, "why": piece.reason}
                           for piece in one.removed],
               "skipped": [{"at": str(piece.place), "why": piece.reason} for piece in one.skipped]}
    return {key: value for key, value in content.items() if value or key in ("name", "to", "segments")}


def _unresolved(told: Told) -> dict[str, Any]:
    return {"sentence": told.segment, "term": told.text, "entry": told.entry, "wanted": told.wanted,
            "why": told.reason}


def _utc(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))
