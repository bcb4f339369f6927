"""Import and export on the command line."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from translate.cli.glossary_exchange import export, import_
from translate.errors import GlosswireError

GLOSSARY = """glossary: news
entries:
  - id: kcna
    en: [Korean Central News Agency, KCNA]
    ko: {use: 조선중앙통신, avoid: [한국중앙통신]}
  - {id: iphone, en: iPhone, keep: true}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(command: click.Command, *args: str, input: bytes | None = None) -> Result:
    return CliRunner().invoke(command, args, input=input, catch_exceptions=False)


def test_a_file_is_printed_as_a_glossary(folder: Path) -> None:
    (folder / "My terms.csv").write_text("KCNA,조선중앙통신\n,x\n", encoding="utf-8")
    result = run(import_, "My terms.csv", "--to", "ko")
    assert result.exit_code == 0
    assert result.stdout == "glossary: my-terms\nentries:\n  - id: kcna\n    en: KCNA\n    ko: 조선중앙통신\n"
    assert result.stderr == ("translate: 1 entry\ntranslate: not taken over from My terms.csv:\n"
                             "  My terms.csv:2: left out, for the term is missing\n")


def test_standard_input_wants_a_format(folder: Path) -> None:
    with pytest.raises(GlosswireError, match="name it with --format"):
        run(import_, "-", "--to", "ko")
    result = run(import_, "-", "--to", "ko", "--format", "omegat", input="Fed\t연준\n".encode())
    assert "ko: 연준" in result.stdout


def test_a_file_is_brought_into_a_glossary_and_conflicts_are_listed(folder: Path) -> None:
    (folder / "own.yml").write_text(GLOSSARY, encoding="utf-8")
    (folder / "t.csv").write_text("KCNA,북한통신,en,ko\nFed,연준,en,ko\n", encoding="utf-8")
    shown = run(import_, "t.csv", "--into", "own.yml", "--dry-run")
    assert (folder / "own.yml").read_text(encoding="utf-8") == GLOSSARY
    assert "+  - id: fed\n" in shown.stdout
    result = run(import_, "t.csv", "--into", "own.yml")
    assert (folder / "own.yml").read_text(encoding="utf-8") == GLOSSARY + (
        "  - id: fed\n    en: Fed\n    ko: 연준\n")
    assert result.stderr == (
        "translate: 1 entry added, 0 changed, 1 left as they are\n"
        "translate: another rendering stands there (--overwrite takes the new one):\n"
        "  own.yml:3:5: entry kcna has ko use 조선중앙통신; not taken over: 북한통신\n")
    run(import_, "t.csv", "--into", "own.yml", "--overwrite")
    assert "ko: {use: 북한통신, avoid: [한국중앙통신]}" in (folder / "own.yml").read_text(encoding="utf-8")


def test_a_glossary_that_is_not_there_is_made(folder: Path) -> None:
    (folder / "t.csv").write_text("Fed,연준,en,ko\n", encoding="utf-8")
    result = run(import_, "t.csv", "--into", "new/own.yml")
    assert (folder / "new" / "own.yml").read_text(encoding="utf-8").startswith("glossary: t\n")
    assert result.stderr == "translate: 1 entry in a new new/own.yml\n"


def test_what_is_exported_comes_back_with_what_is_kept_and_forbidden(folder: Path) -> None:
    (folder / "glossaries").mkdir()
    (folder / "glossaries" / "news.yml").write_text(GLOSSARY, encoding="utf-8")
    for name in ("tbx", "tbx-dct", "tbx-core", "tbx-2008"):
        result = run(export, "--format", name, "-o", "t.tbx")
        assert result.stderr == "translate: 2 entries in t.tbx\n"
        back = run(import_, "t.tbx", "--name", "news")
        assert "keep: true" in back.stdout and "avoid: [한국중앙통신]" in back.stdout


def test_losses_are_listed_and_no_error(folder: Path) -> None:
    (folder / "own.yml").write_text(GLOSSARY, encoding="utf-8")
    result = run(export, "own.yml", "--format", "deepl-tsv", "--to", "ko")
    assert result.exit_code == 0
    assert result.stdout == "iPhone\tiPhone\nKorean Central News Agency\t조선중앙통신\nKCNA\t조선중앙통신\n"
    assert result.stderr == "translate: deepl-tsv cannot say:\n  kcna: ko avoid: 한국중앙통신\n"


def test_no_glossary_and_no_file_are_told(folder: Path) -> None:
    with pytest.raises(GlosswireError, match="no folder glossaries/ here"):
        run(export, "--format", "tbx")
    with pytest.raises(GlosswireError, match="t.csv: cannot be read"):
        run(import_, "t.csv")
    with pytest.raises(GlosswireError, match="go with --into"):
        run(import_, "t.csv", "--dry-run")


def test_the_formats_are_shown() -> None:
    assert "tbx-2008" in run(export, "--formats").stdout
