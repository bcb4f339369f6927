"""`translate memory`: what is learned, shown, exchanged and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.running import Shell
from translate.memory.rows import Asked, Key
from translate.memory.store import open_memory

MEMORY = Path(".translate/memory.db")
XLIFF = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ko">
<file id="f1" original="a.md">
<unit id="u1">
<segment id="s1" state="translated"><source>The talks ended.</source><target>회담이 끝났다.</target></segment>
<segment id="s2" state="final"><source>He left.</source><target>그는 떠났다.</target></segment>
</unit>
<unit id="u2">
<segment id="s1" state="reviewed"><source>Nobody spoke.</source><target>아무도 말하지 않았다.</target></segment>
<segment id="s2" state="initial"><source>It rained.</source></segment>
</unit>
</file>
</xliff>
"""
PAIRS = "He left.\t그는 떠났다.\nNobody spoke.\t아무도 말하지 않았다.\n"


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(capsys)


def put(path: str, text: str) -> Path:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return Path(path)


def test_reviewed_segments_are_learned_with_their_neighbours(shell: Shell) -> None:
    put("out/ko/a.md.xlf", XLIFF)
    put("out/ko/a.md", "그는 떠났다.\n")
    done = shell("memory", "import", "out/ko")
    assert done.code == 0 and done.err == ""
    assert done.out == (
        "2 sentences learned from 1 file: 2 new, 0 changed; 0 known already\n"
        "1 segment that nobody has reviewed: left out (--all takes them)\n"
        "1 segment without a translation: left out\n"
        "batch 1: `translate memory prune --batch 1` takes this back\n")
    with open_memory(MEMORY)[0] as memory:
        rows = list(memory.approvals())
    assert [(row.asked, row.text, row.origin, row.segment) for row in rows] == [
        (Asked("He left.", "The talks ended.", "Nobody spoke.", "en", "ko"), "그는 떠났다.",
         "out/ko/a.md.xlf", "u1/s2"),
        (Asked("Nobody spoke.", "He left.", "It rained.", "en", "ko"), "아무도 말하지 않았다.",
         "out/ko/a.md.xlf", "u2/s1")]
    again = shell("memory", "import", "out/ko")
    assert again.out.startswith("0 sentences learned from 1 file: 0 new, 0 changed; 2 known already\n")
    assert shell("memory", "import", "out/ko", "--to", "ja").out.startswith("0 sentences learned from 1 file")
    assert json.loads(shell("memory", "import", "out/ko", "--all", "--json").out)["new"] == 1


def test_what_a_run_had_from_the_memory_is_not_learned(shell: Shell) -> None:
    """Else a text approved in one place would become approved in every other one that it was used in."""
    from translate.pipeline.people import digest
    said = ('<mda:metadata xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"><mda:metaGroup '
            'category="glosswire:segment"><mda:meta type="id">s2</mda:meta><mda:meta type="origin">memory'
            f'</mda:meta><mda:meta type="digest">{digest("그는 떠났다.")}</mda:meta></mda:metaGroup></mda:metadata>')
    told = XLIFF.replace('<unit id="u1">', f'<unit id="u1">{said}')
    put("out/ko/a.md.xlf", told)
    done = shell("memory", "import", "out/ko", "--dry-run")
    assert done.out.startswith("1 sentence would be learned")
    assert "1 segment from the memory, as it was: nothing to learn\n" in done.out
    put("out/ko/a.md.xlf", told.replace("그는 떠났다.", "그가 떠났다."))
    assert shell("memory", "import", "out/ko", "--dry-run").out.startswith("2 sentences would be learned")


def test_a_dry_run_shows_what_would_change(shell: Shell) -> None:
    shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko")
    before = MEMORY.read_bytes()
    put("b.tsv", PAIRS.replace("그는", "그가"))
    done = shell("memory", "import", "b.tsv", "--to", "ko", "--dry-run")
    assert done.out == ("  He left.\n- 그는 떠났다.\n+ 그가 떠났다.\n"
                        "1 sentence would be learned from 1 file: 0 new, 1 changed; 1 known already\n")
    assert MEMORY.read_bytes() == before


def test_a_dry_run_makes_no_memory(shell: Shell) -> None:
    done = shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko", "--dry-run")
    assert done.code == 0, done.err
    assert done.out == "2 sentences would be learned from 1 file: 2 new, 0 changed; 0 known already\n"
    assert not MEMORY.parent.exists()


def test_an_import_is_taken_back(shell: Shell) -> None:
    shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko")
    shell("memory", "import", put("b.tsv", PAIRS.replace("그는", "그가")), "--to", "ko")
    assert "그가 떠났다." in shell("memory", "export", "-", "--format", "tsv").out
    done = shell("memory", "prune", "--batch", "2")
    assert done.out.startswith("batch 2 taken back: 1 sentence as before\n")
    assert "그는 떠났다." in shell("memory", "export", "-", "--format", "tsv").out
    assert shell("memory", "prune", "--batch", "2").code == 2


@pytest.mark.parametrize("name", ["all.tmx", "all.jsonl"])
def test_what_is_exported_is_imported_again(shell: Shell, name: str) -> None:
    put("out/ko/a.md.xlf", XLIFF)
    put("out/ja/a.md.xlf", XLIFF.replace('trgLang="ko"', 'trgLang="ja"'))
    shell("memory", "import", "out", "--all")
    done = shell("memory", "export", name)
    assert (done.code, done.err) == (0, f"6 sentences written to {name}\n")
    assert shell("memory", "import", name, "--memory", "other.db").code == 0
    with open_memory(MEMORY)[0] as one, open_memory(Path("other.db"))[0] as other:
        assert sorted(one.approvals(), key=str) == sorted(other.approvals(), key=str)


