"""`translate text`: one text, printed."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.small import MODELS, sentences

FIRST = sentences()[0]


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(capsys)


def test_one_text_in_two_languages(shell: Shell) -> None:
    done = shell("text", FIRST["en"], "--to", "ko,ja", "--models", MODELS)
    assert (done.code, done.out) == (0, f"{FIRST['ko']}\n{FIRST['ja']}\n")


def test_standard_input_and_json(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(FIRST["en"].encode())))
    done = shell("text", "-", "--to", "ko", "--models", MODELS, "--json")
    assert json.loads(done.out) == {"ko": FIRST["ko"]}


@pytest.mark.parametrize("text", ["...", "12", "—"])
def test_what_has_no_word_is_copied(shell: Shell, text: str) -> None:
    done = shell("text", text, "--to", "ko", "--models", MODELS)
    assert (done.code, done.out) == (0, f"{text}\n")


def test_an_empty_text_is_an_error(shell: Shell) -> None:
    assert shell("text", "", "--to", "ko", "--models", MODELS).code == 2
