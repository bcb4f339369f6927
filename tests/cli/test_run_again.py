"""`translate run` over what it wrote before: nothing twice, and never over what a person wrote."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.small import MODELS, sentences

FIRST, SECOND, THIRD = sentences()[:3]
KCNA = "KCNA said on Monday that Japan visited Seoul."
GLOSSARY = """\
glossary: test
source: en
entries:
  - {{id: kcna, kind: organization, en: KCNA, ko: {{use: {kcna}, avoid: [한국중앙통신]}}}}
  - {{id: iaea, kind: organization, en: IAEA, ko: {{use: {iaea}}}}}
"""
OUT = Path("out/ko/a.txt")
BESIDE = Path("out/ko/a.txt.xlf")


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in a folder with two articles and a glossary."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    Path("in/a.txt").write_text(f"{FIRST['en']}\n\n{KCNA} {SECOND['en']}\n", encoding="utf-8")
    Path("in/b.txt").write_text(f"{THIRD['en']}\n", encoding="utf-8")
    write_glossary()
    return Shell(capsys)


def write_glossary(kcna: str = "조선중앙통신", iaea: str = "국제원자력기구") -> None:
    Path("g.yml").write_text(GLOSSARY.format(kcna=kcna, iaea=iaea), encoding="utf-8")


def run(shell: Shell, *more: object, code: int = 0) -> dict[str, dict[str, int]]:
    """Run, and return what run.json says."""
    done = shell("run", "in", "--to", "ko", "--models", MODELS, "-g", "g.yml", "--quiet", *more)
    assert done.code == code, done.err
    record: dict[str, dict[str, int]] = json.loads(Path("out/run.json").read_text(encoding="utf-8"))
    record["stderr"] = done.err  # type: ignore[assignment]
    return record


def work(record: dict[str, dict[str, int]]) -> tuple[int, int, int, int]:
    """(decoded, recalled, approved, unchanged)."""
    found = record["work"]
    return found["decoded"], found["recalled"], found["approved"], found["unchanged"]


def edit(old: str, new: str, state: str = "") -> None:
    """Change a target in the file for translators, and set its state."""
    text = BESIDE.read_text(encoding="utf-8")
    pattern = rf'state="\w+"([^>]*>\s*<source>[^\n]*</source>\s*<target>){re.escape(old)}(?=</target>)'
    changed, count = re.subn(pattern, lambda match: f'state="{state or "translated"}"{match[1]}{new}', text)
    assert count == 1, text
    BESIDE.write_text(changed, encoding="utf-8")


def test_nothing_changed(shell: Shell) -> None:
    assert work(run(shell)) == (4, 0, 0, 0)
    written = [path for path in Path("out/ko").iterdir()]
    assert len(written) == 4
    for path in written:
        os.utime(path, (1, 1))
    record = run(shell)
    assert work(record) == (0, 0, 0, 2) and record["counts"]["segments"] == 4
    assert all(path.stat().st_mtime == 1 for path in written)


def test_one_sentence_changed(shell: Shell) -> None:
    run(shell)
    os.utime("out/ko/b.txt", (1, 1))
    Path("in/a.txt").write_text(f"{FIRST['en']}\n\n{KCNA} {THIRD['en']} {SECOND['en']}\n", encoding="utf-8")
    assert work(run(shell)) == (0, 4, 0, 1)
    Path("in/a.txt").write_text(f"{FIRST['en']}\n\nSeoul visited Japan.\n\n{KCNA}\n", encoding="utf-8")
    assert work(run(shell)) == (1, 2, 0, 1)
    assert Path("out/ko/b.txt").stat().st_mtime == 1


def test_one_entry_changed(shell: Shell) -> None:
    run(shell)
    write_glossary(iaea="아이에이이에이")
    assert work(run(shell)) == (0, 4, 0, 0)
    write_glossary(kcna="조선통신")
    assert work(run(shell)) == (1, 3, 0, 0)
    assert "조선통신은" in OUT.read_text(encoding="utf-8")
    write_glossary()
    assert work(run(shell)) == (0, 4, 0, 0)


def test_recalled_or_decoded_the_bytes_are_the_same(shell: Shell) -> None:
    run(shell)
    run(shell, "--out", "again")
    run(shell, "--out", "anew", "--no-memory")
    for name in ("a.txt", "a.txt.xlf", "b.txt", "b.txt.xlf"):
        assert Path("again/ko", name).read_bytes() == Path("out/ko", name).read_bytes()
        assert Path("anew/ko", name).read_bytes() == Path("out/ko", name).read_bytes()
    assert json.loads(Path("anew/run.json").read_text())["work"]["decoded"] == 4


def test_the_loop(shell: Shell) -> None:
    run(shell)
    edit(FIRST["ko"], "사람이 고친 첫 문장.", "final")
    text = BESIDE.read_text(encoding="utf-8")
    BESIDE.write_text(re.sub(r'state="translated"([^>]*>\s*<source><mrk)', r'state="reviewed"\1', text),
                      encoding="utf-8")
    before = OUT.read_text(encoding="utf-8").split("\n\n")[1]
    assert shell("memory", "import", "out/ko").code == 0
    write_glossary(kcna="조선통신")
    record = run(shell)
    assert work(record) == (0, 2, 2, 0)
    assert OUT.read_text(encoding="utf-8") == f"사람이 고친 첫 문장.\n\n{before}"
    assert "the approved text lacks 조선통신 for KCNA [kcna]" in str(record["stderr"])
    run(shell, "--out", "elsewhere")
    assert Path("elsewhere/ko/a.txt").read_bytes() == OUT.read_bytes()
    text = BESIDE.read_text(encoding="utf-8")
    assert 'state="final"' in text and 'state="reviewed"' in text
    assert work(run(shell))[3] == 2


def test_edits_stay_without_a_memory(shell: Shell) -> None:
    run(shell, "--no-memory")
    edit(FIRST["ko"], "최종 문장.", "final")
    assert work(run(shell, "--no-memory")) == (3, 0, 1, 0)
    assert OUT.read_text(encoding="utf-8").startswith("최종 문장.\n")
    assert work(run(shell, "--no-memory")) == (3, 0, 1, 0)


def test_a_change_that_nobody_answers_for_is_kept_and_told(shell: Shell) -> None:
    run(shell)
    edit(FIRST["ko"], "고치던 문장.")
    for _ in range(2):
        write_glossary(kcna="조선통신")
        assert "1 sentence changed by hand" in str(run(shell)["stderr"])
        assert OUT.read_text(encoding="utf-8").startswith("고치던 문장.\n")


def test_a_translation_changed_by_hand_is_not_overwritten(shell: Shell) -> None:
    run(shell)
    OUT.write_text("손으로 고쳤다.\n", encoding="utf-8")
    record = run(shell, code=3)
    assert "no run wrote it so: somebody changed it" in str(record["stderr"])
    assert OUT.read_text(encoding="utf-8") == "손으로 고쳤다.\n"
    run(shell, code=3)
    run(shell, "--overwrite")
    assert OUT.read_text(encoding="utf-8").startswith(FIRST["ko"])


def test_an_approved_sentence_whose_source_is_gone_is_set_aside(shell: Shell) -> None:
    run(shell)
    edit(FIRST["ko"], "최종 문장.", "final")
    edited = BESIDE.read_bytes()
    Path("in/a.txt").write_text(f"{KCNA} {SECOND['en']}\n", encoding="utf-8")
    assert "1 of the sentences that people worked on" in str(run(shell)["stderr"])
    [aside] = Path("out/ko").glob("a.txt.xlf.bak-*")
    assert aside.read_bytes() == edited
    assert "people worked on" not in str(run(shell)["stderr"])


BOMB = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en">&b;</xliff>
"""


