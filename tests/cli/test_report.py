"""`translate report`, from what `translate run` wrote."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.reports.html.test_page_model import pieces

ROOT = Path(__file__).parents[2]
ARTICLE = "KCNA said on Monday that Shigeru Ishiba visited Kursk.\n\nPyongyang denied it.\n"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An output folder with two articles in Korean and Japanese."""
    from translate.cli import run_guarded
    folder = tmp_path_factory.mktemp("written")
    for name in ("one.txt", "two.txt"):
        (folder / name).write_text(ARTICLE, encoding="utf-8")
    code = run_guarded(["run", str(folder / "one.txt"), str(folder / "two.txt"), "--to", "ko,ja", "--out",
                        str(folder / "out"), "--models", str(ROOT / "tests/models"), "--glossary",
                        str(ROOT / "glossaries"), "--no-memory", "--quiet"])
    assert code == 0
    return folder / "out"


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_a_run_folder_becomes_a_page(written: Path, shell: Shell, tmp_path: Path) -> None:
    page = tmp_path / "new" / "report.html"
    done = shell("report", written, "-o", page, "-g", ROOT / "glossaries", "--title", "Desk <1>")
    assert (done.code, done.out, done.err) == (0, f"{page}: 2 articles, 4 segments\n", "")
    text = page.read_text(encoding="utf-8")
    assert "<title>Desk &lt;1&gt;</title>" in text
    content = pieces(text)
    assert content["index"]["targets"] == ["ko", "ja"]
    assert content["index"]["entries"]["korean-central-news-agency"]["kind"] == "organization"
    assert "term-missing" in content["index"]["rules"]
    first = content["article-0"][0]["sides"]["ko"]
    assert first["text"] == "조선중앙통신은 월요일 이시바 시게루가 쿠르스크를 방문했다고 말했다."
    assert [term["entry"] for term in first["terms"]] == [
        "korean-central-news-agency", "shigeru-ishiba", "kursk"]


def test_a_run_makes_the_page_too(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text(ARTICLE, encoding="utf-8")
    done = shell("run", "one.txt", "--to", "ko", "--models", ROOT / "tests/models", "--no-glossary", "--no-memory",
                 "--report", "report.html", "-q")
    assert (done.code, done.err) == (0, "")
    assert pieces(Path("report.html").read_text(encoding="utf-8"))["index"]["targets"] == ["ko"]


def test_an_edited_file_has_changed(written: Path, shell: Shell, tmp_path: Path) -> None:
    out, page, record = tmp_path / "out", tmp_path / "report.html", tmp_path / "report.json"
    shutil.copytree(written, out)
    options = ("report", out, "-o", page, "--json", record, "--no-glossary", "-q")
    assert shell(*options).code == 0
    counts = json.loads(record.read_text(encoding="utf-8"))["counts"]
    assert (counts["articles"], counts["segments"]) == (2, 4)
    file = out / "ko" / "two.txt.xlf"
    file.write_text(file.read_text(encoding="utf-8").replace("월요일", "금요일"), encoding="utf-8")
    assert shell(*options, "--against", record).code == 0
    article = pieces(page.read_text(encoding="utf-8"))["article-1"]
    assert [(language, side.get("changed", False)) for segment in article
            for language, side in segment["sides"].items()] == [
        ("ja", False), ("ko", True), ("ja", False), ("ko", False)]


def test_languages_can_be_left_out(written: Path, shell: Shell, tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert shell("report", written / "ko", written / "ja" / "one.txt.xlf", "-o", page, "--to", "ja").code == 0
    content = pieces(page.read_text(encoding="utf-8"))
    assert content["index"]["targets"] == ["ja"]
    assert [one["name"] for one in content["index"]["articles"]] == ["one.txt"]


def test_a_broken_file_does_not_stop_the_others(written: Path, shell: Shell, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shutil.copytree(written, out)
    (out / "ko" / "one.txt.xlf").write_text("<xliff", encoding="utf-8")
    done = shell("report", out, "-o", tmp_path / "report.html", "-q")
    assert done.code == 3
    assert done.err.startswith(f"translate: {out / 'ko' / 'one.txt.xlf'}")


@pytest.mark.parametrize(("arguments", "message"), [
    (("empty",), "no XLIFF file; name a folder that translate run wrote"),
    (("one.txt",), "no XLIFF file; name a folder that translate run wrote"),
])
def test_what_cannot_be_reported(arguments: tuple[str, ...], message: str, shell: Shell, tmp_path: Path,
                                 monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    done = shell("report", *arguments, "-o", "report.html")
    assert (done.code, message in done.err) == (2, True)
    assert not (tmp_path / "report.html").exists()


def test_against_must_be_a_report(written: Path, shell: Shell, tmp_path: Path) -> None:
    old = tmp_path / "old.json"
    old.write_text("{}", encoding="utf-8")
    done = shell("report", written, "-o", tmp_path / "report.html", "--against", old)
    assert (done.code, done.err) == (2, f"translate: {old}: not the JSON of a report; name the file that "
                                        "translate report --json wrote\n")
