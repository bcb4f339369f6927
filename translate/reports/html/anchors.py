"""What links of the page call an article: `#article`, and `#article-12` for its twelfth segment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

_NUMBERED = re.compile(r"(.+)-\d+")
_TAKEN = frozenset({"summary", "articles", "glossary", "main"})
"""Links to the views of the page."""


def anchors(names: Iterable[str]) -> list[str]:
    """One anchor for each of `names`, short and readable; none can be read as a segment of another."""
    taken: set[str] = set(_TAKEN)
    stems: set[str] = set()
    chosen = []
    for name in names:
        plain = _slug(name)
        anchor, number = plain, 1
        while anchor in taken or anchor in stems or _stem(anchor) in taken:
            number += 1
            anchor = f"{plain}_{number}"
        taken.add(anchor)
        stems.add(_stem(anchor))
        chosen.append(anchor)
    return chosen


def _slug(name: str) -> str:
    path = PurePosixPath(name)
    return re.sub(r"[\W]+", "-", str(path.with_suffix("")).lower() if path.name else "").strip("-") or "article"


def _stem(anchor: str) -> str:
    """The anchor of which `anchor` looks like a segment; empty where it looks like none."""
    found = _NUMBERED.fullmatch(anchor)
    return found[1] if found else ""
