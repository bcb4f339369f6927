"""`translate glossary find` shows where each mention stands, what is wanted, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from translate.cli.glossary_find import find
from translate.errors import ConfigError, InputError

GLOSSARY = str(Path(__file__).parents[1] / "cases" / "plan" / "glossary.yml")
TEXT = "Putin and Kim Sign Pact\n\n  Vladimir Putin met\nKim Jong Un. Nobody else\nwas there.\n"
MARKDOWN = ("# Kim &amp; *Trump*\n\n"
            "- **Donald Trump** met [Kim Jong Un](http://x.org/KCNA)\n"
            "- KCNA said so\n")


def invoke(*args: str, text: str = "") -> Result:
    return CliRunner().invoke(find, [*args, "--glossary", GLOSSARY], input=text,
                              catch_exceptions=False, standalone_mode=False)


def rows(*args: str, text: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(invoke(*args, "--json", text=text).output)
    return found


def test_a_text_without_terms_shows_nothing() -> None:
    assert invoke("-", text="Nobody is named here.\n").output == ""
    assert rows("-", text="Nobody is named here.\n") == []


def test_each_mention_has_a_line_with_its_place_and_why(tmp_path: Path) -> None:
    path = tmp_path / "pact.txt"
    path.write_text(TEXT, encoding="utf-8")
    where = path.as_posix()
    assert invoke(str(path), "--to", "ko").output.splitlines() == [
        f"{where}:1:1: Putin is putin: ko 푸틴 (“Vladimir Putin” is named later)",
        f"{where}:1:11: Kim is kim-jong-un: ko 김 위원장 (“Kim Jong Un” is named later)",
        f"{where}:3:3: Vladimir Putin is putin: ko 블라디미르 푸틴 (named as “Vladimir Putin”)",
        f"{where}:4:1: Kim Jong Un is kim-jong-un: ko 김정은 (named as “Kim Jong Un”)",
    ]


def test_a_rejected_candidate_says_why_not() -> None:
    output = invoke("-", "--rejected", "--to", "ja", text="Kim Min-seok left.\n").output
    assert output.splitlines()[0] == (
        "<stdin>:1:1: Kim is not kim-jong-il: part of another name, with “Min-seok”")


def test_what_stays_open_names_those_it_may_be() -> None:
    output = invoke("-", text="Kim left.\n").output
    assert output == ("<stdin>:1:1: Kim is open: kim-jong-il, kim-jong-un, kim-yo-jong "
                      "(a surname of nobody whom the article names in full)\n")


def test_all_languages_of_a_mention_stand_in_one_row(tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    path.write_text(MARKDOWN, encoding="utf-8")
    found = rows(str(path), "--to", "ko,ja")
    assert [(row["line"], row["column"], row["text"]) for row in found] == [
        (1, 3, "Kim"), (1, 14, "Trump"), (3, 5, "Donald Trump"), (3, 25, "Kim Jong Un"),
        (4, 3, "KCNA")]
    assert found[-1]["wanted"] == {"ko": "조선중앙통신", "ja": "朝鮮中央通信"}
    assert found[-1]["avoided"] == {"ko": ["조선중앙통신사"], "ja": []}


def test_a_profile_changes_what_is_wanted() -> None:
    found = rows("-", "--to", "ko", "--profile", "kcna", text="North Korea fired.\n")
    assert found[0]["wanted"] == {"ko": "조선"}


def test_without_a_glossary_it_says_what_to_do() -> None:
    with pytest.raises(ConfigError, match="name one: --glossary FILE"):
        CliRunner().invoke(find, ["-", "--no-glossary"], input="x", catch_exceptions=False,
                           standalone_mode=False)


def test_a_missing_file_is_an_input_error() -> None:
    with pytest.raises(InputError, match="missing.txt"):
        invoke("missing.txt")
