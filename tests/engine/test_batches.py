"""Batches hold jobs of one shape, lose none and stay within their limit."""

from __future__ import annotations

from hypothesis import given, strategies as st

from translate.engine.batches import Job, batches
from translate.engine.interface import Request

JOBS = st.lists(st.builds(
    lambda size, prefix, links: (Request("", links=links), ["x"] * size, ["p"] * prefix),
    st.integers(0, 40), st.integers(0, 2), st.booleans()), max_size=60)


def numbered(rows: list[tuple[Request, list[str], list[str]]]) -> list[Job]:
    return [Job(index, *row) for index, row in enumerate(rows)]


def test_nothing_makes_no_batch() -> None:
    assert list(batches([], 100)) == []


@given(JOBS, st.integers(1, 200))
def test_every_job_is_in_one_batch(rows: list[tuple[Request, list[str], list[str]]], limit: int) -> None:
    jobs = numbered(rows)
    found = [job.index for batch in batches(jobs, limit) for job in batch]
    assert sorted(found) == [job.index for job in jobs]


@given(JOBS, st.integers(1, 200))
def test_a_batch_has_one_shape_and_keeps_the_limit(rows: list[tuple[Request, list[str], list[str]]],
                                                   limit: int) -> None:
    for batch in batches(numbered(rows), limit):
        assert len({(len(job.tokens), len(job.prefix), job.request.links) for job in batch}) == 1
        assert len(batch) == 1 or sum(len(job.tokens) for job in batch) <= limit or not batch[0].tokens


@given(JOBS)
def test_longest_first(rows: list[tuple[Request, list[str], list[str]]]) -> None:
    lengths = [len(batch[0].tokens) for batch in batches(numbered(rows), 50)]
    assert lengths == sorted(lengths, reverse=True)
