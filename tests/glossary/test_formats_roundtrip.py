"""Out into a format and back: every fact comes back, or stands in the list of losses."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.glossary.formats import FORMATS, Exchange
from translate.glossary.formats.facts import Fact, facts_of
from translate.records import Condition, Entry, EntryTest, Place, Rendering

LATIN = st.sampled_from(["Kim", "Kim Jong Un", "Korean Central News Agency", "Treaty", "AT&T",
                         "Fed", "the North"])
ODD = st.sampled_from(['"Q", the ship', "a,b;c", "<tag> & co", "#1", "-", "=SUM(A1)", "U.S.", "KCNA",
                       "ko", "null", "1.5", "조선(DPRK)", "don't", "kind: x", "état"])
FOREIGN = st.sampled_from(["김정은", "김 위원장", "조선중앙통신", "북한", "조선", "연방준비제도", "평양"])
KANA = st.sampled_from(["金正恩", "朝鮮中央通信", "北朝鮮", "ラーム・エマニュエル", "米連邦準備制度理事会", "ー"])
FORMS = {"en": LATIN | ODD, "ko": FOREIGN | ODD, "ja": KANA | ODD}
IDS = st.sampled_from(["kcna", "kim-jong-un", "c1", "38th-parallel", "평양", "e+x", "entry", "_x"])
NOTES = st.sampled_from(["", "State agency.", "Two\nlines.", "do not translate", "kind: person",
                         "Forbidden city", '"quoted", with commas', "tab\there"])


@st.composite
def renderings(draw: st.DrawFn, code: str, overlay: bool = False) -> Rendering:
    """What an entry may say of a language, all of it."""
    forms = draw(st.lists(FORMS[code], min_size=1, max_size=4, unique=True))
    cut = draw(st.integers(0, len(forms) - 1))
    use, also, avoid = forms[0], tuple(forms[1:cut + 1]), tuple(forms[cut + 1:])
    few = st.just("") | FORMS[code]
    if overlay:
        return Rendering(use, also, avoid=avoid)
    return Rendering(use, also, draw(few), draw(few), avoid,
                     draw(st.sampled_from(["smart", "exact", "ignore"])),
                     Condition(not_before=tuple(draw(st.lists(LATIN, max_size=2, unique=True)))),
                     draw(st.just("") | FOREIGN))


@st.composite
def entries(draw: st.DrawFn, id: str) -> Entry:
    """An entry that says anything that an entry can say."""
    codes = draw(st.lists(st.sampled_from(["ko", "ja"]), unique=True, min_size=1))
    keep = draw(st.booleans())
    found = {code: draw(renderings(code)) for code in ("en", *([] if keep else codes))}
    profiles = {"kcna": {"ko": draw(renderings("ko", True))}} if draw(st.booleans()) else {}
    tests = (EntryTest("KCNA said.", "통신은 말했다.", "ko", Place("x")),) if draw(st.booleans()) else ()
    readings = draw(st.dictionaries(LATIN, FOREIGN, max_size=2))
    kind = draw(st.sampled_from(["term", "person", "place"]))
    return Entry(id, kind, found, "g", Place("g.yml"), "en", keep, readings, profiles, draw(NOTES), tests)


GLOSSARIES = st.lists(IDS, unique=True, max_size=3).flatmap(lambda ids: st.tuples(*map(entries, ids)))
HOLDS_ALL = ("csv", "tsv")
HOLDS_ENTRIES = ("tbx", "tbx-dct", "tbx-core", "tbx-2008")


def lost(losses: Sequence[str]) -> set[tuple[str, str]]:
    """(entry id, what) of each loss, without the values."""
    return {(line.split(": ")[0], line.split(": ")[1]) for line in losses}


def head(fact: Fact) -> str:
    """How a loss names the fact."""
    style = f"({fact.profile})" if fact.profile else ""
    return re.sub(" +", " ", f"{fact.language} {style} {fact.field}").strip()


@pytest.mark.parametrize("name", HOLDS_ALL)
@given(glossary=GLOSSARIES)
@settings(max_examples=25, deadline=None)
def test_our_own_tables_hold_everything(name: str, glossary: tuple[Entry, ...]) -> None:
    exported = FORMATS[name].write(glossary, Exchange(targets=("ko", "ja")))
    assert exported.losses == ()
    back = FORMATS[name].read(exported.data, Exchange())
    assert [(one.id, set(facts_of(one))) for one in back.entries] == [
        (one.id, set(facts_of(one))) for one in glossary]


@pytest.mark.parametrize("name", HOLDS_ENTRIES)
@given(glossary=GLOSSARIES)
@settings(max_examples=25, deadline=None)
def test_tbx_gives_back_all_but_its_losses(name: str, glossary: tuple[Entry, ...]) -> None:
    glossary = distinct(glossary)
    exported = FORMATS[name].write(glossary, Exchange(targets=("ko", "ja")))
    missing = lost(exported.losses)
    back = FORMATS[name].read(exported.data, Exchange(path="back.tbx"))
    assert back.losses == ()
    assert [one.id for one in back.entries] == [one.id for one in glossary]
    for one, other in zip(glossary, back.entries):
        said, back_again = set(facts_of(one)), set(facts_of(other))
        assert {fact for fact in said if (one.id, head(fact)) not in missing} <= back_again
        assert {what for id, what in missing if id == one.id} == {head(fact) for fact in said - back_again}


@given(glossary=GLOSSARIES)
@settings(max_examples=25, deadline=None)
def test_tbx_loses_no_form_but_one_that_xml_would_change(glossary: tuple[Entry, ...]) -> None:
    for name in HOLDS_ENTRIES:
        lines = FORMATS[name].write(glossary, Exchange(targets=("ko", "ja"))).losses
        said = ("kind", "keep", "use", "also", "short", "first", "avoid")
        assert not [line for line in lines if line.split(": ")[1].split()[-1] in said]


@pytest.mark.parametrize("name", sorted(set(FORMATS) - set(HOLDS_ALL) - set(HOLDS_ENTRIES)))
@given(glossary=GLOSSARIES)
@settings(max_examples=25, deadline=None)
def test_of_every_other_format_each_fact_is_written_or_listed(name: str, glossary: tuple[Entry, ...]) -> None:
    glossary = distinct(glossary)
    exchange = Exchange(path="back", targets=("ko",))
    exported = FORMATS[name].write(glossary, exchange)
    missing = lost(exported.losses)
    back = FORMATS[name].read(exported.data, exchange)
    assert back.losses == ()
    pairs = {(term.text, "" if one.keep else other.text, other.role) for one in back.entries
             for term in one.renderings["en"].terms("en")
             for other in (one.renderings.get("ko") or one.renderings["en"]).terms("ko")}
    for one in glossary:
        says = {head(fact) for fact in facts_of(one)} - {what for id, what in missing if id == one.id}
        english, korean = one.renderings["en"], one.renderings.get("ko")
        if "keep" in says:
            assert any(source in (english.use, *english.also) and not target for source, target, _ in pairs)
        elif {"en use", "ko use"} <= says and korean and korean.use != english.use:
            assert any((english.use, korean.use) == pair[:2] for pair in pairs)
        if "ko avoid" in says and korean:
            assert all(any(pair[1:] == (form, "avoid") or not pair[1] for pair in pairs)
                       for form in korean.avoid)


def distinct(glossary: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Entries no two of which share an English form: for a format of pairs, those are one."""
    kept: list[Entry] = []
    seen: set[str] = set()
    for one in glossary:
        forms = {one.renderings["en"].use, *one.renderings["en"].also}
        if not forms & seen:
            kept.append(one)
        seen |= forms
    return tuple(kept)
