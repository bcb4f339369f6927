"""What a memory keeps, what it finds again, and what can be taken back."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.errors import StoreError
from translate.memory.rows import Approved, Asked, Key, Learned, Output
from translate.memory.store import Memory, open_memory

KEY = Key("It rose 3 percent.", "en", "ko", "model|glossary:none")
ASKED = Asked("He left.", "The talks ended.", "Nobody spoke.", "en", "ko")


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    """An empty one."""
    opened, remark = open_memory(tmp_path / ".translate" / "memory.db")
    assert remark == ""
    with opened:
        yield opened


def approve(memory: Memory, text: str, asked: Asked = ASKED) -> Learned:
    return memory.approve([Approved(asked, text)])


def told(memory: Memory, *asked: Asked) -> list[str | None]:
    return [found and found.text for found in memory.approved(asked)]


def test_an_empty_memory_knows_nothing(memory: Memory) -> None:
    assert memory.recall([KEY]) == {} and memory.recall([]) == {}
    assert memory.approved([ASKED]) == [None] and memory.approved([]) == []
    assert memory.near([ASKED]) == [[]]
    assert memory.approve([]) == Learned(0, 0, 0, 0)
    assert memory.generation == 0
    assert memory.get_outputs("/out", [("a.md", "ko")]) == {}


@pytest.mark.parametrize("other", [
    replace(KEY, text="It rose 3  percent."), replace(KEY, source="de"), replace(KEY, target="ja"),
    replace(KEY, signature="model|glossary:1"), Key("It rose 3 percent.en", "", "ko", KEY.signature),
])
def test_a_result_is_found_by_all_that_decided_it(memory: Memory, other: Key) -> None:
    memory.keep([(KEY, "3% 올랐다.")])
    assert memory.recall([other, KEY]) == {KEY: "3% 올랐다."}
    memory.keep([(KEY, "3% 상승했다."), (other, "!")])
    assert memory.recall([other, KEY]) == {KEY: "3% 상승했다.", other: "!"}


def test_more_keys_than_one_statement_holds(memory: Memory) -> None:
    rows = [(replace(KEY, text=str(number)), f"= {number}") for number in range(1234)]
    memory.keep(iter(rows))
    assert memory.recall(key for key, _ in rows) == dict(rows)
    assert [(key, payload) for key, payload, _ in memory.results("en", "ko")] == rows
    assert not list(memory.results("en", "ja"))


def test_text_that_is_no_unicode_text_is_a_key_all_the_same(memory: Memory) -> None:
    assert memory.recall([replace(KEY, text="\ud800")]) == {}


def test_approved_in_context_wins_over_elsewhere(memory: Memory) -> None:
    elsewhere = replace(ASKED, before="Kim sat down.", after="The end.")
    approve(memory, "그는 떠났다.", elsewhere)
    assert told(memory, ASKED) == ["그는 떠났다."]
    approve(memory, "그가 나갔다.")
    assert told(memory, ASKED, elsewhere) == ["그가 나갔다.", "그는 떠났다."]
    assert [found and found.context for found in memory.approved([ASKED, elsewhere])] == ["both", "both"]


@pytest.mark.parametrize(("rows", "expected"), [
    ((("B", "A", "one"),), "one"),
    ((("", "", "one"), ("B", "", "two")), "two"),
    ((("", "", "one"), ("", "A", "two")), "two"),
    ((("B", "", "one"), ("", "A", "one")), "one"),
    ((("B", "", "one"), ("", "A", "two")), None),
    ((("", "", "one"), ("X", "Y", "two"), ("P", "Q", "two")), None),
    ((("", "", "one"), ("X", "Y", "one")), "one"),
], ids=str)
def test_those_that_fit_best_must_agree(memory: Memory, rows: Sequence[tuple[str, str, str]],
                                        expected: str | None) -> None:
    for before, after, text in rows:
        approve(memory, text, replace(ASKED, before=before, after=after))
    assert told(memory, replace(ASKED, before="B", after="A")) == [expected]


def test_spaces_and_composition_do_not_decide(memory: Memory) -> None:
    approve(memory, "카페", replace(ASKED, text="A café  here.", before="x\ny"))
    assert told(memory, replace(ASKED, text="A cafe\u0301 here.", before="x y")) == ["카페"]
    assert told(memory, replace(ASKED, text="a café here.")) == [None]


def test_the_other_language_is_another_matter(memory: Memory) -> None:
    approve(memory, "그는 떠났다.")
    assert told(memory, replace(ASKED, target="ja"), replace(ASKED, source="de")) == [None, None]


def test_who_approved_what_and_when(memory: Memory) -> None:
    row = Approved(ASKED, "그는 떠났다.", "out/ko/a.md.xlf", "u1/s2", "Lee", 1_700_000_000)
    memory.approve([row])
    assert list(memory.approvals()) == [row] == list(memory.approvals("en", "ko"))
    assert memory.approved([ASKED])[0].approved == row  # type: ignore[union-attr]
    memory.approve([replace(row, asked=replace(ASKED, text="x"), made=0)])
    assert list(memory.approvals())[1].made > 1_700_000_000


def test_counts_and_generation(memory: Memory) -> None:
    assert approve(memory, "그는 떠났다.") == Learned(1, 1, 0, 0)
    first = memory.generation
    assert approve(memory, "그는 떠났다.") == Learned(0, 0, 0, 1)
    assert memory.generation == first
    done = memory.approve([Approved(ASKED, "그가 떠났다."), Approved(replace(ASKED, text="x"), "y"),
                           Approved(replace(ASKED, text="x"), "z")])
    assert (done.new, done.changed, done.same) == (1, 2, 0)
    assert memory.generation > first
    assert told(memory, replace(ASKED, text="x")) == ["z"]


def test_a_batch_that_fails_leaves_nothing(memory: Memory) -> None:
    approve(memory, "그는 떠났다.")

    def rows() -> Iterator[Approved]:
        for number in range(4321):
            yield Approved(replace(ASKED, text=str(number)), "!")
        yield Approved(ASKED, "?")
        raise ValueError

    with pytest.raises(ValueError):
        memory.approve(rows())
    assert [row.text for row in memory.approvals()] == ["그는 떠났다."]
    assert [batch.id for batch in memory.stats().batches] == [1]


def test_a_batch_that_is_not_there(memory: Memory) -> None:
    with pytest.raises(StoreError, match="no batch 7 to take back"):
        memory.take_back(7)


BATCHES = st.lists(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("123")), min_size=1), max_size=6)


@given(batches=BATCHES, gone=st.permutations(range(6)), kept=st.sets(st.integers(0, 5)))
@settings(max_examples=60)
def test_taking_back_gives_what_the_other_batches_made(
        batches: list[list[tuple[str, str]]], gone: list[int], kept: set[int],
        tmp_path_factory: pytest.TempPathFactory) -> None:
    """In whatever order batches are taken back, the last of the others that changed a sentence has it."""
    standing: dict[str, str] = {}
    changes: list[dict[str, str]] = []
    with open_memory(tmp_path_factory.mktemp("memory") / "memory.db")[0] as memory:
        ids = []
        for batch in batches:
            ids.append(memory.approve([Approved(replace(ASKED, text=place), text) for place, text in batch]).batch)
            changes.append({})
            for place, text in batch:
                if standing.get(place) != text:
                    standing[place] = changes[-1][place] = text
        for number in gone:
            if number < len(ids) and ids[number] and number not in kept:
                memory.take_back(ids[number])
                changes[number] = {}
        expected = {place: text for change in changes for place, text in change.items()}
        assert {row.asked.text: row.text for row in memory.approvals()} == expected


def test_outputs(memory: Memory) -> None:
    rows = [Output("/out", f"{number}.md", target, f"f{number}", '{"a": 1}')
            for number in range(777) for target in ("ko", "ja")]
    memory.put_outputs(rows)
    memory.put_outputs([replace(rows[0], fingerprint="new")])
    names = [(row.name, row.target) for row in rows]
    found = memory.get_outputs("/out", [*names, ("0.md", "zh"), ("x.md", "ko")])
    assert found == {(row.name, row.target): row for row in [replace(rows[0], fingerprint="new"), *rows[1:]]}
    assert memory.get_outputs("/other", names) == {}
    assert memory.get_outputs("/out", [("1.md", "ko")]) == {("1.md", "ko"): rows[2]}


def test_threads_share_one_memory(memory: Memory) -> None:
    def work(number: int) -> None:
        for step in range(20):
            key = replace(KEY, text=f"{number} {step}")
            memory.keep([(key, "!")])
            assert memory.recall([key]) == {key: "!"}

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert memory.stats().pairs[0].results == 80


def test_what_a_closed_memory_is_asked_is_an_error_of_ours(tmp_path: Path) -> None:
    memory = open_memory(tmp_path / "memory.db")[0]
    memory.close()
    with pytest.raises(StoreError, match="closed"):
        memory.recall([KEY])
