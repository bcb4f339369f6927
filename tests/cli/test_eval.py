"""`translate eval` with a small package: figures of each system, and what is wrong with a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import Shell
from tests.small import MODELS, rows, sentences

GLOSSARY = """\
glossary: test
source: en
entries:
  - id: kcna
    kind: organization
    en: [Korean Central News Agency, KCNA]
    ko: {use: 조선중앙통신, avoid: [한국중앙통신]}
"""
KNOWN = [(row["en"], row["ko"]) for row in sentences()[:8]]
FAULTS = [(row["en"], row["ko"]) for row in rows(MODELS / "faults.tsv") if "KCNA" in row["en"]]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in a folder with a glossary and two documents."""
    monkeypatch.chdir(tmp_path)
    lines = [{"article": "known", "en": english, "ko": korean} for english, korean in KNOWN]
    lines += [{"article": "faults", "en": english, "ko": korean.replace("한국중앙", "조선중앙")}
              for english, korean in FAULTS]
    Path("dev.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    Path("g.yml").write_text(GLOSSARY, encoding="utf-8")
    return Shell(capsys)


def figures(shell: Shell, *args: object) -> dict[str, Any]:
    """What `eval --json` finds out."""
    done = shell("eval", *args, "--to", "ko", "--models", MODELS, "--json", "--bootstrap", 50)
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def written(name: str, pairs: list[tuple[str, str]]) -> str:
    """The name of a file that holds `pairs`."""
    Path(name).write_text("".join(f"{source}\t{target}\n" for source, target in pairs), encoding="utf-8")
    return name


def test_the_glossary_raises_success_and_quality(shell: Shell) -> None:
    systems = figures(shell, "dev.jsonl", "--glossary", "g.yml")["systems"]
    assert systems["package alone"]["term success"] == 0.0
    assert systems["terms enforced"]["term success"] == systems["reference"]["term success"] == 100.0
    assert systems["terms enforced"]["chrF"] > systems["package alone"]["chrF"]
    assert systems["terms enforced"]["chrF p"] < 1.0 and "chrF p" not in systems["package alone"]


def test_without_a_glossary_nothing_is_said_of_terms(shell: Shell) -> None:
    found = figures(shell, "dev.jsonl", "--no-glossary")
    assert found["systems"].keys() == {"package alone"}
    assert "term success" not in found["systems"]["package alone"] and "rungs" not in found


def test_other_systems_stand_beside_ours(shell: Shell) -> None:
    name = written("known.tsv", KNOWN)
    written("other.tsv", [(source, target[::-1]) for source, target in KNOWN])
    systems = figures(shell, name, "--system", f"same={name}", "-s", "other=other.tsv:2")["systems"]
    assert [*systems] == ["package alone", "same", "other"]
    assert systems["same"]["chrF"] == 100.0 > systems["other"]["chrF"]


def test_systems_alone_need_no_package(shell: Shell) -> None:
    name = written("known.tsv", KNOWN)
    done = shell("eval", name, "--to", "ko", "--no-package", "--models", "none", "-s", f"same={name}")
    assert done.code == 0 and "same" in done.out and "package alone" not in done.out
    assert "glosswire|package:none" in done.out


def test_a_paragraph_is_translated_sentence_by_sentence(shell: Shell) -> None:
    name = written("long.tsv", [(" ".join(source for source, _ in KNOWN[1:4]),
                                 " ".join(target for _, target in KNOWN[1:4]))])
    assert figures(shell, name, "--no-glossary")["systems"]["package alone"]["chrF"] == 100.0


def test_a_run_is_measured_by_its_terms_until_somebody_answers_for_it(shell: Shell) -> None:
    Path("a.txt").write_text("\n\n".join(source for source, _ in FAULTS), encoding="utf-8")
    assert shell("run", "a.txt", "--to", "ko", "--models", MODELS, "--glossary", "g.yml", "--quiet").code == 0
    found = figures(shell, "out/ko", "--glossary", "g.yml", "--no-package")
    assert found["judged"] == 0 and found["sentences"] >= len(FAULTS)
    assert found["systems"]["as written"]["term success"] == 100.0 and "chrF" not in found["systems"]["as written"]
    path = Path("out/ko/a.txt.xlf")
    path.write_text(path.read_text("utf-8").replace('state="translated"', 'state="final"'), encoding="utf-8")
    found = figures(shell, "out/ko", "--glossary", "g.yml")
    assert found["judged"] == found["sentences"] and found["systems"]["terms enforced"]["chrF"] == 100.0


def test_a_translated_file_beside_its_source(shell: Shell) -> None:
    Path("en.txt").write_text("\n\n".join(source for source, _ in KNOWN), encoding="utf-8")
    Path("ko.txt").write_text("\n\n".join(target for _, target in KNOWN), encoding="utf-8")
    found = figures(shell, "ko.txt", "--source", "en.txt", "--no-glossary")
    assert found["sentences"] == len(KNOWN) and found["systems"]["package alone"]["chrF"] == 100.0


def test_units_of_another_language_are_left_out_and_told(shell: Shell) -> None:
    units = "".join(f'<tu><tuv xml:lang="en"><seg>{source}</seg></tuv>'
                    f'<tuv xml:lang="{code}"><seg>{target}</seg></tuv></tu>'
                    for code, (source, target) in zip(["ko", "ja", "ko"], KNOWN))
    Path("m.tmx").write_text(f'<tmx version="1.4"><header/><body>{units}</body></tmx>', encoding="utf-8")
    done = shell("eval", "m.tmx", "--to", "ko", "--models", MODELS, "--no-glossary")
    assert done.code == 0 and "2 sentences" in done.out and "1 left out, the first at m.tmx" in done.err


@pytest.mark.parametrize(("form", "line"), [("text", "system "), ("markdown", "| package alone |")])
def test_tables_for_people(form: str, line: str, shell: Shell) -> None:
    done = shell("eval", "dev.jsonl", "--to", "ko", "--models", MODELS, "--glossary", "g.yml", "--format", form)
    assert done.code == 0 and any(row.startswith(line) for row in done.out.splitlines())
    assert "differs from package alone" in done.out and "nrefs:1" in done.out and "rungs: " in done.out


@pytest.mark.parametrize(("name", "content", "place"), [
    ("bad.jsonl", '{"en": "a", "ko": "b"}\nnonsense\n', "bad.jsonl:2"),
    ("bad.jsonl", '{"en": "a"}\n', "bad.jsonl:1"),
    ("bad.tsv", "no tab\n", "bad.tsv:1"),
    ("bad.tsv", "\n", "bad.tsv"),
    ("bad.md", "text\n", "name what it was made from"),
])
def test_a_broken_line_is_named(shell: Shell, name: str, content: str, place: str) -> None:
    Path(name).write_text(content, encoding="utf-8")
    done = shell("eval", name, "--to", "ko", "--models", MODELS)
    assert done.code == 2 and place in done.err and done.err.count("translate: ") == 1


@pytest.mark.parametrize(("args", "said"), [
    (["dev.jsonl", "--to", "ko,ja"], "one language at a time"),
    (["dev.jsonl", "--to", "en"], "already in this language"),
    (["dev.jsonl", "--to", "ko", "--no-package"], "nothing to measure"),
    (["dev.jsonl", "--to", "ko", "--system", "reference=dev.jsonl"], "a row of ours has this name"),
    (["dev.jsonl", "--to", "ko", "--system", "dev.jsonl"], "write NAME=FILE"),
    (["dev.jsonl", "--to", "xx", "--no-package", "-s", "a=dev.jsonl"], "no object with text under"),
    (["none.tsv", "--to", "ko"], "none.tsv: no such file"),
])
def test_what_makes_no_sense_is_said(shell: Shell, args: list[str], said: str) -> None:
    done = shell("eval", *args)
    assert done.code == 2 and said in done.err and "Traceback" not in done.err
