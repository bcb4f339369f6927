"""Waivers: findings that somebody has looked at and answers for, until a day and for a reason.

In a file of their own, whose first line may be left out:

    waivers:
      - rule: number-mismatch            # or a list of rules
        path: out/ko/*.xlf               # these four narrow it down; each may be left out
        article: x/kim.md
        entry: kcna
        text: 3만                        # stands in the source or the translation
        until: 2026-12-31
        reason: The desk corrected the source.

or as a comment inside the entry of a glossary that it is about:

    # translate: ignore[term-missing, term-count] until 2026-12-31: the agency writes it out
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from translate.checks.registry import WAIVER_EXPIRED, WAIVER_UNUSED, CheckRule, find
from translate.checks.run import Found
from translate.errors import ConfigError
from translate.records import Entry, Finding, Place

_COMMENT = re.compile(r"#\s*translate:\s*ignore(?P<rest>.*)")
_REST = re.compile(r"\[(?P<rules>[\w\s,-]+)\]\s+until\s+(?P<until>\d{4}-\d\d-\d\d)\s*:\s*(?P<reason>\S.*)")
_KEYS = ("rule", "path", "article", "entry", "text", "until", "reason")
_EXAMPLE = "{rule: width, until: 2026-12-31, reason: the house style allows it}"


@dataclass(frozen=True, slots=True)
class Waiver:
    """What is not reported."""

    rules: tuple[str, ...]
    until: date
    """The last day on which it holds."""
    reason: str
    place: Place
    path: str = ""
    """A pattern in which `*` stands for anything."""
    article: str = ""
    entry: str = ""
    text: str = ""

    def covers(self, found: Found, path: str) -> bool:
        """Whether it is about a finding, which stands in the file `path`."""
        finding = found.finding
        return (finding.rule in self.rules and self.entry in ("", finding.entry)
                and self.article in ("", found.article) and (not self.path or fnmatchcase(path, self.path))
                and (not self.text or self.text in finding.source or self.text in finding.target))


class Waivers:
    """All waivers of a run, on a day."""

    def __init__(self, waivers: Iterable[Waiver], today: date) -> None:
        self.expired, self.valid = list[Waiver](), list[Waiver]()
        for waiver in waivers:
            (self.expired if waiver.until < today else self.valid).append(waiver)
        self.used: set[Waiver] = set()

    def cover(self, found: Found, path: str) -> bool:
        """Whether one of them is about a finding, which stands in the file `path`."""
        waiver = next((one for one in self.valid if one.covers(found, path)), None)
        if waiver is not None:
            self.used.add(waiver)
        return waiver is not None

    def findings(self, asked: Sequence[CheckRule]) -> Iterator[Finding]:
        """What is to be said of the waivers themselves, after all was checked with the rules `asked`."""
        names = {rule.name for rule in asked}
        if WAIVER_EXPIRED.name in names:
            for waiver in self.expired:
                yield Finding(WAIVER_EXPIRED.name, WAIVER_EXPIRED.level, f"expired on {waiver.until}: "
                              f"{waiver.reason}; renew it or delete it", waiver.place, entry=waiver.entry)
        if WAIVER_UNUSED.name in names:
            for waiver in self.valid:
                if waiver not in self.used and names.issuperset(waiver.rules):
                    yield Finding(WAIVER_UNUSED.name, WAIVER_UNUSED.level, f"silences nothing: "
                                  f"{', '.join(waiver.rules)}; delete it", waiver.place, entry=waiver.entry)


def read_waivers(path: Path) -> list[Waiver]:
    """The waivers of a file.

    Raises:
        ConfigError: The file cannot be read, or a waiver lacks its rule, its last day or its reason.
    """
    import yaml
    try:
        text = path.read_text("utf-8-sig")
        root: Any = yaml.compose(text, yaml.SafeLoader)
        content: Any = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(path.as_posix(), mark.line + 1, mark.column + 1) if mark else Place(path.as_posix())
        raise ConfigError(f"{place}: no YAML ({error.problem}); mend that line") from error
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: cannot be read ({' '.join(str(error).split())})") from error
    if isinstance(content, dict) and list(content) == ["waivers"]:
        content, root = content["waivers"], root.value[0][1]
    if not isinstance(content, list):
        raise ConfigError(f"{path}: no list of waivers, or something beside it; write waivers: [{_EXAMPLE}]")
    return [_from_row(row, Place(path.as_posix(), node.start_mark.line + 1, node.start_mark.column + 1))
            for row, node in zip(content, root.value)]


def _from_row(row: Any, place: Place) -> Waiver:
    if not isinstance(row, dict):
        raise ConfigError(f"{place}: no waiver; write {_EXAMPLE}")
    for key, value in row.items():
        if key not in _KEYS:
            near = get_close_matches(str(key), _KEYS, 1)
            raise ConfigError(f"{place}: a waiver has no {str(key)[:40]!r}; "
                              + (f"did you mean {near[0]}?" if near else f"known: {', '.join(_KEYS)}"))
        if not all(isinstance(one, (str, int, float, date)) for one in
                   (value if key == "rule" and isinstance(value, list) else [value])):
            raise ConfigError(f"{place}: {key} is one text; write it as in {_EXAMPLE}")
    lacks = [key for key in ("rule", "until", "reason") if not row.get(key)]
    if lacks:
        raise ConfigError(f"{place}: a waiver needs its {lacks[0]}; write {_EXAMPLE}")
    names = row["rule"] if isinstance(row["rule"], list) else [row["rule"]]
    narrowed = {key: str(row.get(key, "")) for key in ("path", "article", "entry", "text")}
    return _waiver(list(map(str, names)), str(row["until"]), str(row["reason"]), place, **narrowed)


def _waiver(names: Sequence[str], until: str, reason: str, place: Place, **narrowed: str) -> Waiver:
    try:
        rules = tuple(find(name.strip()).name for name in names)
    except ConfigError as error:
        raise ConfigError(f"{place}: {error}") from error
    try:
        return Waiver(rules, date.fromisoformat(until), " ".join(reason.split()), place, **narrowed)
    except ValueError as error:
        raise ConfigError(f"{place}: {until[:40]!r} is no day; write it as 2026-12-31") from error


def glossary_waivers(files: Iterable[Path], entries: Iterable[Entry]) -> Iterator[Waiver]:
    """The waivers in the comments of glossary files; each is about the entry inside which it stands.

    Raises:
        ConfigError: A waiver is incomplete, or stands outside all entries.
    """
    starts: dict[str, list[tuple[int, str]]] = {}
    for entry in entries:
        starts.setdefault(entry.place.path, []).append((entry.place.line, entry.id))
    for file in files:
        for number, line in enumerate(file.read_text("utf-8-sig").split("\n"), 1):
            found = _COMMENT.search(line)
            if found:
                place = Place(file.as_posix(), number, found.start() + 1)
                own = [start for start in starts.get(place.path, ()) if start[0] <= number]
                yield _from_comment(found["rest"], place, max(own)[1] if own else "")


def _from_comment(rest: str, place: Place, entry: str) -> Waiver:
    said = _REST.fullmatch(rest.rstrip())
    if said is None:
        raise ConfigError(f"{place}: a waiver needs its rules, last day and reason: "
                          "# translate: ignore[term-missing] until 2026-12-31: the agency writes it out")
    if not entry:
        raise ConfigError(f"{place}: this waiver stands in no entry; move it into one, or "
                          "into a file for --waivers")
    return _waiver(said["rules"].split(","), said["until"], said["reason"], place, entry=entry)
