"""`translate run` over subtitles, Word documents and XLIFF, and what lies beside each translation."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.readers.samples import sample
from tests.readers.xliff_rules import faults
from tests.small import MODELS, sentences
from translate.readers.choose import reader_for
from translate.readers.xliff_read import read_xliff

FIRST, SECOND = sentences()[:2]
FORMATS = (".xlf", ".srt", ".docx")
GLOSSARY = ("glossary: test\nsource: en\nentries:\n"
            "  - {id: macron, kind: person, en: Macron, ko: {use: 마크롱스}, ja: {use: マクロンヌ}}\n")


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in a folder with a document of each format."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for suffix in FORMATS:
        Path(f"in/a{suffix}").write_bytes(sample(suffix, FIRST["en"]))
    return Shell(capsys)


def translation(path: Path, language: str) -> str:
    """The text of a translated document."""
    data = path.read_bytes()
    if path.suffix == ".xlf":
        return str(read_xliff(data, path.name)[0].segments[0].target)
    return " ".join(block.text for block in reader_for(path).read(data, path.name, language).blocks)


def test_each_format_is_translated_with_a_file_beside_it(shell: Shell) -> None:
    done = shell("run", "in", "--to", "ko,ja", "--models", MODELS, "--no-glossary", "--quiet")
    assert (done.code, done.err) == (0, "")
    for language in ("ko", "ja"):
        for suffix in FORMATS:
            path = Path("out") / language / f"a{suffix}"
            assert translation(path, language) == FIRST[language]
            beside = Path(f"{path}.xlf").read_bytes()
            assert faults(beside) == []
            (file,) = read_xliff(beside, "a")
            assert [segment.target for segment in file.segments] == [FIRST[language]]


def test_terms_stand_in_the_file_beside(shell: Shell) -> None:
    Path("g.yml").write_text(GLOSSARY, encoding="utf-8")
    Path("b.md").write_text(f"# {FIRST['en']}\n\n**{FIRST['en']}**. {SECOND['en']}\n", encoding="utf-8")
    shell("run", "b.md", "--to", "ko", "--models", MODELS, "--glossary", "g.yml", "--quiet")
    data = Path("out/ko/b.md.xlf").read_bytes()
    assert faults(data) == []
    terms = [term for segment in read_xliff(data, "b")[0].segments for term in segment.terms]
    assert [(term.entry, term.kind, term.text, term.wanted) for term in terms] == [
        ("macron", "person", "Macron", "마크롱스")] * 2
    assert all(term.rung for term in terms)


def test_a_filled_document_is_not_filled_again(shell: Shell) -> None:
    shell("run", "in/a.xlf", "--to", "ko", "--models", MODELS, "--no-glossary", "--quiet")
    first = Path("out/ko/a.xlf").read_bytes()
    Path("again").mkdir()
    Path("again/a.xlf").write_bytes(first)
    shell("run", "again", "--to", "ko", "--models", MODELS, "--no-glossary", "--quiet", "--out", "out2")
    assert Path("out2/ko/a.xlf").read_bytes() == first


def test_a_broken_document_fails_alone(shell: Shell) -> None:
    Path("in/b.xlf").write_text("<xliff version='2.1' srcLang='en'><file>", encoding="utf-8")
    done = shell("run", "in", "--to", "ko", "--models", MODELS, "--no-glossary", "--quiet")
    assert done.code == 3
    assert "b.xlf:1:" in done.err and "no XML that can be read" in done.err
    assert translation(Path("out/ko/a.srt"), "ko") == FIRST["ko"]