def test_machine_results_are_exported_on_request(shell: Shell) -> None:
    shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko")
    with open_memory(MEMORY)[0] as memory:
        memory.keep([(Key("It rained.", "en", "ko", "s"), '{"text": "비가 왔다.", "score": -1}')])
    assert shell("memory", "export", "-", "--format", "tsv").out.count("\n") == 2
    done = shell("memory", "export", "-", "--format", "jsonl", "--machine")
    last = json.loads(done.out.splitlines()[-1])
    assert (last["en"], last["ko"], last["author"]) == ("It rained.", "비가 왔다.", "machine")


def test_stats(shell: Shell) -> None:
    shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko")
    with open_memory(MEMORY)[0] as memory:
        memory.keep([(Key("It rained.", "en", "ja", "model"), "{}")])
    lines = shell("memory", "stats").out.splitlines()
    assert lines[1:4] == ["en -> ja  0 approved sentences, 1 machine result",
                          "en -> ko  2 approved sentences, 0 machine results",
                          "        1  results of model"]
    assert lines[4].startswith("batch 1  ") and lines[4].endswith("  2 sentences  import a.tsv")
    found = json.loads(shell("memory", "stats", "--json").out)
    assert found["generation"] == 1 and found["signatures"] == [["model", 1]]


def test_pruning_leaves_what_people_approved(shell: Shell) -> None:
    shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko")
    with open_memory(MEMORY)[0] as memory:
        memory.keep((Key(str(n), "en", "ko", f"packages:{n % 2}"), "x" * 1000) for n in range(400))
        with memory.database.write() as connection:
            connection.execute("UPDATE machine SET used = used - 864000")
            connection.execute("UPDATE approved SET made = made - 864000")
    assert json.loads(shell("memory", "prune", "--older-than", "30", "--json").out)["results"] == 0
    done = json.loads(shell("memory", "prune", "--keep-signature", "packages:1", "--json").out)
    assert done["results"] == 200 and done["bytes"] > 100_000
    assert json.loads(shell("memory", "prune", "--older-than", "5", "--json").out)["results"] == 200
    found = json.loads(shell("memory", "stats", "--json").out)
    assert found["signatures"] == [] and found["pairs"][0]["approved"] == 2


def test_pruning_what_people_approved_is_a_batch(shell: Shell) -> None:
    shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko")
    with open_memory(MEMORY)[0] as memory, memory.database.write() as connection:
        connection.execute("UPDATE approved SET made = made - 864000")
    assert "2 approved sentences removed" in shell("memory", "prune", "--older-than", "5", "--approved").out
    assert shell("memory", "export", "-", "--format", "tsv").out == ""
    shell("memory", "prune", "--batch", "2")
    assert shell("memory", "export", "-", "--format", "tsv").out.count("\n") == 2


def test_a_broken_file_of_a_folder_is_passed_over(shell: Shell) -> None:
    put("out/ko/a.md.xlf", XLIFF)
    put("out/ko/b.md.xlf", XLIFF[:300])
    done = shell("memory", "import", "out/ko")
    assert done.code == 3 and done.out.startswith("2 sentences learned")
    assert done.err.startswith("translate: out/ko/b.md.xlf:") and done.err.count("\n") == 1
    assert shell("memory", "import", "out/ko/b.md.xlf").code == 2


@pytest.mark.parametrize(("args", "message"), [
    (["stats"], "no translation memory here"),
    (["export", "a.tmx"], "no translation memory here"),
    (["import", "a.tsv"], "say which it is: --to ko"),
    (["import", "a.jsonl"], 'no "target"'),
    (["import", "bad.jsonl", "--to", "ko"], "bad.jsonl:1: no JSON"),
    (["import", "a.txt"], "no file of translations"),
    (["import", "empty"], "no .xlf or .tmx file in this folder"),
    (["prune"], "nothing named to remove"),
    (["prune", "--batch", "1", "--approved"], "--approved goes with --older-than"),
    (["import", "a.jsonl", "--to", "ko", "--memory", "a.txt/memory.db"], "cannot be opened"),
], ids=str)
def test_what_cannot_be_done_is_said_in_one_line(shell: Shell, args: list[str], message: str) -> None:
    put("a.tsv", PAIRS)
    put("a.txt", "text")
    put("a.jsonl", '{"en": "Hello.", "ko": "안녕."}\n')
    put("bad.jsonl", "no\n")
    Path("empty").mkdir()
    done = shell("memory", *args)
    assert done.code == 2 and message in done.err and done.err.count("\n") == 1, done.err


def test_a_damaged_memory_is_told(shell: Shell) -> None:
    put(str(MEMORY), "damaged" * 1000)
    done = shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko")
    assert done.code == 0 and "the memory was damaged" in done.err and "2 sentences learned" in done.out


def test_the_memory_may_be_set_in_a_settings_file(shell: Shell) -> None:
    put("translate.toml", 'memory = "desk.db"\n')
    shell("memory", "import", put("a.tsv", PAIRS), "--to", "ko")
    assert Path("desk.db").exists() and not MEMORY.exists()
