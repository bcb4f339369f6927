"""What translators' tools and editors leave of a file is read; what is unsafe or broken is refused."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.readers.bilingual import bilingual
from translate.errors import InputError
from translate.readers.xliff_read import read_xliff
from translate.readers.xliff_write import write_xliff
from translate.records import BilingualFile, Span

FILE = bilingual("KCNA **said** so. Then `a_b` left.", ".md", "통신은 말했다. ")
WRITTEN = write_xliff([FILE]).decode()
OLD = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a.md" source-language="en-US" target-language="ko-KR" datatype="plaintext"><body>{}</body></file>
</xliff>"""


def texts(file: BilingualFile) -> list[tuple[str, str | None, str]]:
    return [(segment.source, segment.target and segment.target.strip(), segment.state)
            for segment in file.segments]


def read(text: str) -> BilingualFile:
    (file,) = read_xliff(text.encode(), "a.xlf")
    return file


def reprefixed(text: str) -> str:
    core = re.sub(r"<(/?)(?=(?:xliff|file|unit|segment|source|target|ignorable|pc|ph|mrk|originalData|data)\b)",
                  r"<\1x:", text)
    return core.replace('xmlns="urn', 'xmlns:x="urn').replace("mda:", "m:").replace("xmlns:mda", "xmlns:m")


@pytest.mark.parametrize("edit", [
    lambda text: text,
    reprefixed,
    lambda text: re.sub(r'<segment id="(\w+)" state="(\w+)"', r'<segment state="\2" id="\1"', text),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: re.sub(r">\s+<(?=unit|segment|/unit|/segment|originalData|file|/file)", "><", text),
    lambda text: text.replace("통신은", "<![CDATA[통신은]]>"),
    lambda text: text.replace("<target>", "<target>\n            ").replace("</target>", "\n        </target>", 1),
    lambda text: text.replace("통신은", "<!-- seen -->&#xD1B5;신은"),
], ids=["none", "prefixes", "order", "crlf", "dense", "cdata", "indented", "comment"])
def test_what_an_editor_does_changes_nothing(edit: object) -> None:
    assert callable(edit)
    assert texts(read(edit(WRITTEN))) == texts(FILE)


def test_a_segment_that_was_split_is_two() -> None:
    cut = re.sub(r'<segment id="s1".*?</segment>', '<segment id="a" state="final"><source>KCNA</source>'
                 '<target>통신</target></segment><segment id="b"><source> said so.</source></segment>',
                 WRITTEN, count=1, flags=re.DOTALL)
    assert texts(read(cut))[:2] == [("KCNA", "통신", "final"), (" said so.", None, "initial")]


def test_suggestions_of_others_are_read() -> None:
    added = WRITTEN.replace("<originalData>", '<mtc:matches><mtc:match ref="#f=f1/u=u1/s1" matchQuality="80">'
                            "<source>KCNA</source><target>통신</target></mtc:match></mtc:matches><originalData>")
    (match,) = read(added).segments[0].matches
    assert (match.source, match.target, match.score) == ("KCNA", "통신", 80.0)


def test_the_place_of_a_target_is_that_of_its_first_letter() -> None:
    for segment in read(WRITTEN).segments:
        line = WRITTEN.splitlines()[segment.line - 1]
        assert line[segment.column - 1:].startswith((segment.target or "")[:2])


def test_comments_belong_to_their_segment() -> None:
    text = WRITTEN.replace("<source>KCNA", '<source><mrk id="x" type="comment" value="check this">KCNA</mrk>')
    assert read(text).segments[0].note == "check this"


@pytest.mark.parametrize(("attributes", "state"), [
    ('state="new"', "initial"), ('state="needs-translation"', "initial"), ('state="translated"', "translated"),
    ('state="needs-review-translation"', "translated"), ('state="signed-off"', "reviewed"),
    ('state="final"', "final"), ("", "translated"), ('state="x-own"', "initial")])
def test_old_states_become_four(attributes: str, state: str) -> None:
    unit = f'<trans-unit id="1"><source>Hi</source><target {attributes}>여보</target></trans-unit>'
    assert texts(read(OLD.format(unit))) == [("Hi", "여보", state)]


def test_an_approved_old_unit_is_reviewed() -> None:
    unit = ('<trans-unit id="1" approved="yes"><source>Hi</source><target state="translated">여보</target>'
            "</trans-unit>")
    file = read(OLD.format(unit))
    assert file.segments[0].state == "reviewed"
    assert (file.source_language, file.target_language, file.original) == ("en", "ko", "a.md")


def test_old_codes_sentences_and_suggestions() -> None:
    (unit,) = read(OLD.format(
        '<trans-unit id="1"><source>x</source><seg-source><mrk mtype="seg" mid="1">A <g id="1">b</g>.</mrk> '
        '<mrk mtype="seg" mid="2">C<ph id="2">%s</ph>.</mrk></seg-source><target><mrk mtype="seg" mid="1">가.</mrk>'
        "</target><note>wide</note></trans-unit>")).units
    first, second = unit.segments
    assert (first.source, first.target, second.source, second.target) == ("A b.", "가.", "C.", None)
    assert first.source_codes[0].span == Span(2, 3) and second.source_codes[0].open == "%s"
    assert unit.notes == ("wide",)
    (segment,) = read(OLD.format(
        '<trans-unit id="1"><source>Hi</source><alt-trans match-quality="85%"><source>Hi!</source>'
        "<target>야</target></alt-trans></trans-unit>")).segments
    assert [(one.target, one.score) for one in segment.matches] == [("야", 85.0)]


def test_version_2_2_is_read() -> None:
    text = WRITTEN.replace('version="2.1"', 'version="2.2"').replace(":document:2.0", ":document:2.2")
    assert texts(read(text)) == texts(FILE)


BOMB = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(("text", "message"), [
    (WRITTEN.replace("<xliff", BOMB + "<xliff", 1), r"a\.xlf:2:1: the file has a document type"),
    (WRITTEN.replace("<xliff", '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff', 1),
     r"a\.xlf:2:1: the file has a document type"),
    (WRITTEN.replace("</segment>", "", 1), r"a\.xlf:\d+:\d+: no XML that can be read \(mismatched tag\)"),
    (WRITTEN[:len(WRITTEN) // 2], r"a\.xlf:\d+:\d+: no XML"),
    ("<tmx/>", r"a\.xlf:1:1: <tmx> is no XLIFF"),
    ("<xliff/>", r"a\.xlf:1:1: XLIFF version not stated"),
    (re.sub(r"<(segment).*?</\1>", "", WRITTEN, flags=re.DOTALL), r"a\.xlf:\d+:\d+: unit u1 has no segment"),
    (re.sub(r"<(source).*?</\1>", "", WRITTEN, flags=re.DOTALL), r"a\.xlf:\d+:\d+: a segment without <source>"),
    ('<xliff version="2.0">' + "<a>" * 300 + "</a>" * 300 + "</xliff>", r"a\.xlf:1:\d+: elements are nested"),
    (OLD.format('<trans-unit id="7"/>'), r"a\.xlf:3:\d+: trans-unit 7 without <source>"),
], ids=["bomb", "external", "broken", "half", "tmx", "bare", "segments", "sources", "deep", "old"])
def test_what_is_unsafe_or_broken_is_refused_in_one_line(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message) as error:
        read_xliff(text.encode(), "a.xlf")
    assert "\n" not in str(error.value)


def test_many_files_are_read_in_order() -> None:
    two = replace(FILE, id="f2", original="b.md")
    assert [file.original for file in read_xliff(write_xliff([FILE, two]), "a")] == [FILE.original, "b.md"]
