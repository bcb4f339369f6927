"""Glossaries load, and what is wrong with one is said where it stands."""

from __future__ import annotations

import os
import resource
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.errors import GlossaryError
from translate.glossary.load import glossary_files, load, load_bytes, parse
from translate.glossary.nodes import MAX_BYTES
from translate.records import Condition, EntryTest, Place, Rendering

CASES = Path(__file__).parents[1] / "cases" / "glossary"
BROKEN = [line.split("\t") for line in (CASES / "broken.tsv").read_text("utf-8").splitlines()[1:]]
HEAD = "glossary: sample\nentries:\n"


def problems(content: str) -> list[str]:
    """What the loader says of `content`."""
    with pytest.raises(GlossaryError) as caught:
        parse(content, "g.yml")
    return caught.value.problems


@pytest.mark.parametrize("path", sorted((CASES / "valid").iterdir()), ids=lambda path: path.stem)
def test_valid_files_load(path: Path) -> None:
    load([path])


def test_every_broken_file_is_listed() -> None:
    assert {path.name for path in (CASES / "broken").iterdir()} == {row[0] for row in BROKEN}


@pytest.mark.parametrize("name", sorted({row[0] for row in BROKEN}))
def test_faults_have_a_place_and_a_remedy(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CASES)
    with pytest.raises(GlossaryError) as caught:
        load([Path("broken") / name])
    assert caught.value.problems == [f"broken/{file}:{at}: {message}"
                                     for file, at, message in BROKEN if file == name]


def test_forms_of_a_term() -> None:
    glossary = parse(HEAD + """
  - id: a
    en: A
    ko: [가, 나]
    ja: {use: あ, also: い, short: う, first: え, avoid: [お, か], case: exact, reading: き,
         not_before: [on, to], not_after: no, only_with: [x]}
""", "g.yml")
    assert glossary.entry("a").renderings == {
        "en": Rendering("A"),
        "ko": Rendering("가", ("나",)),
        "ja": Rendering("あ", ("い",), "う", "え", ("お", "か"), "exact",
                        Condition(("on", "to"), ("no",), ("x",)), "き"),
    }


def test_an_entry_whole() -> None:
    glossary = parse("""glossary: g
source: en
entries:
  - id: un
    kind: organization
    en: [United Nations, UN]
    ko: 유엔
    keep: false
    reading: 유엔
    profiles: {kcna: {ko: {avoid: [국제연합]}}}
    note: x
    tests:
      - {en: The UN met., ko: 유엔은 만났다., ja: 国連が会った。}
""", "g.yml")
    entry = glossary.entry("un")
    assert (entry.kind, entry.glossary, entry.place) == ("organization", "g", Place("g.yml", 4, 5))
    assert entry.readings == {"UN": "유엔"}
    assert entry.profiles == {"kcna": {"ko": Rendering("", avoid=("국제연합",))}}
    assert entry.tests == (
        EntryTest("The UN met.", "유엔은 만났다.", "ko", Place("g.yml", 13, 9)),
        EntryTest("The UN met.", "国連が会った。", "ja", Place("g.yml", 13, 9)))


def test_a_test_without_the_source_language_goes_from_its_first_language() -> None:
    glossary = parse(HEAD + "  - {id: a, en: A, ko: 가, tests: [{ko: 가., ja: あ。}]}\n", "g.yml")
    (test,) = glossary.entry("a").tests
    assert (test.source_language, test.source, test.language, test.target) == ("ko", "가.", "ja", "あ。")


def test_titles_are_entries_with_an_id_of_their_own() -> None:
    glossary = parse("glossary: g\ntitles:\n  - {en: [Prime Minister, PM], ko: 총리}\n"
                     "  - {id: chair, en: Chairman, ko: 위원장}\n", "g.yml")
    assert [title.id for title in glossary.titles] == ["chair", "title-prime-minister"]


def test_merge_keys_are_merged_and_overridden() -> None:
    glossary = load([CASES / "valid" / "anchors.yml"])
    assert glossary.entry("firing").renderings["en"] == Rendering(
        "firing", condition=Condition(not_after=("product",)))


def test_indonesian_has_a_key_of_its_own() -> None:
    assert "id" in load([CASES / "valid" / "regions.yml"]).languages


def test_a_folder_is_one_layer_of_its_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.yml", "a.yaml", "deep/c.yml", ".git/d.yml", "notes.txt"):
        (tmp_path / name).write_text(f"glossary: '{name}'\nentries: [{{id: '{name[:1]}', en: x}}]\n")
    assert [file.name for file in glossary_files(tmp_path)] == ["a.yaml", "b.yml", "c.yml"]
    assert [entry.id for entry in load([tmp_path]).entries] == ["a", "b", "d"]


