"""What an edit of a glossary changes, and what it leaves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate.glossary.diff import Change, Difference, Effects, compare
from translate.glossary.load import parse
from translate.glossary.model import Glossary

OLD = """glossary: g
entries:
  - {id: kcna, en: [Korean Central News Agency, KCNA], ko: 조선중앙통신, ja: 朝鮮中央通信}
  - {id: kim-jong-un, kind: person, en: {use: Kim Jong Un, short: Kim}, ko: {use: 김정은, short: 김 위원장}}
  - {id: seoul, en: Seoul, ko: 서울, note: The capital.}
"""
ARTICLE = ["KCNA said Kim Jong Un visited Seoul.", "Kim spoke.", "It rained in Tokyo."]


def glossary(text: str) -> Glossary:
    return parse(text, "g.yml")


def effects(old: str, new: str, *targets: str) -> list[tuple[int, str, tuple[Change, ...]]]:
    found = Effects(glossary(old), glossary(new), "en", targets or ("ko",)).of(ARTICLE)
    return [(one.index, one.language, one.changes) for one in found]


def test_nothing_changed_is_no_difference() -> None:
    assert compare(glossary(OLD), glossary(OLD)) == ()
    assert effects(OLD, OLD, "ko", "ja") == []


def test_the_order_of_entries_is_no_difference() -> None:
    head, *lines = OLD.split("  - ")
    turned = "  - ".join([head, *reversed(lines)])
    assert compare(glossary(OLD), glossary(turned)) == ()


def test_a_note_decides_nothing() -> None:
    new = OLD.replace("The capital.", "A city.")
    assert compare(glossary(OLD), glossary(new)) == (
        Difference("seoul", "changed", (Change("note", ("The capital.",), ("A city.",)),), False),)
    assert effects(OLD, new) == []


def test_another_rendering_shows_where_it_is_wanted() -> None:
    new = OLD.replace("조선중앙통신", "{use: 북한통신, avoid: [조선중앙통신]}")
    assert compare(glossary(OLD), glossary(new)) == (
        Difference("kcna", "changed", (Change("ko use", ("조선중앙통신",), ("북한통신",)),
                                       Change("ko avoid", (), ("조선중앙통신",))), True),)
    assert effects(OLD, new) == [(0, "ko", (Change("KCNA", ("조선중앙통신",), ("북한통신",)),))]
    assert effects(OLD, new, "ja") == []


def test_a_short_form_shows_in_a_later_sentence() -> None:
    new = OLD.replace("김 위원장", "김 국무위원장")
    assert effects(OLD, new) == [(1, "ko", (Change("Kim", ("김 위원장",), ("김 국무위원장",)),))]


def test_added_and_removed_entries() -> None:
    new = OLD.replace("{id: seoul, en: Seoul, ko: 서울, note: The capital.}", "{id: tokyo, en: Tokyo, ko: 도쿄}")
    assert [(one.id, one.what) for one in compare(glossary(OLD), glossary(new))] == [
        ("seoul", "removed"), ("tokyo", "added")]
    assert effects(OLD, new) == [(0, "ko", (Change("Seoul", ("서울",), ()),)),
                                 (2, "ko", (Change("Tokyo", (), ("도쿄",)),))]


def test_a_form_that_is_avoided_from_now_on_shows_too() -> None:
    new = OLD.replace("ko: 서울", "ko: {use: 서울, avoid: [경성]}")
    assert effects(OLD, new) == [(0, "ko", (Change("Seoul", ("서울",), ("서울",)),))]


@given(st.permutations(["Seoul", "Tokyo", "Busan"]), st.sampled_from(["Osaka", "Nara"]))
def test_an_entry_that_no_sentence_names_changes_none(words: list[str], other: str) -> None:
    new = OLD + f"  - {{id: other, en: {other}, ko: 다른}}\n"
    found = Effects(glossary(OLD), glossary(new), "en", ("ko",)).of([f"{word} is a city." for word in words])
    assert list(found) == []
