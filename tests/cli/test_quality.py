"""Systems side by side: figures and significance."""

from __future__ import annotations

import pytest

from translate.cli.quality import measure, table, tokenizer, verdict

REFERENCES = [f"문장 {number}은 서울에서 {number * 7}번 쓰였다." for number in range(40)]
GOOD = [text.replace("쓰였다", "쓰였습니다") if index % 4 else text for index, text in enumerate(REFERENCES)]
BAD = [text[::-1] for text in REFERENCES]


def test_the_reference_is_perfect() -> None:
    own, = measure({"same": REFERENCES}, REFERENCES, "ko").values()
    assert (round(own.chrf), round(own.bleu)) == (100, 100)
    assert own.record == {"chrF": 100.0, "BLEU": 100.0}
    assert [name for name, _ in own.signatures] == ["chrF2", "BLEU"]
    assert all("version:" in signature for _, signature in own.signatures)


def test_systems_are_compared_with_the_first() -> None:
    found = measure({"good": GOOD, "again": GOOD, "bad": BAD}, REFERENCES, "ko", samples=100)
    assert found["good"].chrf_p is None
    assert verdict(found["again"].chrf_p) == "" and verdict(found["bad"].chrf_p) == "*"
    assert found["good"].chrf > found["bad"].chrf
    assert found["good"].chrf == pytest.approx(measure({"good": GOOD}, REFERENCES, "ko")["good"].chrf)


def test_the_same_resamples_every_time() -> None:
    one, other = (measure({"good": GOOD, "bad": BAD}, REFERENCES, "ko", samples=50) for _ in range(2))
    assert one == other


def test_tokenizers() -> None:
    assert tokenizer("de") == "13a" and tokenizer("zh") == "char"
    assert tokenizer("ko") in ("char", "ko-mecab")


def test_tables() -> None:
    head, rows = ["system", "chrF"], [["ours", "9.77"], ["argos", "20.00"]]
    assert table(head, rows) == ["system   chrF", "ours     9.77", "argos   20.00"]
    assert table(head, rows, markdown=True) == [
        "| system | chrF |", "| --- | ---: |", "| ours | 9.77 |", "| argos | 20.00 |"]
