"""`translate models probe`: the figure is printed, kept, and stated by later runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.small import MODELS

PLACES = {"Pyongyang": "평양", "Seoul": "서울", "Tokyo": "도쿄", "Japan": "일본", "Beijing": "베이징",
          "Russia": "러시아", "China": "중국"}


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in a folder with a glossary of places, and a cache folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    entries = "".join(f"  - {{id: {en.lower()}, kind: place, en: {en}, ko: {ko}}}\n" for en, ko in PLACES.items())
    Path("g.yml").write_text(f"glossary: test\nsource: en\nentries:\n{entries}", encoding="utf-8")
    Path("a.txt").write_text("Experts visited Pyongyang on Monday.\n", encoding="utf-8")
    return Shell(capsys)


def test_a_figure_decides_later_runs_and_stands_in_their_signature(shell: Shell) -> None:
    run = ("run", "a.txt", "--to", "ko", "--models", MODELS, "-g", "g.yml", "--json", "--quiet", "--no-memory")
    before = json.loads(shell(*run).out)["signatures"]["ko"]
    done = shell("models", "probe", "en", "ko", "--models", MODELS, "-g", "g.yml", "--json")
    told = json.loads(done.out)
    assert done.code == 0 and told["kept"] and told["cases"] >= len(PLACES) and told["attention"] > 0.8
    after = json.loads(shell(*run).out)["signatures"]["ko"]
    assert "attention:0.8" in before and f"attention:{told['attention']:g}" in after


def test_for_people(shell: Shell) -> None:
    done = shell("models", "probe", "en", "ko", "--models", MODELS, "-g", "g.yml")
    assert done.code == 0 and "attention points at" in done.out and "kept in" in done.out


@pytest.mark.parametrize(("arguments", "message"), [
    (("en", "ja"), "the glossary has no term in both languages"),
    (("en", "fr"), "translate models install en fr"),
])
def test_what_cannot_be_probed(shell: Shell, arguments: tuple[str, ...], message: str) -> None:
    done = shell("models", "probe", *arguments, "--models", MODELS, "-g", "g.yml")
    assert done.code == 2 and message in done.err
