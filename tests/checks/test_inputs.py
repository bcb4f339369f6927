"""Inputs: what becomes a pair, where it stands, and what hostile or broken files do."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.checks.inputs.files import read_translated
from translate.checks.inputs.interface import File, Item, Reader, Remark
from translate.checks.inputs.jsonl import read_jsonl
from translate.checks.inputs.lines import LONGEST_LINE
from translate.checks.inputs.opening import Inputs
from translate.checks.inputs.sides import read_documents_of
from translate.checks.inputs.tmx import read_tmx
from translate.checks.inputs.tsv import read_tsv
from translate.checks.interface import Pair
from translate.errors import ConfigError, InputError

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
 <tu tuid='1'><tuv xml:lang="EN-us"><seg>Kursk &amp; KCNA</seg></tuv><tuv xml:lang="ko-KR"
   ><seg>쿠르스크 &amp; 통신</seg></tuv></tu>
 <tu><tuv xml:lang="en"><seg>A <bpt i="1">&lt;b></bpt>win<ept i="1">&lt;/b></ept></seg></tuv>
  <tuv xml:lang="ko"><seg><ph>&lt;br/></ph>승리</seg></tuv></tu>
 <tu><tuv xml:lang="en"><seg>Kursk</seg></tuv><tuv xml:lang="ja"><seg>クルスク</seg></tuv></tu>
</body></tmx>
"""
XLIFF = """<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="ko">
 <file id="f1" original="a.txt">
  <unit id="u1"><originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>
   <segment id="s1" state="final"><source>A <pc id="1" dataRefStart="d1" dataRefEnd="d2">big</pc> win.</source>
    <target>큰 승리다.</target></segment>
   <segment id="s2"><source>It rained.</source></segment>
  </unit>
 </file>
</xliff>
"""


def read(reader: Reader, content: str | bytes, name: str = "a") -> list[Item]:
    data = content.encode() if isinstance(content, str) else content
    return list(reader(File(name, io.BytesIO(data), len(data)), "en", "ko"))


def told(items: list[Item]) -> list[tuple[object, ...]]:
    """(line, column, source, target) of pairs, (line, message) of remarks."""
    return [(one.place.line, one.message) if isinstance(one, Remark)
            else (one.place.line, one.place.column, one.source, one.target) for one in items]


def test_tsv() -> None:
    items = read(read_tsv, "One.\t하나.\tid-1\tmore\r\n\r\nTwo.\t둘.\r\nThree.\t\nFour.\t넷.")
    assert told(items) == [
        (1, 6, "One.", "하나."), (3, 6, "Two.", "둘."), (4, 8, "Three.", ""), (5, 7, "Four.", "넷.")]
    assert isinstance(items[0], Pair) and items[0].key == "id-1"


@pytest.mark.parametrize("heading", ["id\tEN\tja\tko\tdoc", "key\tsource\tnote\tTranslation\tarticle"])
def test_a_first_line_may_name_the_columns(heading: str) -> None:
    items = read(read_tsv, f"{heading}\n7\tOne.\t一。\t하나.\ta\n8\tTwo.\t二。\n9\tThree.\t三。\t셋.\n")
    assert told(items) == [(2, 11, "One.", "하나."), (3, "fewer columns than the first line names; complete it"),
                           (4, 13, "Three.", "셋.")]
    first = items[0]
    assert isinstance(first, Pair) and (first.key, first.article) == ("7", "a")


def test_a_first_line_that_names_nothing_is_a_pair() -> None:
    assert told(read(read_tsv, "Source\t소스\n")) == [(1, 8, "Source", "소스")]


def test_line_ends() -> None:
    assert told(read(read_tsv, "A.\t가.\r\nB.\t나.\nC.\t다.\r\n")) == [
        (1, 4, "A.", "가."), (2, 4, "B.", "나."), (3, 4, "C.", "다.")]
    assert told(read(read_tsv, "A.\t가.\rB.\t나.\r")) == [(1, 4, "A.", "가."), (2, 4, "B.", "나.")]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp949"])
def test_other_encodings(encoding: str) -> None:
    items = read(read_tsv, "One of them left.\t그들 가운데 하나가 떠났다.\n".encode(encoding))
    assert told(items) == [(1, 19, "One of them left.", "그들 가운데 하나가 떠났다.")]


