"""Entries brought into a file: what is new is added, what differs is listed, all else stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.errors import GlossaryError
from translate.glossary.load import parse
from translate.glossary.mapping import write_glossary
from translate.glossary.merge import merge
from translate.glossary.model import same
from translate.records import Entry

OWN = """# ours
glossary: own
entries:
  - id: kcna          # the agency
    en: [Korean Central News Agency, KCNA]
    ko: 조선중앙통신   # never 사

  - {id: seoul, en: Seoul, ko: 서울}  # short

# the end
titles:
  - {en: President, ko: 대통령}
"""


def entries(text: str) -> tuple[Entry, ...]:
    return parse(f"glossary: new\nentries:\n{text}", "new.yml").entries


def test_what_is_there_already_changes_nothing() -> None:
    merged = merge(OWN, "own.yml", entries("  - {id: x, en: kcna, ko: 조선중앙통신}\n"))
    assert (merged.text, merged.added, merged.completed, merged.conflicts) == (OWN, (), (), ())


def test_new_entries_stand_behind_the_others() -> None:
    merged = merge(OWN, "own.yml", entries("  - {id: seoul, en: Tokyo, ko: 도쿄}\n"
                                           "  - {id: b, en: Fed, ko: 연준}\n"))
    assert merged.added == ("b", "seoul-2")
    assert merged.text == OWN.replace("# short\n", """# short
  - id: b
    en: Fed
    ko: 연준
  - id: seoul-2
    en: Tokyo
    ko: 도쿄
""")


def test_a_language_that_an_entry_lacks_is_added_to_it() -> None:
    merged = merge(OWN, "own.yml", entries("  - {id: x, en: KCNA, ja: 朝鮮中央通信}\n"
                                           "  - {id: y, en: Seoul, ja: {use: ソウル, avoid: [京城]}}\n"))
    assert merged.completed == ("kcna", "seoul")
    assert merged.text == OWN.replace("# never 사\n", "# never 사\n    ja: 朝鮮中央通信\n").replace(
        "ko: 서울}", "ko: 서울, ja: {use: ソウル, avoid: [京城]}}")


def test_another_rendering_is_listed_and_not_taken() -> None:
    merged = merge(OWN, "own.yml", entries("  - {id: x, en: KCNA, ko: 북한통신}\n"))
    assert merged.text == OWN
    assert merged.conflicts == (
        "own.yml:4:5: entry kcna has ko use 조선중앙통신; not taken over: 북한통신",)


def test_another_rendering_is_taken_where_that_is_asked_for() -> None:
    new = entries("  - {id: x, en: KCNA, ko: {use: 북한통신, avoid: [통신사]}}\n")
    merged = merge(OWN, "own.yml", new, overwrite=True)
    assert merged.text == OWN.replace("ko: 조선중앙통신 ", "ko: {use: 북한통신, avoid: [통신사]} ")
    assert (merged.completed, merged.conflicts) == (("kcna",), ())


def test_what_concerns_the_whole_entry_is_listed() -> None:
    new = entries("  - {id: x, kind: organization, en: KCNA, note: Agency.}\n")
    merged = merge(OWN, "own.yml", new, overwrite=True)
    assert merged.text == OWN
    assert merged.conflicts == ("own.yml:4:5: entry kcna has no kind; not taken over: organization",
                                "own.yml:4:5: entry kcna has no note; not taken over: Agency.")


@pytest.mark.parametrize(("own", "after"), [
    ("glossary: g\nentries: []\n", "glossary: g\nentries:\n  - id: fed\n    en: Fed\n    ko: 연준\n"),
    ("glossary: g\ntitles:\n  - {en: X, ko: 엑스}\n",
     "glossary: g\ntitles:\n  - {en: X, ko: 엑스}\nentries:\n  - id: fed\n    en: Fed\n    ko: 연준\n"),
    ("{glossary: g, entries: [{id: a, en: A}]}",
     "{glossary: g, entries: [{id: a, en: A}, {id: fed, en: Fed, ko: 연준}]}"),
    ("{glossary: g, entries: []}", "{glossary: g, entries: [{id: fed, en: Fed, ko: 연준}]}"),
    ("glossary: g\nentries:\n- id: a\n  en: A\n",
     "glossary: g\nentries:\n- id: a\n  en: A\n- id: fed\n  en: Fed\n  ko: 연준\n"),
    ("glossary: g\r\nentries:\r\n  - {id: a, en: A}",
     "glossary: g\r\nentries:\r\n  - {id: a, en: A}\r\n  - id: fed\r\n    en: Fed\r\n    ko: 연준"),
])
def test_any_way_to_write_the_list_takes_new_entries(own: str, after: str) -> None:
    assert merge(own, "own.yml", entries("  - {id: fed, en: Fed, ko: 연준}\n")).text == after


def test_a_broken_glossary_is_told() -> None:
    with pytest.raises(GlossaryError, match="own.yml:2:1"):
        merge("glossary: [", "own.yml", ())


WORDS = st.sampled_from(["KCNA", "Seoul", "the North", "a: b", "# c", "yes", "007", "조선", "서울", "- x", "[y]"])


@given(st.lists(st.tuples(WORDS, WORDS, st.sampled_from(["ko", "ja", "id"])), max_size=5,
                unique_by=lambda row: row[0].casefold()), st.booleans())
@settings(max_examples=60, deadline=None)
def test_merging_twice_is_merging_once(rows: list[tuple[str, str, str]], overwrite: bool) -> None:
    text = "".join(f"  - {{id: e{number}, en: '{one}', {'ind' if code == 'id' else code}: '{other}'}}\n"
                   for number, (one, other, code) in enumerate(rows))
    new = entries(text) if rows else ()
    once = merge(OWN, "own.yml", new, overwrite)
    if not overwrite:
        assert all(line in once.text.splitlines() or "seoul" in line for line in OWN.splitlines())
    again = merge(once.text, "own.yml", new)
    assert again.added == ()
    assert again.text == once.text


def test_a_written_glossary_says_what_the_entries_say() -> None:
    text = """glossary: g
source: en
entries:
  - id: "123"
    kind: person
    en: {use: Kim Jong Un, also: [Kim Jong-un], short: Kim, case: exact, not_before: ["on", through]}
    ko: {use: 김정은, first: 김정은(Kim), avoid: [김정운], reading: 김정은}
    ind: {use: "null", also: ["yes"]}
    keep: false
    reading: {KCNA: 케이시엔에이}
    profiles: {kcna: {ko: {use: 조선, avoid: [북한]}}}
    note: |
      Two
      lines.
    tests:
      - {en: He said., ko: 그는 말했다.}
"""
    before = parse(text, "g.yml")
    assert same(parse(write_glossary(before.entries, "g"), "g.yml"), before)