@pytest.mark.parametrize("content", [BOMB, "", "<xliff", "no XML at all"])
def test_a_file_that_cannot_be_read_is_set_aside(shell: Shell, content: str) -> None:
    run(shell)
    good = BESIDE.read_bytes()
    BESIDE.write_text(content, encoding="utf-8")
    assert "it is kept as a.txt.xlf.bak-" in str(run(shell)["stderr"])
    [aside] = Path("out/ko").glob("a.txt.xlf.bak-*")
    assert aside.read_text(encoding="utf-8") == content and BESIDE.read_bytes() == good


def test_deleted_segments_come_back(shell: Shell) -> None:
    run(shell)
    good = BESIDE.read_text(encoding="utf-8")
    BESIDE.write_text(re.sub(r"    <unit id=\"u1\".*?</unit>\n", "", good, flags=re.DOTALL), encoding="utf-8")
    assert "1 sentence missing there; put back" in str(run(shell)["stderr"])
    assert BESIDE.read_text(encoding="utf-8") == good


def test_the_file_of_another_article(shell: Shell) -> None:
    run(shell)
    edit(FIRST["ko"], "최종 문장.", "final")
    edited = BESIDE.read_bytes()
    Path("out/ko/b.txt.xlf").write_bytes(edited)
    assert "people worked on" in str(run(shell)["stderr"])
    [aside] = Path("out/ko").glob("b.txt.xlf.bak-*")
    assert aside.read_bytes() == edited and Path("out/ko/b.txt").read_text(encoding="utf-8") == f"{THIRD['ko']}\n"


