"""The slots of whole files, with their marks; protected text stands between double brackets."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from translate.readers.choose import reader_for, suffixes
from translate.text.nesting import weave

CASES = Path(__file__).parents[1] / "cases" / "readers"
FILES = sorted(path for path in CASES.glob("*/*") if path.suffix in suffixes())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_slots(path: Path) -> None:
    language = "ja" if path.stem == "japanese" else "en"
    article = reader_for(path).read(path.read_bytes(), path.name, language)
    slots = [[block.line, block.kind, weave(block.text, block.marks, lambda text, keeper:
                                            f"⟦{text}⟧" if keeper else text)]
             for block in article.blocks]
    assert slots == yaml.safe_load(path.with_suffix(".yml").read_text("utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_file_comes_back(path: Path) -> None:
    reader = reader_for(path)
    article = reader.read(path.read_bytes(), path.name, "en")
    assert reader.write(article, article.blocks) == path.read_bytes()
