"""What `translate glossary find` does once its options are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

import click

from translate.glossary.match import Matcher
from translate.glossary.plan import Plan, survey
from translate.readers.choose import reader_for
from translate.readers.intake import load
from translate.records import Article, Block, Place, Span
from translate.text.segment import split

_STDIN = "-"
_SHOWN = 4
"""How many of the entries are shown that a surname may mean."""
_FAR = 40
"""How many code points of markup or escapes at most stand before a letter of a block's text."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A segment of a file, with the way back to its place there."""

    text: str
    start: int
    """In its block's text."""
    block: Block
    line: int
    """Of the file: where its block begins, from 1."""
    column: int

    def place(self, path: str, index: int) -> Place:
        """Where the code point `index` of the segment stands in the file."""
        before = self.block.raw[:_index_in(self.block.raw, self.block.text, self.start + index)]
        broken = before.rpartition("\n")
        column = len(broken[2]) + (1 if broken[1] else self.column)
        return Place(path, self.line + before.count("\n"), column)


def find_all(name: str, matcher: Matcher, styles: Mapping[str, str],
             rejected: bool) -> list[dict[str, Any]]:
    """Everything that the file `name` (- for standard input) mentions, in the order of its text.

    `styles` holds the house style by target language. Each row has `kind` (mention, open or
    rejected), `path`, `line`, `column`, `text`, `entries`, `reason`; a mention also `wanted`,
    `admitted` and `avoided`, by language; what is rejected also the `rule`.

    Raises:
        InputError: The file cannot be read.
    """
    path = "<stdin>" if name == _STDIN else PurePath(name).as_posix()
    sentences = list(_sentences(_article(name, matcher.language), matcher.language))
    texts = [sentence.text for sentence in sentences]
    plans = {target: survey(texts, matcher, target, style) for target, style in styles.items()}
    rows: list[dict[str, Any]] = []
    for index, sentence in enumerate(sentences):
        found = list(_planned(index, plans))
        if rejected:
            taken = [span for span, _ in found]
            found += _rejected(sentence.text, matcher, taken)
        for span, row in sorted(found, key=lambda pair: (pair[0], pair[1]["kind"])):
            place = sentence.place(path, span.start)
            where = {"path": path, "line": place.line, "column": place.column}
            rows.append({**where, "text": span.of(sentence.text), **row})
    return rows


def show(row: Mapping[str, Any]) -> str:
    """A row as one line."""
    where = click.style(f"{row['path']}:{row['line']}:{row['column']}:", dim=True)
    text = click.style(" ".join(row["text"].split()), bold=True)
    some, more = row["entries"][:_SHOWN], len(row["entries"]) - _SHOWN
    entries = ", ".join(some) + (f" and {more} more" if more > 0 else "")
    if row["kind"] == "mention":
        wanted = "; ".join(f"{language} {form}" for language, form in row["wanted"].items())
        return f"{where} {text} is {entries}: {wanted} ({row['reason']})"
    if row["kind"] == "open":
        return f"{where} {text} is open: {entries} ({row['reason']})"
    return f"{where} {text} is not {entries}: {row['reason']}"


def _planned(index: int, plans: Mapping[str, Plan]) -> Iterator[tuple[Span, dict[str, Any]]]:
    """The mentions of a segment, those of all languages together, and what stays open."""
    rows: dict[tuple[str, Span, str], dict[str, Any]] = {}
    for language, plan in plans.items():
        for one in plan.mentions[index]:
            row = rows.setdefault(("mention", one.span, one.entry.id), {
                "kind": "mention", "entries": [one.entry.id], "form": one.form,
                "reason": one.reason, "wanted": {}, "admitted": {}, "avoided": {}})
            row["wanted"][language] = one.wanted
            row["admitted"][language] = list(one.admitted)
            row["avoided"][language] = list(one.avoided)
        for left in plan.unresolved[index]:
            entries = [entry.id for entry in left.entries]
            rows.setdefault(("open", left.span, ""), {
                "kind": "open", "entries": entries, "reason": left.reason})
    for (_, span, _), row in rows.items():
        yield span, row


def _rejected(text: str, matcher: Matcher,
              taken: Sequence[Span]) -> Iterator[tuple[Span, dict[str, Any]]]:
    """What looks like a term in `text` and is none; what only lies inside a mention is left out."""
    for one in matcher.explain(text):
        if not any(span.start <= one.span.start and one.span.end <= span.end for span in taken):
            yield one.span, {"kind": "rejected", "entries": [one.entry.id], "rule": one.rule,
                             "term": one.term.text, "reason": one.reason}


def _article(name: str, language: str) -> Article:
    if name == _STDIN:
        return reader_for(PurePath("stdin.txt")).read(sys.stdin.buffer.read(), "<stdin>", language)
    path = Path(name)
    data = load(path)
    return reader_for(path).read(data, name, language)


def _sentences(article: Article, language: str) -> Iterator[Sentence]:
    """The segments of an article in order."""
    line = column = 1
    for part in article.parts:
        raw = part.raw if isinstance(part, Block) else part
        if isinstance(part, Block):
            for span in split(part.text, language):
                yield Sentence(span.of(part.text), span.start, part, line, column)
        line += raw.count("\n")
        column = len(raw) - raw.rfind("\n") if "\n" in raw else column + len(raw)


def _index_in(raw: str, text: str, index: int) -> int:
    """Where in `raw`, the source of a block, the code point `index` of its `text` stands."""
    if raw.startswith(text[:index + 1]):
        return index
    at = -1
    for char in text[:index + 1]:
        found = raw.find(char, at + 1, at + 1 + _FAR)
        at = found if found >= 0 else at
    return max(at, 0)
