"""Files as other tools write them: what each says is told beside it, fact by fact, with the losses."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import ConfigError, GlosswireError, InputError
from translate.glossary.formats import FORMATS, Exchange, Imported, find, recognize
from translate.glossary.formats.facts import facts_of
from translate.glossary.load import parse

CASES = Path(__file__).parent.parent / "cases" / "formats"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".expected")
TARGET = {"omegat.tbx": "ja"}
GLOSSARY = parse("""glossary: g
entries:
  - id: kcna
    kind: organization
    en: [Korean Central News Agency, KCNA]
    ko: {use: 조선중앙통신, also: [중앙통신], avoid: [한국중앙통신, 조선중앙통신사], short: 통신}
    ja: 朝鮮中央通信
    reading: {KCNA: 케이시엔에이}
    note: State news agency.
  - {id: iphone, en: iPhone, keep: true}
""", "g.yml").entries


def told(found: Imported) -> str:
    """What was read, a line for each fact and each loss."""
    lines = [" | ".join((entry.id, *fact)) for entry in found.entries for fact in facts_of(entry)]
    return "".join(f"{line}\n" for line in (*lines, *(f"! {loss}" for loss in found.losses)))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_of_another_tool_is_read(path: Path) -> None:
    data = path.read_bytes()
    exchange = Exchange(path.name, targets=(TARGET.get(path.name, "ko"),) if path.name not in (
        "deepl-v3.json", "google-set.csv", "table.csv") else ())
    found = recognize(data, path.name).read(data, exchange)
    assert told(found) == path.with_name(path.name + ".expected").read_text(encoding="utf-8")


def test_every_expectation_has_its_file() -> None:
    assert {path.name + ".expected" for path in FILES} == {path.name for path in CASES.glob("*.expected")}


@pytest.mark.parametrize(("name", "text"), [
    ("deepl-csv", "Korean Central News Agency,조선중앙통신,en,ko\nKCNA,조선중앙통신,en,ko\niPhone,iPhone,en,ko\n"),
    ("deepl-tsv", "Korean Central News Agency\t조선중앙통신\nKCNA\t조선중앙통신\niPhone\tiPhone\n"),
    ("google-csv", "Korean Central News Agency,조선중앙통신\nKCNA,조선중앙통신\niPhone,iPhone\n"),
    ("google-set", "en,ko,description\nKorean Central News Agency,조선중앙통신,State news agency.\n"
                   "KCNA,조선중앙통신,State news agency.\niPhone,iPhone,\n"),
    ("omegat", "Korean Central News Agency\t조선중앙통신\tState news agency.\n"
               "KCNA\t조선중앙통신\tState news agency.\niPhone\tiPhone\n"),
    ("utx", "#UTX 1.11; en/ko\r\n#src\ttgt\tsrc:pos\tterm status\tsrc:comment\tconcept ID\r\n"
            "Korean Central News Agency\t조선중앙통신\tnoun\tapproved\tState news agency.\tkcna\r\n"
            "KCNA\t조선중앙통신\tnoun\tapproved\tState news agency.\tkcna\r\n"
            "Korean Central News Agency\t중앙통신\tnoun\tnon-standard\tState news agency.\tkcna\r\n"
            "Korean Central News Agency\t한국중앙통신\tnoun\tforbidden\tState news agency.\tkcna\r\n"
            "Korean Central News Agency\t조선중앙통신사\tnoun\tforbidden\tState news agency.\tkcna\r\n"
            "iPhone\tiPhone\tnoun\tapproved\t\tiphone\r\n"),
    ("csv", "id,kind,keep,en,en:also,ko,ko:also,ko:short,ko:avoid,readings,note\n"
            'kcna,organization,,Korean Central News Agency,KCNA,조선중앙통신,중앙통신,통신,"한국중앙통신\n조선중앙통신사",'
            '"[[""KCNA"", ""케이시엔에이""]]",State news agency.\niphone,,true,iPhone,,,,,,,\n'),
])
def test_a_file_for_another_tool_is_written(name: str, text: str) -> None:
    entries = GLOSSARY[::-1]
    assert FORMATS[name].write(entries, Exchange(targets=("ko",))).data.decode() == text


def test_what_deepl_cannot_say_is_listed() -> None:
    assert FORMATS["deepl-csv"].write(GLOSSARY, Exchange(targets=("ko",))).losses == (
        "kcna: kind: organization",
        "kcna: ko short: 통신",
        "kcna: ko also: 중앙통신",
        "kcna: ko avoid: 한국중앙통신, 조선중앙통신사",
        'kcna: readings: ["KCNA", "케이시엔에이"]',
        "kcna: note: State news agency.")


def test_what_tbx_cannot_say_is_listed() -> None:
    for name in ("tbx", "tbx-dct", "tbx-core", "tbx-2008"):
        losses = FORMATS[name].write(GLOSSARY, Exchange(targets=("ko", "ja"))).losses
        assert losses == ('kcna: readings: ["KCNA", "케이시엔에이"]',)


def test_weblate_finds_its_own_marks_in_the_older_tbx() -> None:
    text = FORMATS["tbx-2008"].write(GLOSSARY, Exchange(targets=("ko",))).data.decode()
    assert '<descrip type="Translation needed">No</descrip>' in text
    assert ('<term>한국중앙통신</term>\n            '
            '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>') in text


def test_a_term_that_stands_twice_is_written_once_for_deepl() -> None:
    entries = parse("glossary: g\nentries:\n  - {id: a, en: Fed, ko: 연준}\n  - {id: b, en: Fed, ko: 연방}\n",
                    "g.yml").entries
    exported = FORMATS["deepl-tsv"].write(entries, Exchange())
    assert exported.data.decode() == "Fed\t연준\n"
    assert exported.losses == ("b: en use: Fed", "b: ko use: 연방")


def test_one_pair_wants_one_target() -> None:
    for name in ("deepl-csv", "google-tsv", "omegat", "utx", "weblate"):
        with pytest.raises(ConfigError, match=r"--to ko"):
            FORMATS[name].write(GLOSSARY, Exchange())


def test_a_file_that_does_not_tell_its_language_wants_it_told() -> None:
    with pytest.raises(ConfigError, match=r"x.csv: the file does not tell .* --to ko"):
        FORMATS["deepl-csv"].read(b"KCNA,x\n", Exchange("x.csv"))


def test_an_unknown_format_is_named_with_the_known() -> None:
    with pytest.raises(ConfigError, match="--format xls: not known; formats are csv, tsv, deepl-csv"):
        find("xls")


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE tbx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
<tbx><text><body><conceptEntry id="x"><langSec xml:lang="en"><termSec><term>&d;</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""
OUTSIDE = b"""<?xml version="1.0"?>
<!DOCTYPE tbx [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<tbx><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>&x;</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""
PARAMETER = b"""<?xml version="1.0"?>
<!DOCTYPE tbx [<!ENTITY % x SYSTEM "http://localhost/x.dtd"> %x;]>
<tbx><text><body/></text></tbx>"""


@pytest.mark.parametrize(("name", "data", "message"), [
    ("x.tbx", BOMB, r"^x.tbx:1: the file declares entities of its own"),
    ("x.tbx", OUTSIDE, r"^x.tbx:1: the file declares entities of its own"),
    ("x.tbx", PARAMETER, r"^x.tbx:1: the file declares entities of its own"),
    ("x.tbx", b"<tbx><text>" + b"<a>" * 5000 + b"</a>" * 5000 + b"</text></tbx>", r"^x.tbx:\d+:\d+: no XML"),
    ("x.tbx", b"<tbx><text></tbx>", r"^x.tbx:1:\d+: no XML that can be read"),
    ("x.tbx", b"", r"^x.tbx:\d+:\d+: no XML"),
    ("x.tbx", b"<html/>", r"^x.tbx:1: <html> is no TBX"),
    ("x.csv", b"", "^x.csv: the file is empty"),
    ("x.csv", b"\xff\xfe\x00", "^x.csv:1: byte 0x00 is not UTF-16"),
    ("x.csv", b"a,b\nKCNA,\xc1\xb6", "^x.csv:2: byte 0xc1 is not UTF-8; save the file as UTF-8"),
    ("x.csv", b"a\0,b", "^x.csv: a binary file"),
    ("x.csv", b'KCNA,"x\nb,c\n', "^x.csv:1: .*close the quotes"),
    ("x.csv", b"id,kimd,en\na,,x\n", "^x.csv:1: the column 'kimd' is not known; columns are id, kind"),
    ("x.csv", b"id,kind,en\na b,,x\n", "^x.csv:2: the id 'a b' holds a space"),
    ("x.csv", b"id,kind,en\na,planet,x\n", "^x.csv:2: kind: 'planet' is none of person"),
    ("x.csv", b"id,kind,en,readings\na,,x,{\n", r"^x.csv:2: readings: no JSON"),
    ("x.csv", b"id,kind,en,readings\na,,x,[1]\n", r"^x.csv:2: readings: no JSON list of pairs"),
    ("x.utx", b"KCNA\tx\n", "^x.utx:1: no UTX file"),
    ("x.json", b"{", "^x.json:1:2: no JSON"),
    ("x.json", b"[]", "^x.json:1: no DeepL v3 glossary"),
    ("x.xls", b"", "^x.xls: its ending tells no format; name it with --format"),
])
def test_a_bad_file_is_refused_in_one_line(name: str, data: bytes, message: str) -> None:
    with pytest.raises(GlosswireError, match=message) as caught:
        recognize(data, name).read(data, Exchange(name, targets=("ko",)))
    assert isinstance(caught.value, InputError) and "\n" not in str(caught.value)


def test_a_huge_table_is_refused() -> None:
    with pytest.raises(InputError, match="split it"):
        FORMATS["tbx"].read(b" " * 64_000_001, Exchange("x.tbx"))
    with pytest.raises(InputError, match="split it"):
        FORMATS["csv"].read(b" " * 64_000_001, Exchange("x.csv"))


def test_a_first_row_of_languages_is_a_header_of_pairs_too() -> None:
    found = FORMATS["google-csv"].read("en,ko\nFed,연준\n".encode(), Exchange())
    assert told(found) == "fed | en |  | use | Fed\nfed | ko |  | use | 연준\n"


def test_a_kept_term_that_looks_like_a_language_is_no_header() -> None:
    data = b"ko,ko\nFed,x\n"
    found = recognize(data, "x.csv").read(data, Exchange("x.csv", targets=("ko",)))
    assert told(found).startswith("ko |  |  | keep | true\nko | en |  | use | ko\n")


def test_a_pair_that_begins_with_id_is_a_pair() -> None:
    data = "id,신분증,en,ko\n".encode()
    assert recognize(data, "x.csv").name == "deepl-csv"


def test_ids_are_made_of_the_term_and_are_one_of_a_kind() -> None:
    data = b"U.S. Army,a,en,ko\nUS Army,b,en,ko\n&,c,en,ko\n"
    found = FORMATS["deepl-csv"].read(data, Exchange())
    assert [entry.id for entry in found.entries] == ["us-army", "us-army-2", "entry"]


def test_an_id_that_stands_twice_is_listed() -> None:
    data = b"id,kind,en\na,,x\na,,y\n"
    found = FORMATS["csv"].read(data, Exchange("x.csv"))
    assert [entry.id for entry in found.entries] == ["a", "y"]
    assert found.losses == ("x.csv:3: the id a stands there before; this entry is called y",)
