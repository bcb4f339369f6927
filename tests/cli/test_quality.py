"""Systems side by side: figures, significance, and the files they are read from."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.cli.quality import load_systems, measure, table, tokenizer, verdict
from translate.errors import ConfigError, InputError

REFERENCES = [f"문장 {number}은 서울에서 {number * 7}번 쓰였다." for number in range(40)]
GOOD = [text.replace("쓰였다", "쓰였습니다") if index % 4 else text for index, text in enumerate(REFERENCES)]
BAD = [text[::-1] for text in REFERENCES]


def test_the_reference_is_perfect() -> None:
    own, = measure({"same": REFERENCES}, REFERENCES, "ko").values()
    assert (round(own.chrf), round(own.bleu)) == (100, 100)
    assert own.record == {"chrF": 100.0, "BLEU": 100.0}
    assert "chrF" in own.signature or "nc:6" in own.signature


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


def test_files_of_systems(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("하나\n둘\n", "utf-8")
    (tmp_path / "b.tsv").write_text("one\t일\t하나\ntwo\t이\t둘\n", "utf-8")
    (tmp_path / "c.jsonl").write_text('{"en": "one", "ko": "하나"}\n{"ko": "둘"}\n', "utf-8")
    named = [f"a={tmp_path}/a.txt", f"b={tmp_path}/b.tsv:3", f"c={tmp_path}/c.jsonl"]
    assert load_systems(named, "ko", 2) == dict.fromkeys("abc", ["하나", "둘"])


@pytest.mark.parametrize(("named", "kind", "said"), [
    ("a.txt", ConfigError, "write NAME=FILE"),
    ("=a.txt", ConfigError, "write NAME=FILE"),
    ("a=none.txt", InputError, "none.txt: cannot be read"),
    ("a=a.txt", InputError, "1 translations for 2 sentences"),
    ("a=a.jsonl", InputError, "a.jsonl: no translations there"),
    ("a=a.tsv:3", InputError, "a.tsv: no translations there"),
])
def test_what_is_no_system_is_said(named: str, kind: type[Exception], said: str, tmp_path: Path,
                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("하나\n", "utf-8")
    Path("a.jsonl").write_text('{"en": "one"}\n', "utf-8")
    Path("a.tsv").write_text("one\t하나\n", "utf-8")
    with pytest.raises(kind, match=said):
        load_systems([named], "ko", 2)


def test_tables() -> None:
    head, rows = ["system", "chrF"], [["ours", "9.77"], ["argos", "20.00"]]
    assert table(head, rows) == ["system   chrF", "ours     9.77", "argos   20.00"]
    assert table(head, rows, markdown=True) == [
        "| system | chrF |", "| --- | ---: |", "| ours | 9.77 |", "| argos | 20.00 |"]
