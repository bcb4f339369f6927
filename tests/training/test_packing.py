"""Samples survive the file, and the same text gives the same samples."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from translate.errors import InputError
from translate.training.packing import Sample, load, pack, save
from translate.training.pieces import BEGIN, END, load_pieces, tag, train_pieces
from translate.training.rows import NEWS, Row, load_rows

ROWS = [*load_rows(NEWS, "en", ("ko", "ja"))][:120]
PIECES = train_pieces((text for row in ROWS for text in (row.source, *row.targets.values())), 1500, ("ko", "ja"))


def plain(sample: Sample) -> list[list[int]]:
    return [sample.source.tolist(), sample.target.tolist(), sample.links.tolist()]


def test_groups_and_their_form() -> None:
    groups = pack(ROWS[10:], ROWS[:10], PIECES, "en", 1)
    assert groups.keys() == {"plain", "switched", "terms", "dev-ko", "dev-ja"}
    assert len(groups["plain"]) == 220 and len(groups["dev-ko"]) == 10
    pieces = load_pieces(PIECES)
    for sample in groups["plain"]:
        assert sample.target[0] == BEGIN and sample.target[-1] == END
        assert pieces.id_to_piece(int(sample.target[1])) in (tag("ko"), tag("ja"))
        assert len(sample.links) == len(sample.target) - 3
        assert sample.links.max() < len(sample.source)
    assert np.mean(np.concatenate([sample.links for sample in groups["plain"]]) >= 0) > 0.2


def test_the_same_text_gives_the_same_samples() -> None:
    one, other = (pack(ROWS[10:], ROWS[:10], PIECES, "en", 1) for _ in range(2))
    assert {name: list(map(plain, group)) for name, group in one.items()} == {
        name: list(map(plain, group)) for name, group in other.items()}


def test_a_file_gives_back_what_was_saved(tmp_path: Path) -> None:
    groups = {**pack(ROWS[10:30], ROWS[:2], PIECES, "en", 1), "empty": []}
    save(groups, tmp_path / "text.npz")
    found = load(tmp_path / "text.npz")
    assert {name: list(map(plain, group)) for name, group in found.items()} == {
        name: list(map(plain, group)) for name, group in groups.items()}


def test_another_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.npz").write_bytes(b"no archive")
    with pytest.raises(InputError, match="no prepared text"):
        load(tmp_path / "text.npz")


def test_rows_of_a_memory_are_checked_apart() -> None:
    row = Row("KCNA said so.", {"ko": "조선중앙통신은 그렇게 말했다."}, group="memory")
    groups = pack([*ROWS[10:], row], [*ROWS[:10], row], PIECES, "en", 1)
    assert len(groups["memory"]) == 1 and len(groups["dev-memory-ko"]) == 1
