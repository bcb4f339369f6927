"""The JSON Schema of the glossary format, for editors that complete and check while one types."""

from __future__ import annotations

from pathlib import Path


def schema() -> str:
    """The schema (draft 2020-12) as it ships with the program."""
    return Path(__file__).with_name("glossary.schema.json").read_text(encoding="utf-8")
