"""What a glossary says of an entry, and what decides its digest."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import ConfigError, GlossaryError
from translate.glossary.load import parse
from translate.glossary.model import Glossary, digest, layered, reading, rendering
from translate.records import Entry, Place, Rendering

GLOSSARY = parse("""glossary: g
entries:
  - id: north-korea
    kind: place
    en: North Korea
    ko: {use: 북한, also: [북측], first: 북한(DPRK), avoid: [조선, 북조선], reading: 부칸}
    ja: 北朝鮮
    profiles:
      kcna: {ko: {use: 조선, avoid: [북한, 북측]}}
      yonhap: {ko: {avoid: [북괴]}}
      ja-press: {ja: {avoid: [北鮮]}}
  - {id: iphone, en: {use: iPhone, also: [Iphone]}, ja: {avoid: [アイフォン]}, keep: true, reading: 아이폰}
  - {id: seoul, en: Seoul, ko: 서울}
titles:
  - {en: President, ko: 대통령}
""", "g.yml")
NORTH = GLOSSARY.entry("north-korea")


def test_a_language_without_a_term_has_an_empty_rendering() -> None:
    assert rendering(GLOSSARY.entry("seoul"), "ja") == Rendering("")


def test_the_default_profile_of_a_language_applies_unasked() -> None:
    assert rendering(NORTH, "ko").avoid == ("북괴",)
    assert rendering(NORTH, "ja") == Rendering("北朝鮮", avoid=("北鮮",))


def test_a_profile_changes_what_it_states_and_wants_nothing_it_avoids() -> None:
    assert rendering(NORTH, "ko", "kcna") == Rendering("조선", avoid=("북한", "북측"))


def test_a_profile_frees_what_it_wants_from_the_avoided() -> None:
    over = Rendering("조선")
    entry = replace(NORTH, profiles={"x": {"ko": over}})
    assert rendering(entry, "ko", "x").avoid == ("북조선",)


def test_a_profile_without_the_language_changes_nothing() -> None:
    assert rendering(NORTH, "ja", "kcna") == Rendering("北朝鮮")


def test_a_kept_term_is_rendered_as_its_source() -> None:
    phone = GLOSSARY.entry("iphone")
    assert rendering(phone, "ko") == Rendering("iPhone", ("Iphone",), case="exact")
    assert rendering(phone, "ja").avoid == ("アイフォン",)
    assert rendering(phone, "en") == Rendering("iPhone", ("Iphone",))


def test_readings_by_written_form() -> None:
    assert reading(GLOSSARY.entry("iphone"), "iPhone") == "아이폰"
    assert reading(NORTH, "북한") == "부칸"
    assert reading(NORTH, "조선", "ko", "kcna") == ""
    assert reading(NORTH, "북측") == ""


def test_the_house_style_for_a_language() -> None:
    assert GLOSSARY.profiles == {"ja-press": {"ja"}, "kcna": {"ko"}, "yonhap": {"ko"}}
    assert [GLOSSARY.profile_for("ko"), GLOSSARY.profile_for("ko", "kcna")] == ["yonhap", "kcna"]
    assert [GLOSSARY.profile_for("ja", "kcna"), GLOSSARY.profile_for("de", "kcna")] == ["ja-press", ""]
    with pytest.raises(ConfigError, match="--profile kbs: .*known: ja-press, kcna, yonhap"):
        GLOSSARY.profile_for("ko", "kbs")


def test_an_entry_that_is_not_there() -> None:
    with pytest.raises(GlossaryError, match="'seol'; did you mean seoul?"):
        GLOSSARY.entry("seol")
    assert "seoul" in GLOSSARY and "seol" not in GLOSSARY


def test_languages_and_titles() -> None:
    assert GLOSSARY.languages == ("en", "ja", "ko")
    assert [title.id for title in GLOSSARY.titles] == ["title-president"]


def test_the_digest_is_of_what_decides_results() -> None:
    unchanged = replace(NORTH, note="x", place=Place("other.yml", 7, 1), glossary="other")
    assert digest([unchanged]) == digest([NORTH])
    changes = [replace(NORTH, id="x"), replace(NORTH, kind="term"), replace(NORTH, keep=True),
               replace(NORTH, readings={"DPRK": "디피아르케이"}), replace(NORTH, source="ko"),
               replace(NORTH, profiles={}), replace(NORTH, renderings={"ko": Rendering("북한")})]
    assert len({digest([entry]) for entry in [NORTH, *changes]}) == len(changes) + 1


@given(st.permutations(GLOSSARY.entries))
def test_no_order_changes_a_layer(entries: list[Entry]) -> None:
    assert digest(entries) == digest(GLOSSARY.entries)
    assert layered([Glossary((entry,)) for entry in entries]).entries == GLOSSARY.entries
