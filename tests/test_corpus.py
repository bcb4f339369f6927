"""Every article of the corpus has both references, block for block."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = sorted(path.relative_to(CORPUS / "articles").as_posix()
                  for path in (CORPUS / "articles").rglob("*") if path.is_file())
LETTERS = {"ko": re.compile("[가-힣]"), "ja": re.compile("[ぁ-んァ-ヶ一-鿿]")}
_BLOCK = re.compile(r"<(title|h1|h2|p|li|td|figcaption)>(.*?)</\1>", re.DOTALL)
_LEAD = re.compile(r"\A(?:#+ |> |- |---\n|---\Z|!\[)")
_INLINE = re.compile(r"\*+|\]\([^)]*\)|<(?:strong|em|a)\b[^>]*>")


def blocks(path: Path) -> list[tuple[str, str]]:
    """(kind, text) of what a reader sees as one block, by a count simpler than the program's."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return _BLOCK.findall(text)
    if path.suffix == ".jsonl":
        rows = [json.loads(line) for line in text.splitlines()]
        return [(kind, part) for row in rows for kind, part in
                [(f"headline of {row['id']}", row["headline"]),
                 *(("paragraph", part) for part in row["paragraphs"])]]
    parts = re.split(r"\n\n+|\n(?=- )", text.strip())
    return [("".join(_LEAD.findall(part)), part) for part in parts]


def test_there_are_articles_in_every_format() -> None:
    assert len(ARTICLES) >= 14
    assert {Path(name).suffix for name in ARTICLES} == {".txt", ".md", ".html", ".jsonl"}


@pytest.mark.parametrize("language", ["ko", "ja"])
def test_no_reference_lacks_its_article(language: str) -> None:
    folder = CORPUS / "references" / language
    assert ARTICLES == sorted(path.relative_to(folder).as_posix()
                              for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("language", ["ko", "ja"])
@pytest.mark.parametrize("name", ARTICLES)
def test_reference_has_the_blocks_of_its_article(name: str, language: str) -> None:
    source = blocks(CORPUS / "articles" / name)
    target = blocks(CORPUS / "references" / language / name)
    assert len(source) >= 5
    assert [kind for kind, _ in source] == [kind for kind, _ in target]
    assert [len(_INLINE.findall(text)) for _, text in source] == \
        [len(_INLINE.findall(text)) for _, text in target]
    for (_, english), (_, text) in zip(source, target):
        assert not re.search("[a-z]{3}", english) or LETTERS[language].search(text) \
            or text in ("---", english), text


def test_the_development_set_is_whole() -> None:
    rows = [json.loads(line) for line in
            (CORPUS / "eval" / "news-dev.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == 223
    assert len({row["article"] for row in rows}) == 18
    for row in rows:
        for form, korean, japanese in row["terms"]:
            assert form in row["en"]
            assert korean in row["ko"]
            assert japanese in row["ja"]
