"""Code-switched samples: renderings that stand in the source already.

Some of a sentence's terms are put into the source in the target language, so that the network learns to
copy a rendering that is given to it and to set the right particle behind it (Dinu et al. 2019,
arXiv:1906.01105, "replace"). In part of them the name is exchanged for another on both sides: it learns to
copy names that it has never seen.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence

from translate.records import Span
from translate.text import korean
from translate.training.rows import Row

_TAKEN = 0.6
"""How many of the terms of a sentence are put into the source."""
_EXCHANGED = 0.5
"""How many of those become another name."""

Term = Mapping[str, str]


def switched(row: Row, source: str, target: str, pool: Sequence[Term],
             rng: random.Random) -> tuple[str, str] | None:
    """A source that holds renderings, and its translation; None where the row has no term for it.

    A term that stands more than once on either side is left alone: which is which cannot be told.
    """
    text, translation, changed = row.source, row.targets[target], False
    for term in sorted(row.terms, key=lambda term: -len(term[source])):
        own, wanted = term[source], term.get(target, "")
        if rng.random() > _TAKEN or not wanted or own == wanted or text.count(own) != 1:
            continue
        if rng.random() < _EXCHANGED and translation.count(wanted) == 1:
            other = rng.choice(pool).get(target, wanted)
            translation, wanted = exchange(translation, wanted, other, target), other
        text, changed = text.replace(own, wanted), True
    return (text, translation) if changed else None


def exchange(text: str, old: str, new: str, language: str) -> str:
    """`text` with its only `old` exchanged for `new`; a Korean particle behind it is made to agree."""
    start = text.index(old)
    text = text[:start] + new + text[start + len(old):]
    return korean.repair(text, Span(start, start + len(new))) if language == "ko" else text


def pool_of(rows: Sequence[Row]) -> list[Term]:
    """All terms of `rows`, each once, in the order of their first row."""
    return list({tuple(sorted(term.items())): term for row in rows for term in row.terms}.values())


def all_switched(row: Row, source: str, pool: Sequence[Term], rng: random.Random,
                 rounds: int) -> Iterator[tuple[str, str, str]]:
    """(target language, source, translation) of up to `rounds` different samples for each language."""
    for target in row.targets:
        made = (switched(row, source, target, pool, rng) for _ in range(rounds))
        for text, translation in dict.fromkeys(sample for sample in made if sample):
            yield target, text, translation
