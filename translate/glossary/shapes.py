"""What the value of a key is, and in which order keys stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from translate.glossary.keys import GLOSSARY_KEYS, RENDERING_KEYS

_SHAPES = {
    ("root", "entries"): "entries", ("root", "titles"): "entries", ("entries", ""): "entry",
    ("entry", "id"): "text", ("entry", "kind"): "text", ("entry", "note"): "text",
    ("entry", "keep"): "flag", ("entry", "reading"): "texts", ("entry", "profiles"): "profiles",
    ("entry", "tests"): "tests", ("tests", ""): "test", ("test", ""): "sentence",
    ("profiles", ""): "profile", ("profile", ""): "rendering", ("entry", ""): "rendering",
}
"""By what the key stands in and its name; "" stands for any other key, and for the items of a list."""
_LANGUAGES = ("en", "ko", "ja")
_REST = 500
"""The rank of what has none: languages beside the first three, between them and `keep`."""


def shape_of(inside: str, key: str = "") -> str:
    """The shape of the value of `key` in a value of the shape `inside`; that of an item without one."""
    return _SHAPES.get((inside, key)) or _SHAPES.get((inside, ""), "text")


def ranks(source: str) -> Mapping[str, Mapping[str, int]]:
    """By shape, the ranks of keys; keys of another shape stay as they are."""
    entry = _ranked([*dict.fromkeys(["<<", "id", "kind", source, *_LANGUAGES])])
    last = {key: rank + 2 * _REST for key, rank in _ranked(("keep", "reading", "profiles", "note",
                                                           "tests")).items()}
    return {"root": _ranked(GLOSSARY_KEYS), "rendering": _ranked(("<<", *RENDERING_KEYS)),
            "entry": {**entry, **last}, "profile": entry, "test": entry}


def rank_of(ranked: Mapping[str, int], key: str) -> tuple[int, str]:
    """What to sort `key` by."""
    return ranked.get(key, _REST), key


def _ranked(keys: Sequence[str]) -> dict[str, int]:
    return {key: rank for rank, key in enumerate(keys)}
