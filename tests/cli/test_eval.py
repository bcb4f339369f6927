"""`translate eval` with a small package: figures of each system, and what is wrong with a file."""

from __future__ import annotations

import json
from pathlib import Path

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


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in a folder with a glossary and two documents."""
    monkeypatch.chdir(tmp_path)
    lines = [{"article": "known", "en": row["en"], "ko": row["ko"]} for row in sentences()[:8]]
    lines += [{"article": "faults", "en": row["en"], "ko": row["ko"].replace("한국중앙", "조선중앙")}
              for row in rows(MODELS / "faults.tsv") if "KCNA" in row["en"]]
    Path("dev.jsonl").write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    Path("g.yml").write_text(GLOSSARY, encoding="utf-8")
    return Shell(capsys)


def test_the_glossary_raises_success_and_quality(shell: Shell) -> None:
    done = shell("eval", "dev.jsonl", "--to", "ko", "--models", MODELS, "--glossary", "g.yml", "--json")
    assert done.code == 0, done.err
    systems = json.loads(done.out)["systems"]
    assert systems["package alone"]["term success"] == 0.0
    assert systems["terms enforced"]["term success"] == systems["reference"]["term success"] == 100.0
    assert systems["terms enforced"]["chrF"] > systems["package alone"]["chrF"]


def test_a_table_for_people(shell: Shell) -> None:
    done = shell("eval", "dev.jsonl", "--to", "ko", "--models", MODELS, "--no-glossary")
    assert done.code == 0 and "package alone" in done.out and "nrefs:1" in done.out


@pytest.mark.parametrize(("name", "content", "place"), [
    ("bad.jsonl", '{"en": "a", "ko": "b"}\nnonsense\n', "bad.jsonl:2"),
    ("bad.jsonl", '{"en": "a"}\n', "bad.jsonl:1"),
    ("bad.tsv", "no tab\n", "bad.tsv:1"),
])
def test_a_broken_line_is_named(shell: Shell, name: str, content: str, place: str) -> None:
    Path(name).write_text(content, encoding="utf-8")
    done = shell("eval", name, "--to", "ko", "--models", MODELS)
    assert done.code == 2 and place in done.err
