"""Saved pages lose their clutter, and honest articles lose nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from translate.readers.choose import reader_for
from translate.readers.clean import clean, load_patterns
from translate.records import Article

CASES = Path(__file__).parents[1] / "cases" / "clean"
PATTERNS = load_patterns()


def names(folder: str) -> list[str]:
    found = sorted(path.stem for path in (CASES / folder).glob("*.txt"))
    assert found
    return found


def read(text: str, name: str = "page.txt", language: str = "en") -> Article:
    return reader_for(Path(name)).read(text.encode(), name, language)


def write(article: Article) -> str:
    return reader_for(Path(article.name)).write(article, article.blocks).decode()


def signs(text: str) -> list[str]:
    return sorted("".join(text.split()))


def page(name: str) -> tuple[str, dict[str, Any]]:
    expected: dict[str, Any] = yaml.safe_load((CASES / "pages" / f"{name}.yml").read_text("utf-8"))
    return (CASES / "pages" / f"{name}.txt").read_text("utf-8"), expected


@pytest.mark.parametrize("name", names("articles"))
def test_an_article_stays_whole(name: str) -> None:
    article = read((CASES / "articles" / f"{name}.txt").read_text("utf-8"))
    cleaned = clean(article, PATTERNS)
    assert cleaned.removed == ()
    assert [block.text for block in cleaned.blocks] == [block.text for block in article.blocks]
    assert write(cleaned) == write(article)


@pytest.mark.parametrize("name", ["page.md", "page.html", "page.jsonl"])
def test_other_formats_are_left_alone(name: str) -> None:
    clutter = "Advertisement\n\nSkip to content\n"
    article = read(json.dumps({"text": clutter}) if name.endswith("jsonl") else clutter, name)
    assert clean(article, PATTERNS) is article


@pytest.mark.parametrize("name", names("pages"))
def test_a_page_comes_out_as_its_article(name: str) -> None:
    text, expected = page(name)
    cleaned = clean(read(text, language=expected.get("language", "en")), PATTERNS)
    assert [[block.kind, block.text] for block in cleaned.blocks] == expected["blocks"]
    assert [[each.place.line, each.reason] for each in cleaned.removed] == expected["removed"]
    assert write(cleaned) == expected.get("written", write(cleaned))


@pytest.mark.parametrize("name", names("pages"))
def test_what_is_cleaned_is_clean(name: str) -> None:
    text, _ = page(name)
    once = write(clean(read(text), PATTERNS))
    assert write(clean(read(once), PATTERNS)) == once


@pytest.mark.parametrize("name", names("pages"))
def test_every_line_is_kept_or_reported(name: str) -> None:
    text, _ = page(name)
    cleaned = clean(read(text), PATTERNS)
    found = "".join([write(cleaned), *(each.text for each in cleaned.removed)])
    assert signs(found) == signs(text.replace("•", ""))


def test_line_ends_and_byte_order_mark_stay() -> None:
    text = ("\ufeffSkip to content\r\nMenu\r\n\r\n"
            "  Kim spoke to reporters today.\r\n\r\nAdvertisement")
    cleaned = clean(read(text), PATTERNS)
    assert write(cleaned) == "\ufeff  Kim spoke to reporters today.\r\n"


def test_a_page_of_clutter_becomes_empty() -> None:
    cleaned = clean(read("Advertisement\n\nSkip to content\n"), PATTERNS)
    assert cleaned.blocks == () and write(cleaned) == ""


def test_what_was_removed_has_its_place() -> None:
    cleaned = clean(read("Kim spoke.\n\nAdvertisement\n\nHe left.\n"), PATTERNS)
    [removed] = cleaned.removed
    assert (str(removed.place), removed.text) == ("page.txt:3:1", "Advertisement")
    assert write(cleaned) == "Kim spoke.\n\nHe left.\n"


def test_a_rule_between_paragraphs_stays() -> None:
    cleaned = clean(read("Kim spoke.\n\n-----\n\nAdvertisement\n\nHe left.\n"), PATTERNS)
    assert write(cleaned) == "Kim spoke.\n\n-----\n\nHe left.\n"
