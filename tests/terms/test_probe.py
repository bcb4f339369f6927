"""Probing a package, and what is kept of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small import engine_to
from translate.terms.probe import LEAST, Probe, keep, probe, recall

KNOWN = {"Pyongyang": "평양", "Seoul": "서울", "Tokyo": "도쿄", "Japan": "일본", "Beijing": "베이징"}


@pytest.fixture
def cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A cache folder of the test's own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "glosswire" / "attention.json"


def test_no_terms_no_figure() -> None:
    assert probe(engine_to("ko"), {}) == Probe(0, 0) and Probe(0, 0).attention is None
    assert Probe(LEAST - 1, LEAST - 1).attention is None


def test_names_that_the_package_knows() -> None:
    found = probe(engine_to("ko"), {term: (ko,) for term, ko in KNOWN.items()})
    assert found.cases >= len(KNOWN) and found.right >= 0.8 * found.cases


def test_a_wrong_rendering_is_no_case() -> None:
    assert probe(engine_to("ko"), {"Pyongyang": ("함흥",)}) == Probe(0, 0)


def test_kept_by_digest(cache: Path) -> None:
    assert recall("a") is None
    assert keep("a", 0.5) == cache and keep("b", 0.25) == cache
    assert (recall("a"), recall("b"), recall("c")) == (0.5, 0.25, None)


@pytest.mark.parametrize("content", ["", "[]", '{"a": "x"}', '{"a": 7}', "\x00"])
def test_a_broken_file_counts_as_none(cache: Path, content: str) -> None:
    cache.parent.mkdir()
    cache.write_text(content, encoding="utf-8")
    assert recall("a") is None


def test_where_nothing_can_be_written(cache: Path) -> None:
    cache.parent.write_text("a file stands here", encoding="utf-8")
    assert keep("a", 0.5) is None and recall("a") is None
