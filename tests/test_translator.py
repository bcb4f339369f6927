"""The library call gives what the command gives."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.small import MODELS
from translate import Translator
from translate.errors import GlossaryError, InputError, PackageMissing

ROOT = Path(__file__).parents[1]
TEXT = "KCNA said on Monday that Shigeru Ishiba visited Kursk."


@pytest.fixture(scope="module")
def translator() -> Translator:
    return Translator(to="ko", glossaries=[ROOT / "glossaries"], models=MODELS)


def test_nothing_gives_nothing(translator: Translator) -> None:
    assert translator.translate([]) == []
    assert translator.translate(["", " \n", "12:30"]) == ["", " \n", "12:30"]


def test_texts_come_back_in_order_with_their_terms(translator: Translator) -> None:
    first, blank, second = translator.explain([TEXT, "", "Kim Jong Un visited Pyongyang."])
    assert first.text == "조선중앙통신은 월요일 이시바 시게루가 쿠르스크를 방문했다고 말했다."
    assert [told.wanted for told in first.terms] == ["조선중앙통신", "이시바 시게루", "쿠르스크"]
    assert (blank.text, blank.terms, first.problems) == ("", (), ())
    assert "김정은" in second.text and "평양" in second.text


def test_a_text_is_translated_alike_alone_and_among_others(translator: Translator) -> None:
    texts = [TEXT, "Kim Jong Un visited Pyongyang.", "The minister said so."]
    assert [translator.translate([text])[0] for text in texts] == translator.translate(texts)


def test_markup_stays(translator: Translator) -> None:
    found, = translator.translate(["<p>KCNA said so.</p>\n<pre>KCNA</pre>\n"], format="html")
    assert found.startswith("<p>조선중앙통신") and found.endswith("</p>\n<pre>KCNA</pre>\n")


def test_it_is_what_the_command_prints(translator: Translator) -> None:
    command = [sys.executable, "-m", "translate", "text", TEXT, "--to", "ko", "--models", str(MODELS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.rstrip("\n") == translator.translate([TEXT])[0]


def test_a_memory_is_filled(tmp_path: Path) -> None:
    for _ in range(2):
        made = Translator(to="ko", models=MODELS, memory=tmp_path / "memory.db")
        assert made.translate(["The minister said so."])[0]
    assert (tmp_path / "memory.db").exists()


def test_what_cannot_be_done_is_an_error_of_ours(translator: Translator, tmp_path: Path) -> None:
    with pytest.raises(PackageMissing):
        Translator(to="xx", models=MODELS)
    with pytest.raises(GlossaryError):
        (tmp_path / "a.yml").write_text("entries: 3", "utf-8")
        Translator(to="ko", glossaries=[tmp_path / "a.yml"], models=MODELS)
    with pytest.raises(InputError, match="no reader for .pages"):
        translator.translate([TEXT], format="pages")
