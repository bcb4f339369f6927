"""Terms are found where they stand, the longest first, and nowhere else."""

from __future__ import annotations

import random
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.glossary.load import load
from translate.glossary.match import Matcher
from translate.glossary.model import Glossary
from translate.records import Entry, Match, Place, Rendering
from translate.text.normalize import normalize

CASES = Path(__file__).parents[1] / "cases" / "match"
GLOSSARY = load([CASES / "glossary.yml"])
MATCHERS = {"english": Matcher(GLOSSARY, "en"), "korean": Matcher(GLOSSARY, "ko", source=False),
            "japanese": Matcher(GLOSSARY, "ja", source=False)}


def read_cases(name: str) -> list[tuple[str, str]]:
    lines = (CASES / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [(text, expected) for text, expected in (line.split("\t") for line in lines[1:])]


def show(text: str, match: Match) -> str:
    made = match.term.role if match.term.role == "avoid" else match.generated
    return f"{match.span.of(text)}>{match.entry.id}" + (f":{made}" if made else "")


@pytest.mark.parametrize(("text", "expected"), read_cases("english"))
def test_english(text: str, expected: str) -> None:
    assert "; ".join(show(text, match) for match in MATCHERS["english"].find(text)) == expected


@pytest.mark.parametrize(("text", "expected"), read_cases("korean"))
def test_korean(text: str, expected: str) -> None:
    assert "; ".join(show(text, match) for match in MATCHERS["korean"].find(text)) == expected


@pytest.mark.parametrize(("text", "expected"), read_cases("japanese"))
def test_japanese(text: str, expected: str) -> None:
    assert "; ".join(show(text, match) for match in MATCHERS["japanese"].find(text)) == expected


REASONS = [
    ("Kim Min-seok", "Kim", "name", "part of another name, with “Min-seok”"),
    ("said Ivanka Trump", "Trump", "name", "part of another name, with “Ivanka”"),
    ("a north korean", "north korean", "case",
     "written “north korean”; the term is “North Korean”"),
    ("North/Korea", "North/Korea", "spelling", "written “North/Korea”; the term is “North Korea”"),
    ("Usable missilery", "missile", "boundary", "inside “missilery”"),
    ("ballistic missile", "missile", "inside", "overlaps the match of “ballistic missile”"),
    ("below summit level", "summit", "condition", "stands before “level” (not_before)"),
    ("a mountain summit", "summit", "condition", "stands behind “mountain” (not_after)"),
    ("the Fed", "Fed", "condition",
     "nowhere beside “rate” or “Powell” or “central bank” (only_with)"),
    ("kcna@KCNA.kp", "KCNA", "address", "part of an address"),
]


@pytest.mark.parametrize(("text", "surface", "rule", "reason"), REASONS)
def test_a_rejected_candidate_says_why(text: str, surface: str, rule: str, reason: str) -> None:
    found = {(one.span.of(text), one.rule, one.reason) for one in MATCHERS["english"].explain(text)}
    assert (surface, rule, reason) in found


def test_entries_written_alike_are_rivals() -> None:
    match, = MATCHERS["english"].find("Later Kim left.")
    assert match.entry.id == "kim-jong-un"
    assert [entry.id for _, entry in match.rivals] == ["kim-yo-jong"]
    match, = MATCHERS["japanese"].find("金氏は")
    assert [entry.id for _, entry in match.rivals] == ["kim-yo-jong"]


def test_a_house_style_has_its_own_forms() -> None:
    matcher = Matcher(GLOSSARY, "ko", source=False, profile="kcna")
    assert [(match.entry.id, match.term.role) for match in matcher.find("조선과 북한은")] == [
        ("north-korea", "use"), ("north-korea", "avoid")]


WORDS = ("North Korea KCNA the Kim Jong Un Jong-un missile missiles ballistic UN U.N. US U.S. "
         "북한 은 김정은 金氏 ドナルド・トランプ ’s 's summit level March on "
         "\u200b \u00a0 — - . , \" “ 합동 군사 훈련").split(" ")
texts = st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), max_size=12).map(" ".join)
matchers = st.sampled_from(sorted(MATCHERS))


@given(texts, matchers)
def test_matches_stand_in_the_text_in_order(text: str, language: str) -> None:
    spans = [match.span for match in MATCHERS[language].find(text)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= two.start for one, two in zip(spans, spans[1:]))


def bare(text: str) -> str:
    """The letters and digits of `text`, in lower case, without accents."""
    return "".join(char for char in unicodedata.normalize("NFD", text.lower()) if char.isalnum())


@given(texts, matchers)
def test_a_match_is_the_term_but_for_the_generation_it_states(text: str, language: str) -> None:
    for match in MATCHERS[language].find(text):
        surface, term = normalize(match.span.of(text)).text, normalize(match.term.text).text
        assert (surface == term) == (not match.generated)
        if "plural" in match.generated:
            assert bare(surface) in (bare(term) + "s", bare(term) + "es", bare(term)[:-1] + "ies")
        else:
            assert bare(surface) == bare(term)


@given(texts, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(text: str, shuffler: random.Random) -> None:
    entries = list(GLOSSARY.entries)
    shuffler.shuffle(entries)
    matcher = Matcher(Glossary(tuple(entries)), "en")
    assert matcher.scan(text) == MATCHERS["english"].scan(text)
    assert matcher.explain(text) == MATCHERS["english"].explain(text)


@given(texts, matchers)
def test_an_entry_that_does_not_match_changes_nothing(text: str, language: str) -> None:
    rendering = Rendering("Zyxwvut Qrstu")
    everywhere = {"en": rendering, "ko": rendering, "ja": rendering}
    stranger = Entry("zz", "person", everywhere, "x", Place("x"))
    known = MATCHERS[language]
    matcher = Matcher(Glossary((*GLOSSARY.entries, stranger)), known.language, source=known.source)
    assert matcher.find(text) == known.find(text)


@given(st.text(st.characters(categories=["Ll", "Nd", "Zs"], exclude_characters="msnh")))
def test_a_text_without_terms_has_no_match(text: str) -> None:
    assert MATCHERS["english"].find(text) == ()


def test_an_empty_glossary_and_an_empty_text() -> None:
    assert Matcher(Glossary(), "en").find("Kim Jong Un") == ()
    assert Matcher(Glossary(), "ko", source=False).find("김정은") == ()
    assert [matcher.find("") for matcher in MATCHERS.values()] == [(), (), ()]


@given(st.sampled_from([entry for entry in GLOSSARY.entries if entry.kind != "title"]), matchers)
def test_every_term_is_found_alone(entry: Entry, language: str) -> None:
    matcher = MATCHERS[language]
    for term in entry.renderings.get(matcher.language, Rendering("")).terms(matcher.language):
        if not term.condition.only_with:
            match, = matcher.find(term.text)
            assert entry in (match.entry, *(rival for _, rival in match.rivals))
