"""Word documents: text is replaced, formatting stays on its words, every other member as it was."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.samples import WORD, word
from translate.errors import InputError
from translate.readers.docx import DocxReader
from translate.records import Block
from translate.text.markup import carry


def run(text: str, shape: str = "") -> str:
    return f"<w:r>{shape and f'<w:rPr>{shape}</w:rPr>'}<w:t xml:space=\"preserve\">{text}</w:t></w:r>"


def paragraph(*pieces: str) -> str:
    return f"<w:p>{''.join(pieces)}</w:p>"


FIELD = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
         '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
         '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def blocks(data: bytes) -> tuple[Block, ...]:
    return DocxReader().read(data, "a.docx", "en").blocks


def body(data: bytes, translations: list[str]) -> str:
    """The document's XML with these translations."""
    article = replace(DocxReader().read(data, "a.docx", "en"), target="ko")
    written = DocxReader().write(article, [carry(*pair) for pair in zip(article.blocks, translations)])
    with zipfile.ZipFile(io.BytesIO(written)) as new, zipfile.ZipFile(io.BytesIO(data)) as old:
        assert new.namelist() == old.namelist() and new.testzip() is None
        assert all(new.read(name) == old.read(name) for name in old.namelist() if "document" not in name)
        xml = new.read("word/document.xml").decode()
    return xml[xml.index("<w:body>") + 8:xml.index("</w:body>")]


def test_formatting_is_carried_onto_the_same_words() -> None:
    data = word(paragraph(run("Open "), run("KCNA", "<w:b/>"), run(" now.")))
    assert body(data, ["지금 KCNA 여시오."]) == paragraph(run("지금 "), run("KCNA", "<w:b/>"), run(" 여시오."))


def test_runs_that_differ_only_in_language_are_one() -> None:
    data = word(paragraph(run("Kim ", '<w:lang w:val="en-US"/>'), run("said so.", "<w:noProof/>")))
    assert [block.marks for block in blocks(data)] == [()]


def test_links_and_insertions_hold_their_words_and_deletions_stay() -> None:
    data = word(paragraph('<w:hyperlink r:id="r1" xmlns:r="urn:r">', run("KCNA"), "</w:hyperlink>", run(" said "),
                          '<w:del w:id="1"><w:r><w:delText>no</w:delText></w:r></w:del>', run("so.")))
    assert [block.text for block in blocks(data)] == ["KCNA said so."]
    written = body(data, ["KCNA 말했다."])
    assert '<w:hyperlink r:id="r1" xmlns:r="urn:r">' + run("KCNA") + "</w:hyperlink>" in written
    assert written.count("<w:delText>no</w:delText>") == 1


def test_a_page_number_is_kept_whole() -> None:
    data = word(paragraph(run("Page "), FIELD, run(" of ten")))
    assert [block.text for block in blocks(data)] == ["Page 7 of ten"]
    assert body(data, ["열 쪽 중 7 쪽"]) == paragraph(run("열 쪽 중 "), FIELD, run(" 쪽"))


def test_text_boxes_headers_and_tables_are_slots() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph(run('In a box'))}</w:txbxContent></w:pict></w:r>"
    table = f"<w:tbl><w:tr><w:tc>{paragraph(run('Name'))}</w:tc></w:tr></w:tbl>"
    data = word('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' + run("Title") + "</w:p>"
                + paragraph(run("Before "), box, run(" after")) + table,
                word_header1=f'<w:hdr xmlns:w="{WORD}">{paragraph(run("Daily news"))}</w:hdr>')
    assert sorted((block.text, block.kind) for block in blocks(data)) == [
        ("Before", "paragraph"), ("Daily news", "paragraph"), ("In a box", "paragraph"), ("Name", "cell"),
        ("Title", "heading"), ("after", "paragraph")]


@pytest.mark.parametrize(("data", "message"), [
    (b"nothing", "no Word document that can be read"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "without a password"),
    (word(paragraph(run("Kim"))).replace(b"word/document.xml", b"word/docu_ent.xml"), "no word/document.xml"),
    (word(paragraph(run("Kim")))[:150], "no Word document that can be read"),
    (word(paragraph("<w:r>")), r"a\.docx!word/document\.xml:1:\d+: no XML"),
])
def test_what_is_no_document_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        DocxReader().read(data, "a.docx", "en")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"word/media/{number}", bytes(60_000_000))
        archive.writestr("word/document.xml", "<x/>")
    with pytest.raises(InputError, match=r"a\.docx: 6 members of 300,000,004 bytes unpacked"):
        DocxReader().read(written.getvalue(), "a.docx", "en")


_pieces = st.sampled_from((
    run("Kim "), run("said so. ", "<w:b/>"), run("A&amp;B ", "<w:i/>"), run(" "), FIELD, "<w:proofErr/>",
    '<w:bookmarkStart w:id="1"/>', "<w:r><w:br/></w:r>", "<w:r><w:tab/><w:t>x</w:t></w:r>",
    f"<w:ins>{run('new ', '<w:b/>')}</w:ins>", f"<w:hyperlink>{run('link')}{run(' two', '<w:u/>')}</w:hyperlink>"))


@given(st.lists(st.lists(_pieces, max_size=6), min_size=1, max_size=3))
def test_any_runs_are_kept(paragraphs: list[list[str]]) -> None:
    data = word("".join(paragraph(*pieces) for pieces in paragraphs))
    article = DocxReader().read(data, "a.docx", "en")
    assert DocxReader().write(article, article.blocks) is article.package == data
    new = [carry(block, f"번역한 {number}번 문장") for number, block in enumerate(article.blocks)]
    again = blocks(DocxReader().write(replace(article, target="ko"), new))
    assert ["".join(block.text.split()) for block in again] == ["".join(block.text.split()) for block in new]
