"""The whole recipe at its smallest: text in, a package out that the program translates with."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_WAIT_POLICY": "passive"}


def translate(*args: str | Path, cwd: Path, code: int = 0) -> str:
    """Standard output of the command, which ends with `code`."""
    done = subprocess.run([sys.executable, "-m", "translate", *map(str, args)], cwd=cwd, text=True,
                          capture_output=True, env={**ENVIRONMENT, "HOME": str(cwd)})
    assert done.returncode == code, done.stderr
    return done.stdout if code == 0 else done.stderr


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a tiny package was made of a part of the news text."""
    from translate.training.rows import NEWS
    import lzma
    folder = tmp_path_factory.mktemp("training")
    lines = lzma.decompress(NEWS.read_bytes()).splitlines(keepends=True)[:1200]
    (folder / "news.jsonl").write_bytes(b"".join(lines))
    translate("train", "prepare", "news.jsonl", "--work", "work", "--vocabulary", "2000", cwd=folder)
    translate("train", "run", "--work", "work", "--size", "tiny", "--steps", "300", "--rate", "0.003",
              "--threads", "1", cwd=folder)
    translate("train", "export", "--work", "work", "--out", "packages", "--version", "0.1", "--licence",
              "CC BY 4.0", cwd=folder)
    return folder


def test_the_loss_fell_far(work: Path) -> None:
    run, = map(json.loads, (work / "work" / "runs.jsonl").read_text("utf-8").splitlines())
    assert run["steps"] == 300
    assert max(run["dev"].values()) < 6.3  # 2,000 pieces begin at log 2000 = 7.6 and more


def test_the_package_has_the_scores_of_pytorch(work: Path) -> None:
    figures = json.loads(translate("train", "evaluate", "--work", "work", "--json", cwd=work))
    assert {row["to"] for row in figures} == {"ko", "ja"}
    assert all(row["difference"] < 1e-3 for row in figures)


def test_a_run_goes_on_where_it_stopped(work: Path) -> None:
    shutil.copytree(work / "work", work / "resumed")
    out = translate("train", "run", "--work", "resumed", "--from", "resumed/last.pt", "--steps", "5",
                    "--threads", "1", cwd=work)
    assert out.startswith("step 300,") and "\nstep 305," in out


def test_the_package_is_installed_and_translates(work: Path) -> None:
    archive, = (work / "packages").glob("*en_ko*")
    translate("models", "install", archive, "--models", "models", cwd=work)
    out = translate("text", "The minister said so.", "--to", "ko", "--models", "models", "--no-glossary", cwd=work)
    assert out.strip()
    card = next((work / "models").rglob("README.md")).read_text("utf-8")
    assert "CC BY 4.0" in card and "news.jsonl" in card and "| 300 |" in card


def test_the_same_weights_give_the_same_archive(work: Path) -> None:
    before = {path.name: path.read_bytes() for path in (work / "packages").iterdir()}
    translate("train", "export", "--work", "work", "--out", "again", "--version", "0.1", "--licence", "CC BY 4.0",
              cwd=work)
    assert {path.name: path.read_bytes() for path in (work / "again").iterdir()} == before


def test_a_package_goes_on_with_new_text(work: Path) -> None:
    lines = (work / "news.jsonl").read_text("utf-8").splitlines(keepends=True)[:200]
    (work / "new.jsonl").write_text("".join(lines), "utf-8")
    translate("train", "prepare", "new.jsonl", "--work", "more", "--tokenizer", "starter", cwd=work)
    out = translate("train", "run", "--work", "more", "--from", "starter", "--steps", "60", "--rate", "0.0005",
                    "--threads", "1", cwd=work)
    run, = map(json.loads, (work / "more" / "runs.jsonl").read_text("utf-8").splitlines())
    assert run["from"] == "starter" and run["steps"] == 60
    assert run["best step"] > 0, out
    figures = json.loads(translate("train", "evaluate", "--work", "more", "--json", cwd=work))
    assert all(row["difference"] < 1e-3 for row in figures)


@pytest.mark.parametrize(("args", "said"), [
    (["run", "--work", "none", "--steps", "1"], "none: no prepared text here"),
    (["run", "--work", "work"], "say when to stop"),
    (["run", "--work", "work", "--steps", "1", "--from", "xx_yy"], "no such package"),
    (["run", "--work", "work", "--steps", "1", "--from", "en_ko"], "prepared for another tokenizer"),
    (["export", "--work", "none"], "no checkpoint"),
    (["prepare", "--work", "w", "--vocabulary", "60000", "few.jsonl"], "another --vocabulary"),
    (["prepare", "--work", "w", "nothing.jsonl"], "0 rows are too few"),
])
def test_what_cannot_be_done_is_said_in_a_line(args: list[str], said: str, work: Path) -> None:
    (work / "few.jsonl").write_text('{"en": "Yes.", "ko": "네.", "ja": "はい。"}\n' * 100, "utf-8")
    (work / "nothing.jsonl").write_text("\n", "utf-8")
    error = translate("train", *args, cwd=work, code=2)
    assert said in error and error.count("\n") == 1