def test_near_matches_are_for_the_translator_alone(shell: Shell) -> None:
    run(shell)
    edit(FIRST["ko"], "최종 문장.", "final")
    shell("memory", "import", "out/ko")
    Path("in/b.txt").write_text(FIRST["en"].replace(".", "") + " today\n", encoding="utf-8")
    run(shell)
    assert "최종 문장." not in Path("out/ko/b.txt").read_text(encoding="utf-8")
    assert "<target>최종 문장.</target>" in Path("out/ko/b.txt.xlf").read_text(encoding="utf-8")


def test_a_folder_that_another_run_writes_to(shell: Shell) -> None:
    from translate.batch.claim import claim
    with claim(Path("out")):
        done = shell("run", "in", "--to", "ko", "--models", MODELS)
    assert done.code == 2 and "another run writes there (process" in done.err
    assert run(shell) and not Path("out/.glosswire.lock").exists()


def test_what_a_killed_run_left_is_taken_over(shell: Shell) -> None:
    Path("out/ko").mkdir(parents=True)
    Path("out/.glosswire.lock").write_text('{"pid": 1, "since": 0}', encoding="utf-8")
    Path("out/ko/.a.txt.x.glosswire-tmp").write_text("half", encoding="utf-8")
    run(shell)
    assert sorted(path.name for path in Path("out/ko").iterdir()) == ["a.txt", "a.txt.xlf", "b.txt", "b.txt.xlf"]


def test_a_damaged_memory_is_set_aside(shell: Shell) -> None:
    run(shell)
    Path(".translate/memory.db").write_bytes(b"no database" * 1000)
    assert "set aside" in str(run(shell)["stderr"])
    assert list(Path(".translate").glob("memory.db.corrupt-*"))


def test_lines_are_articles_of_their_own(shell: Shell) -> None:
    lines = [json.dumps({"id": number, "text": row["en"]}) for number, row in enumerate(sentences()[:5])]
    Path("in/c.jsonl").write_text("\n".join([*lines, "", "{broken"]) + "\n", encoding="utf-8")
    record = run(shell)
    written = Path("out/ko/c.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["text"] for line in written[:5]] == [row["ko"] for row in sentences()[:5]]
    assert written[5:] == ["", "{broken"] and "c.jsonl:7:2: left as it is" in str(record["stderr"])
    assert Path("out/ko/c.jsonl.xlf").read_text(encoding="utf-8").count("<file ") == 5
    Path("out/ko/c.jsonl.xlf").write_text(
        Path("out/ko/c.jsonl.xlf").read_text(encoding="utf-8").replace(
            'state="translated"', 'state="final"').replace(SECOND["ko"], "둘째."), encoding="utf-8")
    Path("in/c.jsonl").write_text("\n".join([lines[3], *lines[:3]]), encoding="utf-8")
    record = run(shell)
    written = Path("out/ko/c.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(written[2])["text"] == "둘째." and "people worked on" in str(record["stderr"])


def test_frozen(shell: Shell) -> None:
    assert shell("models", "lock", "en", "ko", "--models", MODELS, "-g", "g.yml").code == 0
    run(shell, "--frozen")
    for more, name in ((["--beam", 2], "decoding"), (["--profile", "kcna"], "profile")):
        done = shell("run", "in", "--to", "ko", "--models", MODELS, "-g", "g.yml", "--frozen", *more)
        assert done.code == 2 and f"translate.lock: {name} is" in done.err, done.err
    assert "ja is not locked" in shell("run", "in", "--to", "ja", "--models", MODELS, "--frozen").err.replace(
        " 1.0", "")
    write_glossary(kcna="조선통신")
    done = shell("run", "in", "--to", "ko", "--models", MODELS, "-g", "g.yml", "--frozen")
    assert done.code == 2 and "translate.lock: glossary is" in done.err
