"""Links are learned from what pairs have in common."""

from __future__ import annotations

import numpy as np
import pytest

from translate.training.linking import NONE, Linker

WORDS = {5: 15, 6: 16, 7: 17, 8: 18}


def pairs(count: int) -> list[tuple[np.ndarray, np.ndarray]]:
    """Sentences of three words whose translation stands in reverse."""
    drawn = np.random.default_rng(1)
    sources = [drawn.choice(list(WORDS), 3, replace=False) for _ in range(count)]
    return [(source, np.array([WORDS[word] for word in source[::-1]])) for source in sources]


@pytest.mark.parametrize(("source", "target", "expected"), [
    ([], [15], [NONE]),
    ([5], [], []),
    ([5, 6, 7], [17, 16, 15], [2, 1, 0]),
    ([8, 5], [15, 18], [1, 0]),
    ([5], [19], [NONE]),
    ([5, 12], [12, 15], [1, 0]),
    ([5, 3], [3], [NONE]),
])
def test_links(source: list[int], target: list[int], expected: list[int]) -> None:
    linker = Linker(pairs(50), 20, common=4)
    found = linker.link(np.array(source, dtype=np.int64), np.array(target, dtype=np.int64))
    assert found.tolist() == expected