def test_what_is_broken_in_a_tsv_is_told_and_the_rest_read() -> None:
    long = b"x" * (LONGEST_LINE + 5)
    items = read(read_tsv, "A.\t가.\n".encode() + b"no tab\nB.\t\xff\xfe\n" + long + "\nC.\t다.\n".encode())
    assert [one.place.line for one in items] == [1, 2, 3, 4, 5]
    assert [isinstance(one, Remark) for one in items] == [False, True, True, True, False]
    assert "no tab" in str(told(items)[1][1]) and "UTF-8" in str(told(items)[2][1])


def test_binary_is_refused() -> None:
    with pytest.raises(InputError, match="PNG"):
        read(read_tsv, b"\x89PNG\r\n\x1a\n" + b"\0" * 100)
    with pytest.raises(InputError, match="empty"):
        read(read_tsv, b"")


def test_a_large_table_takes_no_memory() -> None:
    row = "The talks began on Monday and went on.\t회담은 월요일에 시작돼 계속됐다.\n".encode()

    class Endless(io.RawIOBase):
        left = 3_000_000

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            size = min(len(buffer) // len(row), self.left // len(row)) * len(row)
            buffer[:size] = row * (size // len(row))
            self.left -= size
            return size

    tracemalloc.start()
    count = sum(1 for _ in read_tsv(File("a", io.BufferedReader(Endless())), "en", "ko"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 3_000_000 // len(row) and peak < 2_000_000


def test_jsonl_goes_on_behind_a_broken_line() -> None:
    items = read(read_jsonl, '{"en": "One.", "ko": "하나.", "article": "x", "id": 7}\n{"en": "Two."\n'
                             '{"en": "Three."}\n[1]\n{"ko" : "\\"넷\\"", "en": "Four."}\r\n')
    assert told(items)[0] == (1, 23, "One.", "하나.")
    assert [(type(one), one.place.line) for one in items[1:]] == [(Remark, 2), (Remark, 3), (Remark, 4), (Pair, 5)]
    first, last = items[0], items[4]
    assert isinstance(first, Pair) and (first.article, first.key) == ("x", "7")
    assert isinstance(last, Pair) and (last.place.column, last.target, last.raw) == (10, '"넷"', '\\"넷\\"')


def test_tmx() -> None:
    items = read(read_tmx, TMX)
    assert told(items)[:2] == [(5, 10, "Kursk & KCNA", "쿠르스크 & 통신"), (7, 44, "A win", "승리")]
    assert isinstance(items[1], Pair) and items[1].codes == (("<b>", "</b>"), ("<br/>",))
    assert "no text in ko" in str(told(items)[2][1])


@pytest.mark.parametrize("declaration", [
    '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">', '<!ENTITY x SYSTEM "file:///etc/passwd">',
    '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;'])
def test_a_tmx_that_declares_entities_is_refused(declaration: str) -> None:
    with pytest.raises(InputError, match="declares an entity"):
        read(read_tmx, f"<!DOCTYPE tmx [{declaration}]><tmx><body><tu><tuv xml:lang='en'><seg>x</seg></tuv></tu>"
                       "</body></tmx>")


@pytest.mark.parametrize("content", ["<tmx><body><tu>", "no xml", "<tmx><body/></tmx>",
                                     '<?xml version="1.0" encoding="klingon"?><tmx/>'])
def test_a_broken_tmx_is_told(content: str) -> None:
    with pytest.raises(InputError):
        read(read_tmx, content)


def test_xliff_lines_states_and_codes(tmp_path: Path) -> None:
    file = File("a.xlf", io.BytesIO(XLIFF.encode()))
    ((language, pairs),) = read_documents_of(file, "en", (), None)
    assert language == "ko" and (pairs[0].place.line, pairs[0].place.column) == (6, 13)
    assert [(one.target, one.state, one.key, one.article) for one in pairs] == [
        ("큰 승리다.", "final", "u1/s1", "a.txt"), ("", "initial", "u1/s2", "a.txt")]
    assert pairs[0].codes == (("<b>", "</b>"), ())


def test_a_source_that_changed_since(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A big win.\n\nIt snowed.\n\nIt melted.\n")
    file = File("a.xlf", io.BytesIO(XLIFF.encode()))
    ((_, pairs),) = read_documents_of(file, "en", ("ko",), tmp_path)
    assert [(one.source, one.before, one.target) for one in pairs] == [
        ("A big win.", "", "큰 승리다."), ("It snowed.", "It rained.", ""), ("It melted.", "", "")]


ENGLISH = ("Talks in Seoul", "Three people died in 2024 when a fire broke out in a factory near Hwaseong.",
           "The company said it would pay 15 million won to each family, and it apologised for the accident.",
           "President Yoon Suk Yeol visited the site on Tuesday and promised an investigation into its causes.")
KOREAN = ("서울 회담", "2024년 화성 인근 공장에서 불이 나 세 명이 숨졌다.",
          "회사는 유족마다 1500만 원을 지급하겠다며 사고에 대해 사과했다.",
          "윤석열 대통령은 화요일 현장을 찾아 원인을 조사하겠다고 약속했다.")


def test_a_translated_file_beside_its_source(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text(f"# {ENGLISH[0]}\n\n" + "\n\n".join(ENGLISH[1:]) + "\n", "utf-8")
    content = f"# {KOREAN[0]}\n\n{KOREAN[1]}\n\n{KOREAN[3]}\n".encode()
    items = list(read_translated(File("ko.md", io.BytesIO(content)), tmp_path / "en.md", "en", "ko"))
    assert [(one.place.line, one.place.column, isinstance(one, Remark)) for one in items] == [
        (1, 3, False), (3, 1, False), (5, 1, True), (5, 1, False)]


def languages(inputs: Inputs) -> Iterator[str]:
    return (target for target, _ in inputs.read())


def make(folder: Path, name: str, content: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")


def test_folders_of_a_run(tmp_path: Path) -> None:
    make(tmp_path, "out/ko/a.txt.xlf", XLIFF)
    make(tmp_path, "out/ko/a.txt", "큰 승리다.")
    make(tmp_path, "out/ja/a.txt.xlf", XLIFF.replace('trgLang="ko"', 'trgLang="ja"'))
    assert list(languages(Inputs([str(tmp_path / "out")], "en", ()))) == ["ja", "ja", "ko", "ko"]
    assert list(languages(Inputs([str(tmp_path / "out")], "en", ("ko",)))) == ["ko", "ko"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "out/ko/a.txt.xlf", XLIFF)
    paths = [str(tmp_path / "out"), str(tmp_path / "out" / "ko"), str(tmp_path / "out/ko/../ko/a.txt.xlf")]
    assert list(languages(Inputs(paths, "en", ()))) == ["ko", "ko"]


def test_a_table_of_several_languages_is_read_for_each(tmp_path: Path) -> None:
    make(tmp_path, "a.jsonl", '{"en": "One.", "ko": "하나.", "ja": "一。"}\n{"en": "Two.", "ja": "二。"}\nnothing\n')
    found = [(target, item.place.line, isinstance(item, Remark))
             for target, item in Inputs([str(tmp_path / "a.jsonl")], "en", ("ko", "ja")).read()]
    assert found == [("ko", 1, False), ("ko", 3, True), ("ja", 1, False), ("ja", 2, False)]


def test_the_language_of_a_table(tmp_path: Path) -> None:
    make(tmp_path, "names.ko.tsv", "A\t가\n")
    make(tmp_path, "names.tsv", "A\t가\n")
    assert list(languages(Inputs([str(tmp_path / "names.ko.tsv")], "en", ("ko", "ja")))) == ["ko"]
    with pytest.raises(ConfigError, match="--to ko"):
        list(languages(Inputs([str(tmp_path / "names.tsv")], "en", ())))


@pytest.mark.parametrize(("name", "message"), [
    ("none.tsv", "no such file"), ("empty", "nothing to check"), ("a.txt", "--source FILE")])
def test_what_cannot_be_checked(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "empty").mkdir()
    make(tmp_path, "a.txt", "가")
    with pytest.raises(InputError, match=message):
        list(Inputs([str(tmp_path / name)], "en", ("ko",)).read())
