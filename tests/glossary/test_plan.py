"""What an article speaks of, and what is wanted for it in Korean and Japanese."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from translate.glossary.load import load
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary
from translate.glossary.plan import Plan, plan, survey
from translate.records import Entry, Mention, Place, Rendering

CASES = Path(__file__).parents[1] / "cases" / "plan"
GLOSSARY = load([CASES / "glossary.yml"])
MATCHER = Matcher(GLOSSARY, "en")
ARTICLES = yaml.safe_load((CASES / "articles.yml").read_text(encoding="utf-8"))


def show(segments: list[str], found: Plan) -> list[str]:
    return [f"{one.span.of(text)} > {one.wanted} ({one.form})"
            for text, mentions in zip(segments, found.mentions) for one in mentions]


@pytest.mark.parametrize("language", ["ko", "ja"])
@pytest.mark.parametrize("case", ARTICLES, ids=lambda case: case["name"])
def test_article(case: dict[str, Any], language: str) -> None:
    found = survey(case["text"], MATCHER, language)
    assert show(case["text"], found) == case[language]
    unresolved = case.get("unresolved", [])
    expected = unresolved.get(language, []) if isinstance(unresolved, dict) else unresolved
    assert [f"{one.span.of(text)}: {one.reason}"
            for text, left in zip(case["text"], found.unresolved) for one in left] == expected


def only(text: str, language: str, profile: str = "") -> Mention:
    (mention,), = plan([text], MATCHER, language, profile)
    return mention


def test_what_a_careful_translator_may_write_too_is_admitted() -> None:
    assert only("Japanese Prime Minister Shigeru Ishiba left.", "ko").admitted == (
        "이시바 시게루 총리", "일본의 이시바 시게루 총리", "일본 이시바 시게루 총리")
    assert only("Japanese Prime Minister Shigeru Ishiba left.", "ja").admitted == (
        "日本の石破茂首相", "石破茂・日本首相", "石破茂日本首相")
    assert "도널드 트럼프 미 대통령" in only("U.S. President Donald Trump left.", "ko").admitted
    assert only("North Korean leader Kim Jong Un left.", "ja").admitted[-1] == "金総書記"


def test_a_short_form_admits_the_full_one_and_a_full_one_the_short_when_known() -> None:
    (first,), (later,), (full,) = plan(["Kim Jong Un came.", "Kim spoke.", "Kim Jong Un left."],
                                       MATCHER, "ko")
    assert first.admitted == ()
    assert (later.wanted, later.admitted) == ("김 위원장", ("김정은",))
    assert (full.wanted, full.admitted) == ("김정은", ("김 위원장",))


def test_a_surname_written_alike_admits_no_full_name() -> None:
    assert only("The first President Bush came.", "ko").admitted == ()


def test_avoided_forms_are_told_but_not_those_inside_a_wanted_one() -> None:
    assert only("KCNA said.", "ko").avoided == ("조선중앙통신사",)
    rendering = Rendering("북조선 정부", avoid=("북조선",))
    entry = Entry("x", "term", {"en": Rendering("Xyz"), "ko": rendering}, "x", Place("x"))
    (mention,), = plan(["Xyz left."], Matcher(Glossary((entry,)), "en"), "ko")
    assert mention.avoided == ()


def test_a_house_style_has_its_own_renderings() -> None:
    mention = only("North Korea fired.", "ko", "kcna")
    assert (mention.wanted, mention.avoided) == ("조선", ("북한", "북조선"))


def test_a_mention_says_how_it_is_read_and_why_it_is_one() -> None:
    renderings = {"en": Rendering("UN"), "ko": Rendering("UN")}
    entry = Entry("un", "organization", renderings, "x", Place("x"), readings={"UN": "유엔"})
    (mention,), = plan(["The U.N. met."], Matcher(Glossary((entry,)), "en"), "ko")
    assert (mention.reading, mention.reason) == ("유엔", "named as “UN”, periods added")


WORDS = ("Kim Jong Un Lee Jae Myung Jae-yong Trump Donald President Presidents former Japanese "
         "Prime Minister Shigeru Ishiba the North South Korea Korean leader KCNA ( ) , or Bush "
         "George W. Chairman U.S. NATO missile 's . said").split(" ")
segments = st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=4)
targets = st.sampled_from(["ko", "ja", "de"])


@given(segments, targets)
def test_mentions_stand_in_their_segments_in_order(texts: list[str], target: str) -> None:
    found = plan(texts, MATCHER, target)
    assert len(found) == len(texts)
    for text, mentions in zip(texts, found):
        spans = [mention.span for mention in mentions]
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= two.start for one, two in zip(spans, spans[1:]))


@given(segments, targets)
def test_what_is_wanted_is_neither_admitted_nor_avoided(texts: list[str], target: str) -> None:
    for mention in (mention for mentions in plan(texts, MATCHER, target) for mention in mentions):
        assert mention.wanted and mention.reason
        assert mention.wanted not in mention.admitted
        assert len(set(mention.admitted)) == len(mention.admitted)
        assert not any(form in allowed for form in mention.avoided
                       for allowed in (mention.wanted, *mention.admitted))


@given(segments, targets, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(texts: list[str], target: str,
                                              shuffler: random.Random) -> None:
    entries = list(GLOSSARY.entries)
    shuffler.shuffle(entries)
    assert survey(texts, Matcher(Glossary(tuple(entries)), "en"), target) == survey(
        texts, MATCHER, target)


@given(segments, targets)
def test_an_entry_that_does_not_match_changes_nothing(texts: list[str], target: str) -> None:
    rendering = Rendering("Zyxwvut Qrstu", short="Qrstu")
    stranger = Entry("zz", "person", {"en": rendering, "ko": rendering, "ja": rendering}, "x",
                     Place("x"))
    matcher = Matcher(Glossary((*GLOSSARY.entries, stranger)), "en")
    assert survey(texts, matcher, target) == survey(texts, MATCHER, target)


def test_nothing_in_nothing_out() -> None:
    assert plan([], MATCHER, "ko") == ()
    assert plan([""], MATCHER, "ko") == ((),)
    assert survey(["Kim Jong Un left."], Matcher(Glossary(), "en"), "ja") == Plan(((),), ((),))
