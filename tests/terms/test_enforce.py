"""The ladder with real packages: what they write wrong comes out right, and nothing else changes."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings, strategies as st

from tests.small import MODELS, engine_to, rows, sentences
from translate.engine.interface import Engine, Request, draft_all
from translate.records import Draft, Entry, Mention, Place, Span, Translation
from translate.terms.enforce import Enforcer, Settings
from translate.glossary.occurrences import assign

FAULTS = rows(MODELS / "faults.tsv")
LANGUAGES = ("ko", "ja")


@pytest.fixture(params=LANGUAGES)
def engine(request: pytest.FixtureRequest) -> Engine:
    """The small package, Korean and Japanese in turn."""
    return engine_to(request.param)


def mention(source: str, term: str, wanted: str, **more: tuple[str, ...]) -> Mention:
    """The first place of `term` in `source`, to be rendered as `wanted`."""
    found = re.search(re.escape(term), source, re.IGNORECASE)
    assert found, (source, term)
    return Mention(Span(*found.span()), Entry(term, "term", {}, "test", Place("test")), "full", wanted, **more)


def enforce(engine: Engine, items: Sequence[tuple[str, Sequence[Mention]]],
            settings: Settings = Settings()) -> list[Translation]:
    enforcer = Enforcer(engine, settings)
    drafts = draft_all(engine, [enforcer.request(*item) for item in items])
    return enforcer.enforce(items, [draft for draft in drafts if isinstance(draft, Draft)])


def fault_items(language: str) -> list[tuple[str, Sequence[Mention]]]:
    return [(row["en"], (mention(row["en"], row["name"], row[f"agreed_{language}"]),)) for row in FAULTS]


def test_no_mention_no_change(engine: Engine) -> None:
    texts = [row["en"] for row in sentences()]
    plain = draft_all(engine, [Request(text) for text in texts])
    found = enforce(engine, [(text, ()) for text in texts])
    assert [one.text for one in found] == [one.text for one in plain if isinstance(one, Draft)]
    assert not any(one.steps or one.mentions for one in found)


def test_what_the_model_writes_right_is_left_alone() -> None:
    source = "Experts visited Pyongyang on Monday."
    plain = draft_all(engine_to("ko"), [Request(source)])[0]
    found = enforce(engine_to("ko"), [(source, (mention(source, "Pyongyang", "평양"),))])[0]
    assert isinstance(plain, Draft) and found.text == plain.text
    assert [one.rung for one in found.mentions] == ["natural"] and not found.steps


def test_every_taught_fault_is_repaired(engine: Engine) -> None:
    items = fault_items(engine.target)
    for (source, mentions), found in zip(items, enforce(engine, items)):
        assert assign(found.text, mentions, engine.target).complete, (source, found.text)
        assert found.mentions[0].rung != "unresolved"


def test_the_package_that_copies_renders_all_too() -> None:
    items = fault_items("ko")
    found = enforce(engine_to("ko"), items, Settings(code_switch=True))
    assert all(assign(one.text, mentions, "ko").complete for one, (_, mentions) in zip(found, items))


def test_replaying_the_steps_gives_the_text(engine: Engine) -> None:
    items = fault_items(engine.target)
    plain = draft_all(engine, [Request(source) for source, _ in items])
    for draft, found in zip(plain, enforce(engine, items)):
        assert isinstance(draft, Draft)
        text = draft.text
        for step in found.steps:
            assert step.span.of(text) == step.before
            text = step.apply(text)
        assert text == found.text


def test_links_lie_in_the_final_text(engine: Engine) -> None:
    for (source, _), found in zip(fault_items(engine.target), enforce(engine, fault_items(engine.target))):
        assert all(here.end <= len(source) and there.end <= len(found.text) for here, there in found.links)


@pytest.mark.parametrize(("language", "term", "wanted", "expected"), [
    ("ko", "KCNA", "조선중앙통신", "조선중앙통신은 월요일 일본이 서울을 방문했다고 말했다."),
    ("ko", "Japan", "왜국", "한국중앙통신은 월요일 왜국이 서울을 방문했다고 말했다."),
    ("ko", "Seoul", "도쿄", "한국중앙통신은 월요일 일본이 도쿄를 방문했다고 말했다."),
    ("ja", "KCNA", "朝鮮中央通信", "朝鮮中央通信は月曜日、日本がソウルを訪問したと述べた。"),
    ("ja", "Seoul", "東京", "韓国中央通信は月曜日、日本が東京を訪問したと述べた。"),
])
def test_particles_and_spaces_fit(language: str, term: str, wanted: str, expected: str) -> None:
    source = "KCNA said on Monday that Japan visited Seoul."
    assert enforce(engine_to(language), [(source, (mention(source, term, wanted),))])[0].text == expected


def test_an_avoided_rendering_goes_even_where_the_wanted_one_stands_too() -> None:
    source = "KCNA said on Monday that Japan visited Seoul."
    wanted = mention(source, "Japan", "일본", avoided=("한국중앙통신",))
    found = enforce(engine_to("ko"), [(source, (wanted,))])[0]
    assert "한국중앙통신" not in found.text and "일본" in found.text


def test_an_admitted_rendering_becomes_the_preferred_one() -> None:
    source = "Experts visited Pyongyang on Monday."
    found = enforce(engine_to("ko"), [(source, (mention(source, "Pyongyang", "평양시", admitted=("평양",)),))])[0]
    assert "평양시를" in found.text and found.mentions[0].rung == "natural"


def test_no_segment_touches_another() -> None:
    items = fault_items("ko")
    together = enforce(engine_to("ko"), items)
    alone = [enforce(engine_to("ko"), [item])[0] for item in items[::7]]
    assert together[::7] == alone


def test_a_term_longer_than_the_sentence_is_written_or_reported() -> None:
    source = "Japan visited Seoul."
    wanted = "대단히 길고 " * 40 + "이름"
    found = enforce(engine_to("ko"), [(source, (mention(source, "Japan", wanted),))])[0]
    assert (wanted in found.text) == (found.mentions[0].rung != "unresolved")
    assert found.text


def test_characters_outside_the_vocabulary() -> None:
    source = "Japan visited Seoul."
    found = enforce(engine_to("ko"), [(source, (mention(source, "Japan", "㐀𠀀国"),))])[0]
    assert ("㐀𠀀国" in found.text) == (found.mentions[0].rung != "unresolved")


def test_a_term_that_is_the_whole_sentence() -> None:
    found = enforce(engine_to("ko"), [("KCNA", (mention("KCNA", "KCNA", "조선중앙통신"),))])[0]
    assert "조선중앙통신" in found.text


@settings(max_examples=15, deadline=None)
@given(st.sampled_from([row["en"] for row in sentences()]), st.data())
def test_any_word_rendered_as_anything_is_there_or_reported(source: str, data: st.DataObject) -> None:
    words = [found for found in re.finditer(r"[A-Za-z]{3,}", source)]
    word = data.draw(st.sampled_from(words))
    wanted = data.draw(st.sampled_from(["가", "평양", "조선중앙통신", "NATO", "김정은 국무위원장", "3월"]))
    asked = Mention(Span(*word.span()), Entry("x", "term", {}, "test", Place("test")), "full", wanted)
    found = enforce(engine_to("ko"), [(source, (asked,))])[0]
    complete = assign(found.text, (asked,), "ko").complete
    assert complete == (found.mentions[0].rung != "unresolved")


@pytest.mark.parametrize(("source", "terms", "expected"), [
    ("KCNA", {"KCNA": "조선중앙통신"}, "조선중앙통신"),
    ("Seoul / Tokyo", {"Seoul": "서울", "Tokyo": "도쿄"}, "서울 / 도쿄"),
    ("“Pyongyang”", {"Pyongyang": "평양"}, "“평양”"),
])
def test_a_segment_of_nothing_but_terms_is_their_renderings(source: str, terms: dict[str, str],
                                                            expected: str) -> None:
    found = enforce(engine_to("ko"), [(source, [mention(source, *pair) for pair in terms.items()])])[0]
    assert found.text == expected and {one.rung for one in found.mentions} == {"substituted"}


def test_what_the_packages_write_right_is_not_made_worse() -> None:
    """A copying package keeps its own good sentences: dates, endings and all."""
    names = {"Tokyo": "도쿄", "Seoul": "서울", "Beijing": "베이징", "Pyongyang": "평양", "Wonsan": "원산"}
    known = [(row, name) for row in sentences() for name, ko in names.items()
             if name in row["en"] and ko in row["ko"]]
    items = [(row["en"], [mention(row["en"], name, names[name])]) for row, name in known]
    found = enforce(engine_to("ko"), items, Settings(code_switch=True))
    assert len(items) > 5 and [one.text for one in found] == [row["ko"] for row, _ in known]


def test_a_sentence_longer_than_the_model_reads() -> None:
    source = "Kim Jong Un visited Seoul and " * 120 + "left."
    found = enforce(engine_to("ko"), [(source, [mention(source, "Seoul", "서울")])])[0]
    assert found.text
