"""Glossary files as different people write them: a strategy for property tests."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from translate.glossary.write import quoted, scalar

WORDS = st.sampled_from([
    "North Korea", "KCNA", "the North", "U.S.", "F-35A", "Workers' Party", "김정은", "김 위원장", "조선중앙통신", "북한",
    "金正恩", "朝鮮中央通信", "3월", "no", "007", "12:00", "a: b", "x # y", "[x]", "{y}", "'quoted'", 'a "b" c',
    "- dash", "\\", "*star", "&and", "「鉤」", "北朝鮮・韓国", "%", "@", "=", "~", "true", "1.5", "2024-10-31", "🚀",
])
COMMENTS = st.sampled_from(["# why", "#bare", "# 설명: a, b", "# [x] {y} 'z \"", "##", "# - id: commented-out"])
RENDERING = st.one_of(WORDS, st.lists(WORDS, min_size=1, max_size=3, unique=True), st.fixed_dictionaries(
    {"use": WORDS}, optional={
        "also": st.lists(WORDS, max_size=3, unique=True), "short": WORDS, "first": WORDS, "reading": WORDS,
        "avoid": st.lists(WORDS, min_size=1, max_size=3, unique=True),
        "case": st.sampled_from(["exact", "ignore"]), "not_before": st.lists(WORDS, min_size=1, max_size=2)}))
ENTRY = st.fixed_dictionaries({"en": RENDERING, "ko": RENDERING}, optional={
    "ja": RENDERING, "kind": st.sampled_from(["person", "place"]), "keep": st.just(True),
    "note": WORDS, "reading": st.one_of(WORDS, st.dictionaries(WORDS, WORDS, min_size=1, max_size=2)),
    "profiles": st.fixed_dictionaries({"kcna": st.fixed_dictionaries({"ko": RENDERING})}),
    "tests": st.lists(st.fixed_dictionaries({"en": WORDS, "ko": WORDS}), min_size=1, max_size=2)})


@st.composite
def glossaries(draw: st.DrawFn) -> dict[str, Any]:
    """What a glossary says."""
    entries = draw(st.lists(ENTRY, min_size=1, max_size=4))
    titles = draw(st.lists(st.fixed_dictionaries({"en": WORDS, "ko": WORDS}), max_size=2))
    data = {"glossary": draw(WORDS),
            "entries": [{"id": f"entry-{number}", **entry} for number, entry in enumerate(entries)]}
    if titles:
        data["titles"] = [{"id": f"title-{number}", **title} for number, title in enumerate(titles)]
    return data


@st.composite
def files(draw: st.DrawFn) -> tuple[dict[str, Any], str]:
    """What a glossary says, and a file that says it."""
    data = draw(glossaries())
    lines = _Author(draw).mapping(data, 0)
    header, footer = draw(st.lists(COMMENTS, max_size=2)), draw(st.lists(COMMENTS, max_size=2))
    newline = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    end = draw(st.sampled_from([newline, ""]))
    return data, newline.join([*header, *lines, *footer]) + end


class _Author:
    """Writes each value in a style drawn anew."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._step = draw(st.sampled_from([2, 4]))

    def _often(self) -> bool:
        return self._draw(st.integers(0, 3)) == 0

    def mapping(self, value: dict[str, Any], indent: int) -> list[str]:
        """A mapping in block style, its keys in any order."""
        lines: list[str] = []
        for key in self._draw(st.permutations(list(value))) if indent else value:
            lines += self._around(indent)
            lines += self._pair(key, value[key], indent)
        return lines

    def _pair(self, key: str, value: Any, indent: int) -> list[str]:
        head = " " * indent + scalar(key) + ":"
        if not value or isinstance(value, (str, bool)) or (indent and not self._often()):
            return [f"{head} {self._flow(value)}{self._comment()}"]
        inner = indent + self._step
        if isinstance(value, dict):
            return [head + self._comment(), *self.mapping(value, inner)]
        dash = self._draw(st.sampled_from([indent, inner]))
        return [head + self._comment(), *(line for item in value for line in self._item(item, dash))]

    def _item(self, item: Any, indent: int) -> list[str]:
        around = self._around(indent)
        if isinstance(item, dict) and not (indent > 4 and self._often()):
            lines = self.mapping(item, indent + 2)
            while lines[0].lstrip().startswith("#") or not lines[0].strip():
                around.append(lines.pop(0))
            return [*around, " " * indent + "- " + lines[0][indent + 2:], *lines[1:]]
        return [*around, " " * indent + "- " + self._flow(item) + self._comment()]

    def _flow(self, value: Any) -> str:
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, str):
            quotes = self._draw(st.sampled_from(["plain", "plain", "single", "double"]))
            if quotes == "single":
                return "'" + value.replace("'", "''") + "'"
            return scalar(value) if quotes == "plain" else quoted(value)
        if isinstance(value, dict):
            return "{" + ", ".join(f"{scalar(key)}: {self._flow(one)}" for key, one in value.items()) + "}"
        return "[" + ", ".join(self._flow(one) for one in value) + "]"

    def _comment(self) -> str:
        return f"  {self._draw(COMMENTS)}" if self._often() and self._often() else ""

    def _around(self, indent: int) -> list[str]:
        """What may stand on lines of its own before a key or an item."""
        if not self._often():
            return []
        return [self._draw(st.sampled_from(["", " " * indent + self._draw(COMMENTS)]))]
