"""`translate fix` end to end: what it shows, what it writes, and that nothing else in a file changes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.cli.running import Shell
from tests.small import MODELS

GLOSSARY = Path(__file__).parents[1] / "cases" / "fix" / "glossary.yml"
TABLE = ("KCNA left.\t한국중앙통신는 떠났다.\tid-1\tx\r\n"
         "\r\n"
         "Nobody left.\t한국중앙통신는  떠났다. \r\n"
         "Kursk fell.\tKursk는 무너졌다.")
MENDED = TABLE.replace("한국중앙통신는 떠", "조선중앙통신은 떠").replace("Kursk는", "쿠르스크는")
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
 <tu tuid='1'><tuv xml:lang="EN-us"><seg>Kursk &amp; KCNA</seg></tuv><tuv xml:lang="ko-KR"
   ><seg>Kursk &amp; "한국중앙통신"</seg></tuv></tu>
 <tu><tuv xml:lang="en"><seg>Kursk <ph x="1">a</ph></seg></tuv><tuv xml:lang="ko"><seg>Kursk</seg></tuv></tu>
 <tu><tuv xml:lang="en"><seg>Kursk</seg></tuv><tuv xml:lang="ja"><seg>Kursk</seg></tuv></tu>
</body></tmx>
"""


@pytest.fixture
def shell(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Shell:
    """A shell in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(capsys)


def put(name: str, content: str) -> Path:
    Path(name).write_bytes(content.encode())
    return Path(name)


def read(name: str) -> str:
    return Path(name).read_bytes().decode()


def test_nothing_to_do(shell: Shell) -> None:
    put("a.tsv", MENDED)
    done = shell("fix", "a.tsv", "--to", "ko", "-g", GLOSSARY)
    assert (done.code, done.out) == (0, "")
    assert done.err == "2 mentions: 2 as wanted; 0 of 3 rows changed\n"


def test_it_shows_and_does_not_write(shell: Shell) -> None:
    put("a.tsv", TABLE)
    done = shell("fix", "a.tsv", "--to", "ko", "-g", GLOSSARY)
    assert done.code == 1
    assert done.out.splitlines() == ["a.tsv:1: [-한국중앙통신는-]{+조선중앙통신은+} 떠났다.",
                                     "a.tsv:4: [-Kursk-]{+쿠르스크+}는 무너졌다."]
    assert done.err == "2 mentions: 2 swapped; 2 of 3 rows changed, not written (--write writes them)\n"
    assert read("a.tsv") == TABLE


def test_write_keeps_all_else(shell: Shell) -> None:
    put("a.tsv", "\ufeff" + TABLE)
    assert shell("fix", "a.tsv", "--to", "ko", "-g", GLOSSARY, "--write").code == 0
    assert read("a.tsv") == "\ufeff" + MENDED
    assert shell("fix", "a.tsv", "--to", "ko", "-g", GLOSSARY, "--write").code == 0
    assert read("a.tsv") == "\ufeff" + MENDED


def test_what_is_not_rendered_is_reported(shell: Shell) -> None:
    put("a.tsv", "KCNA said so.\t통신사가 그렇게 말했다.\nKursk fell.\tKursk는 무너졌다.\n")
    done = shell("fix", "a.tsv", "--to", "ko", "-g", GLOSSARY, "--write")
    assert done.code == 3
    assert done.out.splitlines()[0] == "a.tsv:1: KCNA [kcna] not rendered as 조선중앙통신"
    assert "쿠르스크는 무너졌다." in read("a.tsv")


def test_a_model_helps(shell: Shell) -> None:
    put("a.tsv", "KCNA said on Monday that Japan visited Seoul.\t북한통신사는 월요일 일본이 서울을 방문했다고 말했다.\n")
    assert shell("fix", "a.tsv", "--to", "ko", "-g", GLOSSARY).code == 3
    done = shell("fix", "a.tsv", "--to", "ko", "-g", GLOSSARY, "--models", MODELS)
    assert done.code == 1
    assert done.out == "a.tsv:1: [-북한통신사는-]{+조선중앙통신은+} 월요일 일본이 서울을 방문했다고 말했다.\n"


def test_standard_input(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(TABLE.encode()), encoding="utf-8"))
    done = shell("fix", "-", "--to", "ko", "-g", GLOSSARY)
    assert done.code == 1 and done.out.startswith("<stdin>:1: [-한국중앙통신는-]")


def test_json_lines(shell: Shell) -> None:
    line = '{ "en": "Kursk fell.", "n": 1.0, "ko": "Kursk\\u0020는 \\"무너졌다\\"",  "b": "Kursk" }'
    put("a.jsonl", line + "\n")
    assert shell("fix", "a.jsonl", "--to", "ko", "-g", GLOSSARY, "--write").code == 0
    assert read("a.jsonl") == line.replace("Kursk\\u0020는", "쿠르스크는") + "\n"


def test_json_lines_of_one_article_share_their_names(shell: Shell) -> None:
    full, short = ("Shigeru Ishiba left.", "이시바 시게루는 떠났다."), ("Ishiba left.", "Ishiba는 떠났다.")
    glossary = put("g.yml", "glossary: g\nsource: en\nentries:\n  - {id: ishiba, kind: person, "
                            "en: {use: Shigeru Ishiba, short: Ishiba}, ko: {use: 이시바 시게루, short: 이시바}}\n")
    rows = [json.dumps({"article": article, "en": en, "ko": ko}, ensure_ascii=False)
            for article, (en, ko) in (("a", full), ("a", short), ("b", short))]
    put("a.jsonl", "\n".join(rows))
    shell("fix", "a.jsonl", "--to", "ko", "-g", glossary, "--write")
    lines = [json.loads(line)["ko"] for line in read("a.jsonl").splitlines()]
    assert lines == ["이시바 시게루는 떠났다.", "이시바는 떠났다.", "Ishiba는 떠났다."]


def test_tmx(shell: Shell) -> None:
    put("a.tmx", TMX)
    done = shell("fix", "a.tmx", "--to", "ko", "-g", GLOSSARY, "--write")
    assert done.code == 0
    assert done.out == 'a.tmx:5: [-Kursk-]{+쿠르스크+} & "[-한국중앙통신-]{+조선중앙통신+}"\n'
    assert read("a.tmx") == TMX.replace('Kursk &amp; "한국', '쿠르스크 &amp; "조선')


def test_a_translated_file_with_its_source(shell: Shell) -> None:
    put("en.md", "# Kursk\n\n- KCNA *left* [Kursk](http://x.org/Kursk).\n")
    put("ko.md", "# 쿠르스크\n\n- 한국중앙통신는 *떠났다* [Kursk](http://x.org/Kursk).\n")
    done = shell("fix", "ko.md", "--to", "ko", "-g", GLOSSARY, "--source", "en.md", "--write")
    assert done.code == 0, done
    assert read("ko.md") == "# 쿠르스크\n\n- 조선중앙통신은 *떠났다* [쿠르스크](http://x.org/Kursk).\n"


def test_files_that_do_not_match_are_left_alone(shell: Shell) -> None:
    put("en.txt", "KCNA left.\n\nKursk fell.\n")
    put("ko.txt", "한국중앙통신는 떠났다.\n")
    done = shell("fix", "ko.txt", "--to", "ko", "-g", GLOSSARY, "--source", "en.txt", "--write")
    assert done.code == 2 and "1 blocks of text, but en.txt has 2" in done.err
    assert read("ko.txt") == "한국중앙통신는 떠났다.\n"


def test_json_output(shell: Shell) -> None:
    put("a.tsv", TABLE)
    found = json.loads(shell("fix", "a.tsv", "--to", "ko", "-g", GLOSSARY, "--json").out)
    assert found["counts"] == {"wanted": 0, "admitted": 0, "normalised": 0, "swapped": 2, "unresolved": 0}
    assert found["changed"] == 2 and len(found["rows"]) == 2
    assert found["rows"][0]["mentions"] == [{"term": "KCNA", "entry": "kcna", "wanted": "조선중앙통신",
                                             "outcome": "swapped", "before": "한국중앙통신", "after": "조선중앙통신"}]


@pytest.mark.parametrize(("name", "content", "message"), [
    ("a.tsv", "KCNA left. KCNA 떠났다.\n", "a.tsv:1: no tab"),
    ("a.jsonl", '{"en": "a", "ko": 1}\n', "a.jsonl:1: no object with text under en and ko"),
    ("a.jsonl", "[\n", "a.jsonl:1: no JSON"),
    ("a.tmx", "<tmx><tu>", "a.tmx:1:10: no XML"),
    ("a.tmx", "<html/>", "a.tmx: no translation unit"),
    ("a.tmx", '<!DOCTYPE t [<!ENTITY a "b">]><t>&a;</t>', "a.tmx:1: declares an entity"),
    ("a.txt", "조선\n", "a.txt: a translation alone"),
    ("a.tsv", "", "a.tsv: the file is empty"),
])
def test_bad_input(shell: Shell, name: str, content: str, message: str) -> None:
    put(name, content)
    done = shell("fix", name, "--to", "ko", "-g", GLOSSARY)
    assert done.code == 2 and message in done.err and done.err.count("\n") == 1


def test_bad_usage(shell: Shell) -> None:
    put("a.tsv", TABLE)
    assert "name one: --glossary" in shell("fix", "a.tsv", "--to", "ko", "--no-glossary").err
    assert shell("fix", "a.tsv", "--to", "en", "-g", GLOSSARY).code == 2
    assert shell("fix", "missing.tsv", "--to", "ko", "-g", GLOSSARY).code == 2
    assert "one by one" in shell("fix", "a", "b", "--to", "ko", "--source", "a.tsv", "-g", GLOSSARY).err
