"""JSON Lines: named fields are slots, line by line; a broken line is kept and reported."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.errors import InputError
from translate.readers.json_strings import Unescaped, strings
from translate.readers.jsonl import JsonlReader
from translate.records import Article


def read(text: str, *fields: str) -> Article:
    reader = JsonlReader(fields) if fields else JsonlReader()
    return reader.read(text.encode(), "x.jsonl", "en")


def write(text: str, new: str) -> str:
    article = read(text)
    return JsonlReader().write(article,
                               [replace(each, text=new) for each in article.blocks]).decode()


def keys(article: Article) -> list[tuple[str, str]]:
    return [(block.key, block.text) for block in article.blocks]


def test_usual_fields() -> None:
    article = read('{"id": "Kim", "title": "A", "body": "B", "x": {"text": "C"}, "caption": "D"}\n')
    assert keys(article) == [("1:title", "A"), ("1:body", "B"), ("1:caption", "D")]
    assert [block.kind for block in article.blocks] == ["heading", "paragraph", "caption"]


def test_named_fields() -> None:
    article = read('{"text": "A", "a": {"b": ["B", {"c": "C"}, "D"]}}', "a.b", "a.b.c")
    assert keys(article) == [("1:a.b", "B"), ("1:a.b.c", "C"), ("1:a.b#2", "D")]


def test_paragraphs_of_a_value_are_slots_of_their_own() -> None:
    article = read('{"text": "A\\u2019s.\\n\\n\\tB \\"c\\"\\r\\n"}')
    assert [(block.key, block.text, block.raw) for block in article.blocks] == [
        ("1:text", "A’s.", "A\\u2019s."), ("1:text#2", 'B "c"', 'B \\"c\\"')]


def test_a_broken_line_is_kept_and_reported_and_the_others_go_on() -> None:
    text = '{"text": "A"}\n{"text": "cut\n\n[1]\r\n{"text": "B"}'
    article = read(text)
    assert keys(article) == [("1:text", "A"), ("5:text", "B")]
    assert [str(each.place) for each in article.skipped] == ["x.jsonl:2:10", "x.jsonl:4:1"]
    assert article.skipped[1].reason == "no JSON object"
    assert JsonlReader().write(article, article.blocks).decode() == text


@pytest.mark.parametrize(("text", "message"), [
    ("nonsense", "x.jsonl:1:1: no valid JSON"),
    ("\n[1]\n", "x.jsonl:2:1: no JSON object"),
    ("[" * 100_000, "x.jsonl:1:1: "),
    ('{"n": ' + "1" * 5000 + "}", "x.jsonl:1:1: "),
    ('{"id": "A", "en": "B"}', "there is en, id: name the keys to translate"),
    (" \n", "there is none at all"),
])
def test_nothing_to_translate(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert message in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize(("line", "expected"), [
    ('{"text": "A"}', '{"text": "한 \\"é\\""}'),
    ('{"text": "A", "b": "é"}', '{"text": "한 \\"é\\"", "b": "é"}'),
    ('{"text": "A", "b": "\\u00e9"}', '{"text": "\\ud55c \\"\\u00e9\\"", "b": "\\u00e9"}'),
])
def test_a_changed_value_is_escaped_as_its_line_is(line: str, expected: str) -> None:
    assert write(line, '한 "é"') == expected


def test_a_line_without_foreign_letters_does_as_the_file_does() -> None:
    written = write('{"text": "A"}\n{"text": "\\u00e9"}', "한")
    assert written == '{"text": "\\ud55c"}\n{"text": "\\ud55c"}'


@given(st.text(max_size=30), st.booleans())
def test_every_place_of_a_string_is_found_again(text: str, ascii_only: bool) -> None:
    raw = json.dumps(text, ensure_ascii=ascii_only)[1:-1]
    unescaped = Unescaped(raw)
    assert unescaped.text == text
    for place in range(len(text) + 1):
        assert json.loads(f'"{raw[:unescaped.origin(place)]}"') == text[:place]


_leaves = st.one_of(st.text(max_size=5), st.integers(), st.none())
_json = st.recursive(_leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.text(max_size=3), inner, max_size=3), max_leaves=9)


@given(_json)
def test_the_strings_of_any_json_are_found(value: object) -> None:
    def inside(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            value = list(value.values())
        return [text for item in value for text in inside(item)] if isinstance(value, list) else []

    assert [Unescaped(each.raw).text for each in strings(json.dumps(value))] == inside(value)
