"""`glossary mine` over articles, references and tables."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from translate.cli.glossary_mine import mine
from translate.errors import GlosswireError
from translate.glossary.load import parse


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two articles with translations of one."""
    monkeypatch.chdir(tmp_path)
    texts = {"articles/a.txt": "He left Tokyo.\n\nWe like Tokyo. It rained.\n",
             "articles/b.txt": "All of Tokyo slept. She saw Busan.\n\nBusan is far. He saw Busan.\n",
             "refs/a.txt": "그는 도쿄를 떠났다.\n\n우리는 도쿄가 좋다. 비가 왔다.\n",
             "refs/b.txt": "한 문단뿐이다.\n"}
    for name, text in texts.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(mine, args, catch_exceptions=False)


def test_a_glossary_is_printed_with_counts_examples_and_renderings(folder: Path) -> None:
    result = run("articles", "--references", "ko=refs")
    assert result.stdout == (
        "glossary: mined\nentries:\n"
        "  # 3 times in 1 article\n"
        "  # articles/b.txt:1: She saw Busan.\n"
        "  - id: busan\n    en: Busan\n"
        "  # 3 times in 2 articles; ko: 도쿄 2\n"
        "  # articles/a.txt:1: He left Tokyo.\n"
        "  - id: tokyo\n    en: Tokyo\n    ko: 도쿄\n")
    assert result.stderr == ("translate: refs/b.txt: 1 paragraphs where articles/b.txt has 2; "
                             "no renderings are taken from it\n")
    assert {entry.id for entry in parse(result.stdout, "mined.yml").entries} == {"busan", "tokyo"}


def test_unstable_names_come_first(folder: Path) -> None:
    rows = [("We see Tokyo.", "도쿄를 본다."), ("Of Tokyo.", "도쿄의 것."), ("In Tokyo.", "동경에서."),
            ("At Tokyo.", "동경에."), *[("He saw Busan.", "부산을 보았다.")] * 9]
    lines = [json.dumps({"en": one, "ko": other}) + "\n" for one, other in rows]
    (folder / "p.jsonl").write_text("".join(lines), encoding="utf-8")
    found = json.loads(run("p.jsonl", "--json").stdout)
    assert [(row["entry"]["id"], row["unstable"], row["count"]) for row in found] == [
        ("tokyo", True, 4), ("busan", False, 9)]
    assert found[0]["renderings"] == {"ko": [{"text": "동경", "count": 2}, {"text": "도쿄", "count": 2}]}


def test_a_table_of_pairs_is_a_reference(folder: Path) -> None:
    (folder / "p.tsv").write_text("He saw Busan.\t釜山を見た。\nIn Busan.\t釜山で。\n", encoding="utf-8")
    assert "ja: 釜山" in run("articles", "--references", "ja=p.tsv").stdout


def test_what_glossaries_hold_is_left_out(folder: Path) -> None:
    text = "glossary: g\nentries:\n  - {id: x, en: [Tokyo, Busan]}\n"
    (folder / "g.yml").write_text(text, encoding="utf-8")
    assert run("articles", "-g", "g.yml").stdout == "glossary: mined\nentries: []\n"


def test_bad_arguments_are_told(folder: Path) -> None:
    for value in ("refs", "ko=nowhere"):
        with pytest.raises(click.BadParameter):
            CliRunner().invoke(mine, ["articles", "--references", value], standalone_mode=False,
                               catch_exceptions=False)
    with pytest.raises(GlosswireError, match="name a folder of translations"):
        run("articles", "--references", "ko=refs/a.txt")
    with pytest.raises(GlosswireError, match="no such file"):
        run("nowhere")
