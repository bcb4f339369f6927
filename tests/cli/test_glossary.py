"""The glossary commands, run as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from translate.cli import run_guarded
from translate.glossary.load import load
from translate.glossary.model import same

DPRK = """# Names of the north
glossary: dprk
entries:
  - id: kcna
    kind: organization
    en: [Korean Central News Agency, KCNA]
    ko: {use: 조선중앙통신, avoid: [한국중앙통신]}   # since 1946
    ja: 朝鮮中央通信
    reading: {KCNA: 케이시엔에이}
    note: State news agency.
    tests:
      - {en: "KCNA said.", ko: "조선중앙통신은 전했다."}
  - id: kim-jong-un
    kind: person
    en: {use: Kim Jong Un, short: Kim, case: exact}
    ko: {use: 김정은, short: 김 위원장}
    ja: {use: 金正恩, short: 金氏}
"""
JAPAN = """glossary: japan
entries:
  - {id: tokyo, kind: place, en: Tokyo, ko: 도쿄}
  - {id: kim-gu, en: Kim Gu, ko: 김구}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two glossaries."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "glossaries").mkdir()
    (tmp_path / "glossaries" / "dprk.yml").write_text(DPRK, "utf-8")
    (tmp_path / "glossaries" / "japan.yml").write_text(JAPAN, "utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str, str]:
    """(exit code, standard output, standard error) of `translate glossary ...`."""
    code = run_guarded(["glossary", *args])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_list_shows_preferred_forms(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run(capsys, "list")
    assert code == 0 and err == "translate: 4 of 4 entries\n"
    assert [line.split() for line in out.splitlines()] == [
        ["id", "kind", "en", "ko", "ja"],
        ["kcna", "organization", "Korean", "Central", "News", "Agency", "조선중앙통신", "朝鮮中央通信"],
        ["kim-gu", "term", "Kim", "Gu", "김구"],
        ["kim-jong-un", "person", "Kim", "Jong", "Un", "김정은", "金正恩"],
        ["tokyo", "place", "Tokyo", "도쿄"]]


@pytest.mark.parametrize(("filters", "ids"), [
    (["--kind", "person", "--kind", "place"], ["kim-jong-un", "tokyo"]),
    (["--missing", "ja"], ["kim-gu", "tokyo"]),
    (["--language", "ja"], ["kcna", "kim-jong-un"]),
    (["--search", "kcna"], ["kcna"]),
    (["--search", "김"], ["kim-gu", "kim-jong-un"]),
    (["glossaries/japan.yml", "--kind", "person"], []),
])
def test_list_is_filtered(capsys: pytest.CaptureFixture[str], filters: list[str], ids: list[str]) -> None:
    code, out, _ = run(capsys, "list", "--json", *filters)
    assert code == 0 and [entry["id"] for entry in json.loads(out)] == ids


def test_show_tells_all_of_an_entry(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "show", "kcna")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert code == 0 and lines == [
        "kcna (organization) glossaries/dprk.yml:4:5", "use also avoid",
        "en Korean Central News Agency KCNA", "ko 조선중앙통신 한국중앙통신", "ja 朝鮮中央通信",
        "read: KCNA 케이시엔에이", "test: KCNA said. -> 조선중앙통신은 전했다.", "note: State news agency."]


@pytest.mark.parametrize("name", ["kim-jong-un", "김정은", "kim jong un", "金氏"])
def test_an_entry_is_known_by_any_form(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, _ = run(capsys, "show", name, "--json")
    (entry,) = json.loads(out)
    assert code == 0 and entry["id"] == "kim-jong-un" and entry["line"] == 13
    assert entry["en"] == {"use": "Kim Jong Un", "short": "Kim", "case": "exact"}


def test_what_is_not_there_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "show", "kcn") == (2, "", "translate: no entry is called 'kcn'; did you mean kcna?\n")


def test_schema_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "schema")
    assert code == 0 and json.loads(out)["$id"] == "urn:glosswire:glossary"


def test_without_a_glossary_a_command_says_so(capsys: pytest.CaptureFixture[str], folder: Path,
                                              monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "empty").mkdir()
    monkeypatch.chdir(folder / "empty")
    for command in (["list"], ["lint"], ["test"], ["fmt"], ["show", "x"], ["rename", "x", "y"],
                    ["remove", "x"]):
        assert run(capsys, *command) == (2, "", "translate: no glossary was named, and there is no folder "
                                         "glossaries/ here; name a file\n")


def test_add_puts_an_entry_at_the_end(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, _, err = run(capsys, "add", "mansudae", "en=Mansudae Art Studio", "en=Mansudae", "ko=만수대창작사",
                       "ko.avoid=만수대 창작사", "en.not_before=Hill", "--kind", "organization",
                       "--file", "glossaries/dprk.yml", "--note", "Statues.")
    assert (code, err) == (0, "translate: mansudae is added to glossaries/dprk.yml\n")
    assert (folder / "glossaries/dprk.yml").read_text("utf-8") == DPRK + """  - id: mansudae
    kind: organization
    en: {use: Mansudae Art Studio, also: [Mansudae], not_before: [Hill]}
    ko: {use: 만수대창작사, avoid: [만수대 창작사]}
    note: Statues.
"""


def test_add_makes_a_file_and_titles(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    to = ("--file", "glossaries/tech.yml")
    assert run(capsys, "add", "iphone", "en=iPhone", "--keep", *to)[0] == 0
    assert run(capsys, "add", "premier", "en=Premier", "ko=총리", "--kind", "title", *to)[0] == 0
    assert (folder / "glossaries/tech.yml").read_text("utf-8") == (
        "glossary: tech\nentries:\n  - id: iphone\n    en: iPhone\n    keep: true\n"
        "titles:\n  - {id: premier, en: Premier, ko: 총리}\n")


@pytest.mark.parametrize(("args", "message"), [
    (["kcna", "en=KCNA", "-f", "glossaries/japan.yml"],
     "glossaries/dprk.yml:4:5: an entry kcna is there already"),
    (["x", "en=X"], "there are 2 glossaries here (glossaries/dprk.yml, glossaries/japan.yml ...); name one"),
    (["x", "en", "-f", "glossaries/japan.yml"], "'en' is no term; write for example ko=조선중앙통신"),
    (["x", "en.shrt=X", "-f", "glossaries/japan.yml"], "a term has no 'shrt'; known: use, also, short"),
    (["x", "en=x", "kp=X", "-f", "glossaries/japan.yml"], "unknown key 'kp'; did you mean 'ko'?"),
    (["foo", "ko=푸", "--file", "new.yml"], "no form in the language that is translated from"),
])
def test_what_cannot_be_added(capsys: pytest.CaptureFixture[str], args: list[str], message: str) -> None:
    code, _, err = run(capsys, "add", *args)
    assert code == 2 and message in err
    assert Path("glossaries/japan.yml").read_text("utf-8") == JAPAN


def test_rename_moves_the_old_form_to_avoid(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, out, err = run(capsys, "rename", "조선중앙통신", "조선중통", "--to", "ko", "--dry-run")
    assert code == 0 and [line for line in out.splitlines() if line[:1] in "+-"] == [
        "--- glossaries/dprk.yml", "+++ glossaries/dprk.yml",
        "-    ko: {use: 조선중앙통신, avoid: [한국중앙통신]}   # since 1946",
        "+    ko: {use: 조선중통, avoid: [한국중앙통신, 조선중앙통신]}   # since 1946"]
    assert (folder / "glossaries/dprk.yml").read_text("utf-8") == DPRK
    code, out, err = run(capsys, "rename", "kcna", "조선중통", "--lang", "ko")
    assert (code, out) == (0, "")
    assert err.splitlines() == [
        "translate: kcna: 조선중앙통신 is 조선중통 now, and 조선중앙통신 is avoided",
        "translate: glossaries/dprk.yml:12:9: the test's translation has '조선중앙통신', which is avoided"]
    assert (folder / "glossaries/dprk.yml").read_text("utf-8") == DPRK.replace(
        "{use: 조선중앙통신, avoid: [한국중앙통신]}", "{use: 조선중통, avoid: [한국중앙통신, 조선중앙통신]}")


def test_rename_without_a_language_changes_the_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "rename", "kcna", "agency") == (0, "", "translate: kcna is called agency now\n")
    assert Path("glossaries/dprk.yml").read_text("utf-8") == DPRK.replace("id: kcna", "id: agency")


def test_remove_takes_entries_out(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "remove", "도쿄", "kim-gu", "--dry-run")
    assert code == 0 and "-  - {id: tokyo, kind: place, en: Tokyo, ko: 도쿄}" in out.splitlines()
    code, _, err = run(capsys, "remove", "도쿄", "kim-gu")
    assert (code, err) == (0, "translate: tokyo, kim-gu removed from glossaries/japan.yml\n")
    assert Path("glossaries/japan.yml").read_text("utf-8") == "glossary: japan\nentries: []\n"


def test_edits_keep_a_byte_order_mark(capsys: pytest.CaptureFixture[str]) -> None:
    path = Path("glossaries/japan.yml")
    path.write_bytes(b"\xef\xbb\xbf" + JAPAN.encode())
    assert run(capsys, "remove", "kim-gu")[0] == 0
    left = "".join(line for line in JAPAN.splitlines(keepends=True) if "kim-gu" not in line)
    assert path.read_bytes() == b"\xef\xbb\xbf" + left.encode()


def test_fmt_formats_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "fmt", "--check") == (1, "glossaries/dprk.yml\nglossaries/japan.yml\n",
                                             "translate: 2 of 2 files would be reformatted\n")
    code, out, _ = run(capsys, "fmt", "--diff", "glossaries/japan.yml")
    assert code == 0 and "+  - id: tokyo" in out.splitlines()
    assert Path("glossaries/dprk.yml").read_text("utf-8") == DPRK
    before = load([Path("glossaries")])
    assert run(capsys, "fmt") == (0, "", "translate: 2 of 2 files reformatted\n")
    assert Path("glossaries/dprk.yml").read_text("utf-8") == DPRK.replace("   # since", "  # since")
    assert run(capsys, "fmt", "--check") == (0, "", "translate: 0 of 2 files would be reformatted\n")
    assert same(load([Path("glossaries")]), before)


def test_fmt_formats_what_loads_and_tells_what_does_not(capsys: pytest.CaptureFixture[str]) -> None:
    Path("glossaries/broken.yml").write_text("glossary: b\nentries: [{id: x, en: NO}]\n")
    code, _, err = run(capsys, "fmt")
    assert code == 2 and err.splitlines() == [
        "translate: 2 of 3 files reformatted",
        'translate: glossaries/broken.yml:2:23: entry x: NO is read as false here; write "NO" in quotes']


def test_all_lines_fit_in_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("lint", "fmt", "test", "list", "show", "add", "rename", "remove", "schema"):
        code, out, _ = run(capsys, command, "--help")
        assert code == 0 and f"translate glossary {command}" in out
