"""Existing translations: what is wrong beyond doubt is repaired, what is not is left as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.small import engine_to, rows
from translate.glossary.load import load
from translate.glossary.match import Matcher
from translate.glossary.plan import plan
from translate.records import Translation
from translate.terms.candidates import Task
from translate.terms.mend import mend, mend_with

CASES = Path(__file__).parents[1] / "cases" / "fix"
MATCHER = Matcher(load([CASES / "glossary.yml"]), "en")


def task(source: str, language: str) -> Task:
    return Task(source, plan([source], MATCHER, language)[0], language)


def named(row: dict[str, str]) -> str:
    return f"{row['language']}: {row['why']}"


@pytest.mark.parametrize("row", rows(CASES / "mend.tsv"), ids=named)
def test_cases(row: dict[str, str]) -> None:
    asked = task(row["source"], row["language"])
    assert asked.mentions
    assert mend(asked, row["before"]).text == row["after"]


@pytest.mark.parametrize("row", rows(CASES / "mend.tsv"), ids=named)
def test_a_repaired_text_needs_no_repair(row: dict[str, str]) -> None:
    again = mend(task(row["source"], row["language"]), row["after"])
    assert again.text == row["after"] and not again.steps


@pytest.mark.parametrize("text", ["조선중앙통신는 Kursk에", "", "\x00 {} [-x-]"])
def test_without_a_mention_nothing_changes(text: str) -> None:
    assert mend(task("Nobody is named.", "ko"), text) == Translation(text, "model", 0.0)


def test_the_steps_lead_from_one_text_to_the_other() -> None:
    for row in rows(CASES / "mend.tsv"):
        text = row["before"]
        for step in mend(task(row["source"], row["language"]), text).steps:
            assert step.span.of(text) == step.before
            text = step.apply(text)
        assert text == row["after"]


def test_what_is_not_found_is_unresolved() -> None:
    done = mend(task("KCNA said that Kursk fell.", "ko"), "Kursk가 무너졌다고 한다.")
    assert [one.rung for one in done.mentions] == ["unresolved", "swapped"]
    assert done.text == "쿠르스크가 무너졌다고 한다."


@pytest.mark.parametrize(("language", "before", "after"), [
    ("ko", "북한통신사는 월요일 일본이 서울을 방문했다고 말했다.", "조선중앙통신은 월요일 일본이 서울을 방문했다고 말했다."),
    ("ja", "ノース通信は月曜日、日本がソウルを訪問したと述べた。", "朝鮮中央通信は月曜日、日本がソウルを訪問したと述べた。"),
])
def test_a_model_finds_what_looks_like_nothing_known(language: str, before: str, after: str) -> None:
    asked = task("KCNA said on Monday that Japan visited Seoul.", language)
    assert mend(asked, before).text == before
    done = mend_with(engine_to(language), [(asked, before), (asked, after)])
    assert [one.text for one in done] == [after, after]


def test_a_model_that_does_not_follow_the_sentence_is_not_believed() -> None:
    asked, text = task("KCNA left.", "ko"), "쇠고기 우유 당근 보라색 통신사가 나무를 헤엄쳤다."
    assert mend_with(engine_to("ko"), [(asked, text)])[0].text == text