def test_a_later_layer_replaces_an_entry(tmp_path: Path) -> None:
    base, client = tmp_path / "base.yml", tmp_path / "client.yml"
    base.write_text("glossary: base\nentries: [{id: a, ko: 가}, {id: b, ko: 나}]\n", "utf-8")
    client.write_text("glossary: client\nentries: [{id: a, ko: 다}]\n", "utf-8")
    glossary = load([base, client])
    assert [entry.renderings["ko"].use for entry in glossary.entries] == ["다", "나"]
    assert load([client, base]).entry("a").renderings["ko"].use == "가"
    assert glossary.names == ("base", "client")


def test_files_of_one_layer_may_not_share_an_id_or_a_name(tmp_path: Path) -> None:
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_text("glossary: same\nentries: [{id: kcna, en: KCNA}]\n")
    with pytest.raises(GlossaryError) as caught:
        load([tmp_path])
    name, entry = caught.value.problems
    assert name.startswith(f"{tmp_path.as_posix()}/b.yml:1:1: ") and "a.yml is called 'same' too" in name
    assert entry.startswith(f"{tmp_path.as_posix()}/b.yml:2:11: ") and "a.yml:2:11" in entry


def test_all_files_are_read_before_any_fault_is_raised(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("glossary: a\nentries: [{id: a, en: NO}]\n")
    (tmp_path / "b.yml").write_text("glossary: b\nentries: [{id: b, xx: B}]\n")
    with pytest.raises(GlossaryError) as caught:
        load([tmp_path, tmp_path / "missing.yml"])
    assert [problem.split(": ")[0].rsplit("/")[-1] for problem in caught.value.problems] == [
        "a.yml:2:23", "b.yml:2:11", "b.yml:2:19", "missing.yml"]


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match="no glossary in this folder; add a .yml file"):
        load([tmp_path])


@pytest.fixture
def little_memory() -> Iterator[None]:
    """No more than 1 GiB beyond what is in use: a bomb that goes off fails the test at once."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (used + 2**30, hard))
    yield
    resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def test_a_large_file_is_refused_unread(tmp_path: Path, little_memory: None) -> None:
    path = tmp_path / "large.yml"
    path.touch()
    os.truncate(path, 4 * 2**30)
    with pytest.raises(GlossaryError, match="4,295 MB, and a glossary may have 20 MB; split it"):
        load([path])


@pytest.mark.parametrize("content", [
    "[" * MAX_BYTES,
    "- " * 1_000_000,
    "a: &a [x]\n" + "".join(f"b{n}: &b{n} [*{'b' + str(n - 1) if n else 'a'}]\n" for n in range(60)),
    "&a [*a, *a, *a]",
    HEAD + "  - &e {id: a, en: &t [" + "x, " * 3000 + "]}\n" + "  - *e\n" * 3000,
    "{" * 900 + "&x " + "}" * 900,
], ids=["brackets", "dashes", "chain", "itself", "repeated", "braces"])
def test_bombs_are_refused(content: str, little_memory: None) -> None:
    assert all(problem.startswith("g.yml:") for problem in problems(content))


@pytest.mark.parametrize("content", [
    HEAD + "  - [" + "a," * 6_000_000 + "]\n",
    HEAD + "  - {" + "a: v," * 1_000_000 + "}\n",
    HEAD + "  - &e {id: a, en: [x]}\n" + "  - *e\n" * 1_600_000,
], ids=["values", "keys", "aliases"])
def test_a_file_of_too_many_values_is_refused_before_it_is_read(content: str, little_memory: None) -> None:
    with pytest.raises(GlossaryError, match="g.yml:1:1: more than 1,500,000 values; split the glossary"):
        load_bytes(content.encode(), "g.yml")


def test_reading_stops_where_everything_is_wrong() -> None:
    found = problems(HEAD + "  - x\n" * 5000)
    assert len(found) == 501 and found[-1] == "g.yml:502:5: and so on; mend these first"


def test_a_missing_file_and_a_device_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.yml", Path("/dev/zero")):
        with pytest.raises(GlossaryError, match="no such file"):
            load([path])


def test_bytes_load_as_a_file_does() -> None:
    data = (CASES / "valid" / "byte-order-mark.yml").read_bytes()
    assert load_bytes(data, "HEAD:g.yml").entry("seoul").place == Place("HEAD:g.yml", 3, 5)


def test_an_indonesian_source_is_called_as_everywhere() -> None:
    glossary = parse("glossary: g\nsource: ind\ntitles: [{ind: Presiden, ko: 대통령}]\n", "g.yml")
    (title,) = glossary.titles
    assert (title.id, title.source, sorted(title.renderings)) == ("title-presiden", "id", ["id", "ko"])
