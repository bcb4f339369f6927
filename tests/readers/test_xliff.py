"""XLIFF as a source: empty targets are filled, all else keeps its bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import InputError, OutputError
from translate.readers.xliff import XliffReader
from translate.readers.xliff_read import read_xliff
from translate.text.markup import carry

OLD = """<?xml version="1.0"?>
<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:1.2" version="1.2">
 <x:file original="a" source-language='en' datatype="html"><x:body>
   <x:trans-unit id="1">
     <x:source>Hello <x:g id="1">big</x:g> world, <x:ph id="2">%s</x:ph>. </x:source>
   </x:trans-unit>
   <x:trans-unit id="2"><x:source>Kim</x:source><x:target xml:lang='ko' state="new"/></x:trans-unit>
   <x:trans-unit id="3"><x:source>Done</x:source><x:target>끝</x:target></x:trans-unit>
   <x:trans-unit id="4"><x:source>One. Two.</x:source><x:seg-source><x:mrk mtype="seg" mid="1">One.</x:mrk>
 <x:mrk mtype="seg" mid="2">Two.</x:mrk></x:seg-source></x:trans-unit>
   <x:trans-unit id="5" translate="no"><x:source>Done</x:source></x:trans-unit>
   <x:trans-unit id="6"><x:source>12:30</x:source></x:trans-unit>
 </x:body></x:file></x:xliff>
"""
NEW = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en-US">\r
<file id="f"><group id="g"><unit id="u"><segment><source>Hello <pc id="1">big</pc> world.</source>\r
</segment><ignorable><source> </source></ignorable><segment state="initial" id="z">\r
    <source>It is so.</source>\r
    <target></target></segment></unit></group></file></xliff>"""


def fill(text: str, translations: list[str], target: str = "ko") -> str:
    """The document with these translations."""
    reader = XliffReader()
    article = replace(reader.read(text.encode(), "a.xlf", "en"), target=target)
    blocks = [carry(block, new) for block, new in zip(article.blocks, translations)]
    return reader.write(article, blocks).decode()


def test_nothing_translated_changes_nothing() -> None:
    for text in (OLD, NEW, "\ufeff" + NEW):
        article = XliffReader().read(text.encode(), "a.xlf", "en")
        assert XliffReader().write(article, article.blocks) == text.encode()


def test_what_is_a_slot() -> None:
    blocks = XliffReader().read(OLD.encode(), "a.xlf", "en").blocks
    assert [(block.key, block.text) for block in blocks] == [
        ("1", "Hello big world, %s."), ("2", "Kim"), ("4", "One."), ("4", "Two.")]


def test_version_1_is_filled_in_place() -> None:
    expected = OLD.replace("datatype=\"html\">", "datatype=\"html\" target-language=\"ko\">").replace(
        "%s</x:ph>. </x:source>\n", "%s</x:ph>. </x:source>\n     <x:target state=\"translated\">큰 <x:g id=\"1\">"
        "세계여</x:g> <x:ph id=\"2\">%s</x:ph> &amp;. </x:target>\n").replace(
        "<x:target xml:lang='ko' state=\"new\"/>", "<x:target xml:lang='ko' state=\"translated\">김</x:target>"
    ).replace("</x:seg-source>", "</x:seg-source><x:target state=\"translated\"><x:mrk mtype=\"seg\" mid=\"1\">하나."
              "</x:mrk>\n <x:mrk mtype=\"seg\" mid=\"2\">둘.</x:mrk></x:target>")
    assert fill(OLD, ["큰 세계여 %s &.", "김", "하나.", "둘."]) == expected


def test_version_2_is_filled_in_place() -> None:
    filled = fill(NEW, ["큰 세계 안녕.", "그렇다."])
    assert 'srcLang="en-US" trgLang="ko">\r\n' in filled
    assert '<segment state="translated" id="z">\r\n' in filled and "<target>그렇다.</target></segment>" in filled
    (file,) = read_xliff(filled.encode(), "a.xlf")
    assert [(segment.target, segment.state) for segment in file.segments] == [
        ("큰 세계 안녕.", "translated"), ("그렇다.", "translated")]
    assert fill(filled, []) == filled


def test_other_languages_are_refused() -> None:
    with pytest.raises(InputError, match=r"a\.xlf:1:1: its source language is en-US, not de: run it with --from"):
        XliffReader().read(NEW.encode(), "a.xlf", "de")
    french = OLD.replace('datatype="html"', 'target-language="fr"')
    with pytest.raises(OutputError, match=r"a\.xlf:3:2: it has translations into fr already"):
        fill(french, ["가", "나", "다", "라"])


_inline = st.recursive(
    st.sampled_from(("Kim ", "said &amp; so. ", "<ph id='1'/>", "<![CDATA[<b>]]>", "<!-- c -->", " ", "&#xe9;")),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join), inner.map("<pc id='2'>{}</pc>".format),
        inner.map("<mrk id='3' translate='no'>{}</mrk>".format), inner.map("<mrk id='4'>{}</mrk>".format)),
    max_leaves=8)


@given(st.lists(_inline, min_size=1, max_size=4))
def test_any_source_is_filled(sources: list[str]) -> None:
    text = ('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f">'
            + "".join(f'<unit id="u{number}"><segment><source>{source}</source></segment></unit>'
                      for number, source in enumerate(sources)) + "</file></xliff>")
    article = XliffReader().read(text.encode(), "a.xlf", "en")
    assert XliffReader().write(article, article.blocks) == text.encode()
    new = [carry(block, f"번역 {number}문") for number, block in enumerate(article.blocks)]
    written = XliffReader().write(replace(article, target="ko"), new)
    (file,) = read_xliff(written, "a.xlf")
    targets = [segment.target for segment in file.segments if segment.target is not None]
    assert ["".join(target.split()) for target in targets] == ["".join(block.text.split()) for block in new]
