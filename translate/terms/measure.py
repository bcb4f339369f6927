"""How well terms came out: success by mention, consistency by document.

Named after the measures of the WMT terminology tasks: term success rate is the share of mentions that are
rendered as wanted or admitted; a document is consistent in an entry when all its mentions there have one
rendering for each form (full, short, first) that was wanted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from translate.records import Mention
from translate.glossary.occurrences import assign


@dataclass(frozen=True, slots=True)
class TermScore:
    """What was counted over a corpus."""

    mentions: int
    rendered: int
    """Mentions with a wanted or admitted rendering of their own."""
    entries: int
    """Entries that a document mentions more than once, counted by document."""
    consistent: int
    """Those among them that have one rendering for each form throughout their document."""

    @property
    def success(self) -> float:
        """Term success rate, in percent."""
        return 100.0 * self.rendered / self.mentions if self.mentions else 100.0

    @property
    def consistency(self) -> float:
        """Document consistency, in percent."""
        return 100.0 * self.consistent / self.entries if self.entries else 100.0


Row = tuple[str, Sequence[Mention]]
"""A translated segment and the mentions of its source."""


def measure(documents: Iterable[Sequence[Row]], language: str) -> TermScore:
    """Count over documents, each the rows of its segments in order."""
    mentions = rendered = entries = consistent = 0
    for rows in documents:
        forms: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for text, wanted in rows:
            found = assign(text, wanted, language)
            for mention, occurrence in zip(wanted, found.served):
                mentions += 1
                rendered += occurrence is not None
                forms[mention.entry.id, mention.wanted].append(occurrence.form if occurrence else "")
        repeated = [written for written in forms.values() if len(written) > 1]
        entries += len(repeated)
        consistent += sum(len(set(written)) == 1 and written[0] != "" for written in repeated)
    return TermScore(mentions, rendered, entries, consistent)
