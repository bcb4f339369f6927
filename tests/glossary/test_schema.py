"""The JSON Schema and the loader accept the same glossaries."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.errors import GlossaryError
from translate.glossary.keys import ENTRY_KEYS, KINDS, RENDERING_KEYS
from translate.glossary.load import parse
from translate.glossary.schema import schema

CASES = Path(__file__).parents[1] / "cases" / "glossary"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema()))
NOT_STRUCTURAL = {"id-twice", "title-twice", "key-twice", "rendering-key-twice",
                  "norwegian-key", "reading-of-number", "braces-as-key",
                  "alias-bomb", "alias-to-itself", "deep"}
"""Faults that no schema can state: something stands twice, a key is no string, the file is a bomb."""


def loads(content: str) -> bool:
    """Whether the loader accepts `content`, ids that stand twice aside."""
    try:
        parse(content, "g.yml")
    except GlossaryError as error:
        return all("this id is taken" in problem for problem in error.problems)
    return True


def composed(path: Path) -> Any:
    """What YAML makes of a file; None where it makes nothing of it."""
    try:
        return yaml.safe_load(path.read_text("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError):
        return None


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(schema()))


@pytest.mark.parametrize("path", sorted((CASES / "valid").iterdir()), ids=lambda path: path.stem)
def test_valid_files_are_valid(path: Path) -> None:
    VALIDATOR.validate(composed(path))


@pytest.mark.parametrize("path", sorted((CASES / "broken").iterdir()), ids=lambda path: path.stem)
def test_broken_files_are_invalid(path: Path) -> None:
    if path.stem not in NOT_STRUCTURAL:
        assert not VALIDATOR.is_valid(composed(path))


GOOD = st.sampled_from(["KCNA", "조선중앙통신", "a b", "NO", "007", "12:00", "~", "# no comment", "smart",
                        "ko", "朝鮮", "x-1", "3월", "'", '"', "{", "person"])
BAD = st.sampled_from(["", "  ", "two\nlines", "x\n", "tab\there", "a\u0000b"])
TEXT = st.integers(0, 40).flatmap(lambda dice: GOOD if dice else BAD)
SCALAR = st.one_of(TEXT, BAD, st.none(), st.booleans(), st.integers(0, 9), st.floats(0, 1))
CODES = st.sampled_from(["en", "ko", "ja", "pt-BR", "zt", "ind"])
STRAY = st.sampled_from(["jp", "korean", "forbidden", "xx", "id", "use", "entries", "", "ko\n"])
TERMS = st.one_of(TEXT, st.lists(TEXT, max_size=2), st.lists(TEXT, min_size=1, max_size=3))


@st.composite
def mapping(draw: st.DrawFn, known: dict[str, st.SearchStrategy[Any]], odd: st.SearchStrategy[Any],
            least: tuple[str, ...] = ()) -> dict[str, Any]:
    """A mapping of known keys, mostly with `least`; now and then a value or key is something else."""
    keys = draw(st.lists(st.sampled_from(sorted(known)), max_size=4, unique=True))
    found = {key: draw(known[key]) for key in (*least, *keys)}
    odds = draw(st.integers(0, 25))
    if odds == 0:
        found[draw(st.one_of(st.sampled_from(sorted(known)), STRAY))] = draw(odd)
    return {key: value for key, value in found.items() if odds != 1 or key not in least}


ODD = st.recursive(SCALAR, lambda inner: st.one_of(
    st.lists(inner, max_size=2), st.dictionaries(st.one_of(CODES, STRAY), inner, max_size=2)), max_leaves=4)
FORMS = mapping({**{key: TEXT for key in ("use", "short", "first", "reading")},
                 **{key: TERMS for key in ("also", "avoid", "not_before", "not_after", "only_with")},
                 "case": st.sampled_from(["smart", "exact", "ignore", "smart", "other"])},
                ODD, ("use",))
RENDERING = st.one_of(TERMS, FORMS)
LANGUAGES = {code: RENDERING for code in ("en", "ko", "ja", "pt-BR", "zt", "ind")}
ENTRY = mapping({
    **LANGUAGES, "id": st.sampled_from(["kcna", "한글", "a.b", "x_1", "007", "two words", "a:b"]),
    "kind": st.sampled_from([*KINDS, "organisation"]), "keep": st.booleans(),
    "reading": st.one_of(TEXT, mapping({"KCNA": TEXT, "G7": TEXT}, ODD)),
    "profiles": mapping({name: mapping({"ko": RENDERING, "ja": RENDERING}, ODD) for name in ("kcna", "x")},
                        ODD),
    "note": TEXT,
    "tests": st.lists(mapping({"en": TEXT, "ko": TEXT, "ja": TEXT}, ODD, ("en", "ko")), max_size=2),
}, ODD, ("id", "ko"))
DOCUMENT = mapping({"glossary": TEXT, "source": CODES, "entries": st.lists(ENTRY, max_size=2),
                    "titles": st.lists(ENTRY, max_size=2)}, ODD,
                   ("glossary", "entries"))


def test_every_key_is_generated() -> None:
    properties = json.loads(schema())["$defs"]
    assert tuple(properties["entry"]["properties"]) == ENTRY_KEYS
    assert tuple(properties["forms"]["properties"]) == RENDERING_KEYS


@settings(max_examples=200, deadline=None)
@given(DOCUMENT)
def test_schema_and_loader_agree_on_documents(data: Any) -> None:
    assert VALIDATOR.is_valid(data) == loads(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@settings(max_examples=200, deadline=None)
@given(RENDERING)
def test_schema_and_loader_agree_on_terms(term: Any) -> None:
    data = {"glossary": "g", "entries": [{"id": "a", "ko": term}]}
    assert VALIDATOR.is_valid(data) == loads(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))


@settings(max_examples=200, deadline=None)
@given(ENTRY)
def test_schema_and_loader_agree_on_entries(entry: Any) -> None:
    data = {"glossary": "g", "entries": [entry]}
    assert VALIDATOR.is_valid(data) == loads(yaml.safe_dump(data, allow_unicode=True, sort_keys=False))
