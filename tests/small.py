"""The small real packages that lie beside the tests, and the sentences that they know."""

from __future__ import annotations

import csv
import json
from functools import lru_cache
from pathlib import Path

from translate.engine.interface import Engine
from translate.engine.packages import STARTER, find_packages, route
from translate.engine.route import open_engine

MODELS = Path(__file__).parent / "models"
STARTER_VERSION = str(json.loads((STARTER / "en_ko" / "metadata.json").read_text())["package_version"])


@lru_cache(maxsize=4)
def engine_to(target: str) -> Engine:
    """The engine of the small package from English, opened once for all tests."""
    return open_engine(route(find_packages(MODELS), "en", target))


def rows(path: Path) -> list[dict[str, str]]:
    """The lines of a tab-separated table with a heading."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@lru_cache(maxsize=1)
def sentences() -> tuple[dict[str, str], ...]:
    """Sentences that the small packages translate right: en, ko, ja."""
    return tuple(rows(MODELS / "sentences.tsv"))
