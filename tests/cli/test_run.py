"""`translate run` end to end, with the small packages: what is written, and what bad input does."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.small import MODELS, sentences

FIRST, SECOND, THIRD = sentences()[:3]
ARTICLE = f"{FIRST['en']}\n\n{SECOND['en']} {THIRD['en']}\n"
GLOSSARY = """\
glossary: test
source: en
entries:
  - id: kcna
    kind: organization
    en: [Korean Central News Agency, KCNA]
    ko: {use: 조선중앙통신, avoid: [한국중앙통신]}
    ja: {use: 朝鮮中央通信, avoid: [韓国中央通信]}
"""


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(capsys)


def expected(language: str) -> str:
    gap = "" if language == "ja" else " "
    return f"{FIRST[language]}\n\n{SECOND[language]}{gap}{THIRD[language]}\n"


def put(path: str, content: str | bytes) -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return file


def test_a_folder_into_two_languages(shell: Shell) -> None:
    put("articles/a.txt", ARTICLE)
    put("articles/x/b.md", f"# {FIRST['en']}\n\n- {SECOND['en']}\n")
    done = shell("run", "articles", "--to", "ko,ja", "--models", MODELS)
    assert done.code == 0, done.err
    assert "4 of 4 files written" in done.out
    for language in ("ko", "ja"):
        assert Path(f"out/{language}/a.txt").read_text(encoding="utf-8") == expected(language)
        markdown = Path(f"out/{language}/x/b.md").read_text(encoding="utf-8")
        assert markdown == f"# {FIRST[language]}\n\n- {SECOND[language]}\n"


def test_run_json_says_what_was_done(shell: Shell) -> None:
    put("a.txt", ARTICLE)
    done = shell("run", "a.txt", "--to", "ko", "--models", MODELS, "--json", "--quiet")
    record = json.loads(done.out)
    assert record == json.loads(Path("out/run.json").read_text(encoding="utf-8"))
    assert record["counts"] == {"sources": 1, "written": 1, "segments": 3, "words": len(ARTICLE.split())}
    assert "beam:4" in record["signatures"]["ko"] and done.err == ""


def test_twice_the_same_bytes_and_nothing_rewritten(shell: Shell) -> None:
    put("a.txt", ARTICLE)
    shell("run", "a.txt", "--to", "ko", "--models", MODELS)
    written = Path("out/ko/a.txt")
    os.utime(written, (1, 1))
    assert shell("run", "a.txt", "--to", "ko", "--models", MODELS).code == 0
    assert written.stat().st_mtime == 1


def test_a_glossary_is_found_enforced_and_explained(shell: Shell) -> None:
    put("glossaries/test.yml", GLOSSARY)
    put("a.txt", "KCNA said on Monday that Japan visited Seoul.\n")
    done = shell("run", "a.txt", "--to", "ko,ja", "--models", MODELS, "--explain")
    assert done.code == 0, done.err
    assert Path("out/ko/a.txt").read_text(encoding="utf-8").startswith("조선중앙통신은 ")
    assert Path("out/ja/a.txt").read_text(encoding="utf-8").startswith("朝鮮中央通信は")
    assert "KCNA [kcna] swapped: 韓国中央通信 -> 朝鮮中央通信" in done.out


def test_a_glossary_that_does_not_match_changes_no_byte(shell: Shell) -> None:
    put("g.yml", GLOSSARY)
    put("a.txt", ARTICLE)
    shell("run", "a.txt", "--to", "ko,ja", "--models", MODELS, "--no-glossary", "--out", "plain")
    shell("run", "a.txt", "--to", "ko,ja", "--models", MODELS, "--glossary", "g.yml", "--out", "terms")
    for language in ("ko", "ja"):
        assert Path(f"terms/{language}/a.txt").read_bytes() == Path(f"plain/{language}/a.txt").read_bytes()


def test_markup_stays_on_its_words(shell: Shell) -> None:
    put("a.md", "Experts visited **Pyongyang** on [Monday](https://example.com/a_b).\n")
    assert shell("run", "a.md", "--to", "ko", "--models", MODELS).code == 0
    text = Path("out/ko/a.md").read_text(encoding="utf-8")
    assert ("**평양**" in text or "**평양을**" in text) and "(https://example.com/a_b)" in text, text


BAD = [
    ("empty.txt", b"", "empty"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
    ("broken.txt", "평양".encode() + b"\xff\xfe\xfa text", "broken.txt"),
]


@pytest.mark.parametrize(("name", "content", "words"), BAD)
def test_a_bad_file_is_named_and_the_others_go_on(shell: Shell, name: str, content: bytes, words: str) -> None:
    put("articles/good.txt", ARTICLE)
    put(f"articles/{name}", content)
    done = shell("run", "articles", "--to", "ko", "--models", MODELS)
    assert done.code == 3
    assert Path("out/ko/good.txt").is_file() and not Path(f"out/ko/{name}").exists()
    lines = [line for line in done.err.splitlines() if line.startswith("translate: ")]
    assert len(lines) == 1 and name in lines[0] and words in lines[0]


@pytest.mark.parametrize(("arguments", "message"), [
    (["run", "nowhere", "--to", "ko"], "nowhere: no such file or folder"),
    (["run", ".", "--to", "ko"], "nothing to translate here"),
    (["run", "a.txt", "--to", "fr"], "translate models install en fr"),
    (["run", "a.txt", "--to", "en"], "already in this language"),
    (["run", "a.txt", "--to", "ko", "--models", "none"], "there is no such folder"),
    (["run", "a.txt", "--to", ""], "no list of language codes"),
    (["run", "a.txt", "--to", "ko", "--frozen"], "translate.lock"),
    (["run", "a.txt", "--to", "ko", "--device", "cuda"], "no CUDA device"),
    (["run", "a.txt", "--to", "ko", "--glossary", "bad.yml"], "bad.yml:1:1"),
    (["run", "a.txt", "--to", "ko", "--profile", "nonsense", "--glossary", "g.yml"], "--profile nonsense"),
    (["run", "a.txt"], "--to"),
])
def test_what_cannot_be_started_is_one_line_and_2(shell: Shell, arguments: list[str], message: str) -> None:
    if arguments[1] != ".":
        put("a.txt", ARTICLE)
        put("bad.yml", "- no glossary\n")
        put("g.yml", GLOSSARY)
    done = shell(*arguments)
    assert done.code == 2 and message in done.err and "Traceback" not in done.err


def test_an_output_folder_that_cannot_be_made(shell: Shell) -> None:
    put("a.txt", ARTICLE)
    put("out", "a file stands here")
    done = shell("run", "a.txt", "--to", "ko", "--models", MODELS)
    assert done.code == 2 and "out" in done.err


def test_a_line_of_five_megabytes(shell: Shell) -> None:
    sentence = FIRST["en"] + " "
    put("long.txt", sentence * (5_000_000 // len(sentence)))
    done = shell("run", "long.txt", "--to", "ko", "--models", MODELS, "--no-glossary", "--beam", 1)
    assert done.code == 0, done.err
    assert Path("out/ko/long.txt").read_text(encoding="utf-8").startswith(FIRST["ko"] + " " + FIRST["ko"])


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "translate", *arguments]


def test_a_full_disk_fails_one_article_and_writes_the_other(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "long.txt").write_text(f"{FIRST['en']}\n\n" * 400, encoding="utf-8")
    (tmp_path / "in" / "short.txt").write_text(ARTICLE, encoding="utf-8")

    def small_files() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
    done = subprocess.run(
        command("run", "in", "--to", "ko", "--models", str(MODELS), "--no-glossary", "--no-memory"),
        cwd=tmp_path, preexec_fn=small_files, capture_output=True, text=True)
    assert done.returncode == 3, done.stderr
    assert "out/ko/long.txt: cannot be written (File too large); free space" in done.stderr, done.stderr
    assert sorted(path.name for path in (tmp_path / "out" / "ko").iterdir()) == ["short.txt", "short.txt.xlf"]


def test_interrupted_only_whole_files_are_left(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    texts = [row["en"] for row in sentences()]
    for number in range(400):
        lines = [f"{text} Article {number}." for text in texts]
        (folder / f"{number:03}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    running = subprocess.Popen(
        command("run", "in", "--to", "ko", "--models", str(MODELS), "--no-glossary", "--beam", "1"),
        cwd=tmp_path, stderr=subprocess.PIPE, text=True)
    written = tmp_path / "out" / "ko"
    while running.poll() is None and not (written.is_dir() and any(written.glob("*.txt"))):
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, errors = running.communicate(timeout=600)
    assert running.returncode == 130, errors
    assert "interrupted" in errors and "Traceback" not in errors
    found = sorted(written.glob("*.txt"))
    assert 0 < len(found) < 400
    assert {path.suffix for path in written.iterdir()} == {".txt", ".xlf"}
    assert all(path.read_text(encoding="utf-8").count("\n\n") == len(texts) - 1 for path in found)
