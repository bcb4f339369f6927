"""Samples as numbers: groups of encoded pairs with their links, kept in one file."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from translate.errors import InputError
from translate.training.linking import NONE, Linker
from translate.training.pieces import BEGIN, END, PAD, load_pieces, tag
from translate.training.rows import Row
from translate.training.switching import all_switched, pool_of

if TYPE_CHECKING:
    import numpy as np
    import sentencepiece
    from numpy.typing import NDArray

    Ids = NDArray[np.int64]

LONGEST_SOURCE, LONGEST_TARGET = 160, 190
"""Pieces of a sample; what is longer is cut."""
ROUNDS = 6
"""Code-switched samples made from a row, at most, for each language."""
_LINKED = 15_000
"""Samples of general text that help to learn the links."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A pair as the network takes it."""

    source: Ids
    """[source pieces]"""
    target: Ids
    """[2 + target pieces + 1]: begin, the language's tag, the pieces, end."""
    links: Ids
    """[target pieces]: the index of the source piece that each stands for, or NONE."""


Groups = Mapping[str, Sequence[Sample]]
"""Samples by the name that a mix calls them by; `dev-ko` and the like are checked, not trained on."""


def pack(rows: Sequence[Row], dev: Sequence[Row], pieces: bytes, source: str,
         seed: int) -> dict[str, list[Sample]]:
    """The samples of all groups: plain and general text, switched, terms alone, and the dev part.

    The same input gives the same samples.
    """
    encoder = _Encoder(load_pieces(pieces))
    groups: dict[str, list[Sample]] = defaultdict(list)
    for group, target, text, translation in _pairs(rows, source, random.Random(seed)):
        groups[group].append(encoder.encode(text, translation, target))
    for row in dev:
        for target, translation in row.targets.items():
            name = f"dev-memory-{target}" if row.group == "memory" else f"dev-{target}"
            groups[name].append(encoder.encode(row.source, translation, target))
    return _linked(groups, encoder)


def _pairs(rows: Sequence[Row], source: str, rng: random.Random) -> Iterator[tuple[str, str, str, str]]:
    """(group, target language, source, translation) of every sample to train on."""
    pool = pool_of(rows)
    for row in rows:
        for target, translation in row.targets.items():
            yield row.group, target, row.source, translation
        name = "memory-switched" if row.group == "memory" else "switched"
        for target, text, translation in all_switched(row, source, pool, rng, ROUNDS):
            yield name, target, text, translation
    for term in pool:
        for target in term.keys() - {source}:
            yield "terms", target, term[source], term[target]


class _Encoder:
    """Texts to ids."""

    def __init__(self, pieces: sentencepiece.SentencePieceProcessor) -> None:
        self.pieces = pieces
        self.size: int = pieces.get_piece_size()
        self.common = max([PAD, *(index for index in range(min(self.size, 300))
                                  if pieces.is_byte(index) or pieces.id_to_piece(index).startswith("<2"))])

    def encode(self, source: str, target: str, language: str) -> Sample:
        import numpy as np
        ids = self.pieces.encode(target)[:LONGEST_TARGET]
        whole = [BEGIN, self.pieces.piece_to_id(tag(language)), *ids, END]
        return Sample(np.array(self.pieces.encode(source)[:LONGEST_SOURCE], dtype=np.int64),
                      np.array(whole, dtype=np.int64), np.full(len(ids), NONE, dtype=np.int64))


def _linked(groups: dict[str, list[Sample]], encoder: _Encoder) -> dict[str, list[Sample]]:
    """The same with links, learned for each language by itself; those of general text are not asked for."""
    taught = [group for group in groups if group != "general" and not group.startswith("dev-")]
    learned: dict[int, list[tuple[Ids, Ids]]] = defaultdict(list)
    for group in sorted(groups):
        if group in ("plain", "memory", "terms", "general"):
            for sample in groups[group][:_LINKED if group == "general" else None]:
                if len(sample.source) and len(sample.links):
                    learned[int(sample.target[1])].append((sample.source, sample.target[2:-1]))
    linkers = {language: Linker(pairs, encoder.size, encoder.common) for language, pairs in learned.items()}
    for group in taught:
        groups[group] = [Sample(one.source, one.target, _link(linkers, one)) for one in groups[group]]
    return dict(groups)


def _link(linkers: Mapping[int, Linker], sample: Sample) -> Ids:
    linker = linkers.get(int(sample.target[1]))
    return linker.link(sample.source, sample.target[2:-1]) if linker else sample.links


def save(groups: Groups, path: Path) -> None:
    """Write `groups` to an .npz file."""
    import numpy as np
    arrays: dict[str, NDArray[np.int32]] = {}
    for group, samples in groups.items():
        for side in ("source", "target", "links"):
            parts = [getattr(sample, side) for sample in samples]
            arrays[f"{group}/{side}"] = np.concatenate([*parts, np.zeros(0, int)]).astype(np.int32)
            arrays[f"{group}/{side}/lengths"] = np.array([len(part) for part in parts], dtype=np.int32)
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]


def load(path: Path) -> dict[str, list[Sample]]:
    """The groups in a file that `save` wrote.

    Raises:
        InputError: There is no such file, or it is another.
    """
    import numpy as np
    try:
        with np.load(path) as arrays:
            names = sorted({name.partition("/")[0] for name in arrays.files})
            return {name: [Sample(*sides) for sides in zip(*(
                _split(arrays[f"{name}/{side}"], arrays[f"{name}/{side}/lengths"])
                for side in ("source", "target", "links")))] for name in names}
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{path}: no prepared text ({error}); run: translate train prepare") from error


def _split(whole: Ids, lengths: Ids) -> list[Ids]:
    import numpy as np
    return np.split(whole.astype(np.int64), np.cumsum(lengths)[:-1]) if len(lengths) else []
