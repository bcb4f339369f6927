"""Capitals that stand for a government: Washington rejected the plan, 미국은 그 안을 거부했다.

Translators name the country for its capital, and the capital for the country; neither loses anything.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

_COLUMNS = {"ko": 1, "ja": 2}


def governments(written: str, language: str) -> tuple[str, ...]:
    """What a translation into `language` may say for the capital `written`.

    >>> governments("Washington", "ko")
    ('미국', '미', '美')
    """
    return _table(language).get(written.removeprefix("the "), ())


@cache
def _table(language: str) -> dict[str, tuple[str, ...]]:
    """Countries by capital, and capitals by the name of their country."""
    column = _COLUMNS.get(language)
    if column is None:
        return {}
    table = files("translate.checks").joinpath("seats.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {row[0]: tuple(row[column].split(" ")) for row in rows}
