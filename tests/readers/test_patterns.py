"""Clutter patterns: ours, and a user's over them."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import ConfigError
from translate.readers.patterns import load_patterns


def extra(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "own.yml"
    path.write_text(text, encoding="utf-8")
    return path


def matching(line: str, *paths: Path) -> list[str]:
    return [pattern.name for pattern in load_patterns(*paths) if pattern.matches(line)]


@pytest.mark.parametrize("line", [
    "", "Advertisement spending falls", "Follow us on the journey", "Home of the brave",
    "(c) the third rule",
    "The app is free to download.", "News of the World", "Share prices fall", "Editions of 1920",
    "10 January",
    "Advertisement " * 30,
])
def test_honest_lines(line: str) -> None:
    assert matching(line) == []


@pytest.mark.parametrize(("line", "name"), [
    ("ADVERTISEMENT", "advertisement"), ("Story  continues below this ad", "advertisement"),
    ("Stay updated with the latest - Click here to follow us on Instagram", "follow"),
    ("Follow @kim on X", "follow"), ("Sign up for our daily newsletter", "newsletter"),
    ("Install the Daily App for", "app"), ("We use cookies.", "cookies"),
    ("© 2025 The Wire", "copyright"),
    ("All rights reserved.", "copyright"), ("Most read", "more stories"),
    ("Copy link", "page controls"),
    ("Tags: a, b", "tags"), ("Premium", "sections"), ("Privacy Policy", "account"),
    ("X  146   534  9281", "sharing"), ("1.2K shares", "sharing"), ("3 min read", "reading aids"),
])
def test_clutter(line: str, name: str) -> None:
    assert matching(line) == [name]


def test_a_user_adds_replaces_and_switches_off(tmp_path: Path) -> None:
    path = extra(tmp_path, "ours: {sign: true, lines: ['Ours. Only!']}\n"
                           "tags: {match: ['labels?:.*']}\ncookies: false\n")
    assert matching("OURS. only!", path) == ["ours"]
    assert matching("Labels: a", path) == ["tags"] and matching("Tags: a", path) == []
    assert matching("We use cookies.", path) == []
    assert matching("Advertisement", path) == ["advertisement"]


def test_an_empty_file_adds_nothing(tmp_path: Path) -> None:
    assert load_patterns(extra(tmp_path, "")) == load_patterns()


@pytest.mark.parametrize(("text", "message"), [
    ("[", "no valid YAML"), ("- a", "not a mapping"), ("a: 1", "a: write a mapping with"),
    ("a: {line: [x]}", "a: write a mapping with"),
    ("a: {sign: true}", "neither `lines` nor `match`"),
    ("a: {lines: x}", "lines must be a list of texts"),
    ("a: {lines: [1]}", "lines must be a list of texts"),
    ("a: {match: ['(']}", "no valid regular expression"),
])
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_patterns(extra(tmp_path, text))
    assert message in str(caught.value) and "own.yml" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        load_patterns(tmp_path / "none.yml")
