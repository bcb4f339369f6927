"""What `translate fix` does once its options are read."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from translate.cli.exits import Exit
from translate.cli.pairs import Pairs, Row
from translate.engine.interface import Engine
from translate.files import write_atomically
from translate.glossary.match import Matcher
from translate.glossary.plan import plan
from translate.records import Mention, Rendered, Span, Step, Translation
from translate.terms.candidates import Task
from translate.terms.mend import mend, mend_with
from translate.text.segment import split

_STANDARD_INPUT = "<stdin>"
_OUTCOMES = {"wanted": "as wanted", "admitted": "admitted", "normalised": "normalised", "swapped": "swapped",
             "unresolved": "not rendered"}


@dataclass(frozen=True, slots=True)
class Terminology:
    """What terms are found with."""

    matcher: Matcher
    """Of the source language."""
    target: str
    """Language code."""
    profile: str
    engine: Engine | None = None
    """Helps to find them; None where the texts alone have to tell."""


def repair(files: Sequence[Pairs], terms: Terminology, *, write: bool, as_json: bool) -> Exit:
    """Mend `files`, show or write what changes, and say with which code to exit.

    Raises:
        EngineError: The decoder itself failed.
        OutputError: A file cannot be written; those before it are.
    """
    counts: Counter[str] = Counter()
    rows: list[dict[str, Any]] = []
    for file in files:
        done = _mended(file.rows, terms)
        rows += [_record(file.path, *pair) for pair in zip(file.rows, done)]
        for one in done:
            counts.update(_outcome(each) for each in one.mentions)
        if write:
            _write(file, done)
        if not as_json and not (write and file.path == _STANDARD_INPUT):
            for pair in zip(file.rows, done):
                for line in _show(file.path, *pair):
                    click.echo(line)
    changed = sum(row["before"] != row["after"] for row in rows)
    if as_json:
        told = {"rows": [row for row in rows if row["mentions"]], "changed": changed,
                "counts": {key: counts[key] for key in _OUTCOMES}}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
    else:
        click.echo(_summary(counts, changed, len(rows), write), err=True)
    if counts["unresolved"]:
        return Exit.UNRESOLVED
    return Exit.FINDINGS if changed and not write else Exit.CLEAN


def _mended(rows: Sequence[Row], terms: Terminology) -> list[Translation]:
    """The translation of each row."""
    tasks = [Task(row.source, mentions, terms.target) for row, mentions in zip(rows, _planned(rows, terms))]
    items = [(task, row.target) for task, row in zip(tasks, rows)]
    if terms.engine is not None:
        return mend_with(terms.engine, items)
    return [mend(task, text) for task, text in items]


def _planned(rows: Sequence[Row], terms: Terminology) -> list[tuple[Mention, ...]]:
    """The mentions of each row, surnames resolved within its article."""
    articles: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        articles[row.article, -1 if row.article else index].append(index)
    found: list[tuple[Mention, ...]] = [()] * len(rows)
    for indexes in articles.values():
        sentences = [(index, span) for index in indexes
                     for span in split(rows[index].source, terms.matcher.language)]
        texts = [span.of(rows[index].source) for index, span in sentences]
        mentions = plan(texts, terms.matcher, terms.target, terms.profile)
        for (index, span), own in zip(sentences, mentions):
            found[index] += tuple(_moved(one, span.start) for one in own)
    return found


def _moved(mention: Mention, offset: int) -> Mention:
    """A mention of a sentence as one of the text in which the sentence begins at `offset`."""
    return replace(mention, span=Span(mention.span.start + offset, mention.span.end + offset))


def _write(file: Pairs, done: Sequence[Translation]) -> None:
    data = file.write(done)
    if file.path == _STANDARD_INPUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_atomically(Path(file.path), data)


def _outcome(one: Rendered) -> str:
    """What became of a mention, in the words of the summary."""
    if one.rung != "natural":
        return "unresolved" if one.rung == "unresolved" else "swapped"
    if one.after != one.mention.wanted:
        return "admitted"
    return "normalised" if one.before and one.before != one.after else "wanted"


def _record(path: str, row: Row, done: Translation) -> dict[str, Any]:
    mentions = [{"term": one.mention.span.of(row.source), "entry": one.mention.entry.id,
                 "wanted": one.mention.wanted, "outcome": _outcome(one),
                 "before": one.before or one.after, "after": one.after} for one in done.mentions]
    return {"path": path, "line": row.line, "source": row.source, "before": row.target, "after": done.text,
            "mentions": mentions}


def _show(path: str, row: Row, done: Translation) -> Iterator[str]:
    """A row's change with the changed stretches marked, then what could not be repaired."""
    where = click.style(f"{path}:{row.line}:", dim=True)
    if done.text != row.target:
        yield f"{where} {marked(row.target, done.steps)}"
    for one in done.mentions:
        if one.rung == "unresolved":
            term = click.style(" ".join(one.mention.span.of(row.source).split()), bold=True)
            yield f"{where} {term} [{one.mention.entry.id}] not rendered as {one.mention.wanted}"


def marked(text: str, steps: Sequence[Step]) -> str:
    """`text` with what the steps take out and put in, marked as `git diff --word-diff` marks it.

    >>> steps = [Step("swapped", Span(0, 2), "도쿄", "서울"), Step("particle", Span(2, 3), "는", "은")]
    >>> click.unstyle(marked("도쿄는 멀다", steps))
    '[-도쿄는-]{+서울은+} 멀다'
    """
    letters: list[tuple[str, int]] = [(char, index) for index, char in enumerate(text)]
    for step in steps:
        letters[step.span.start:step.span.end] = [(char, -1) for char in step.after]
    pieces: list[str] = []
    added, done = "", 0
    for char, index in [*letters, ("", len(text))]:
        if index < 0:
            added += char
            continue
        gone = text[done:index]
        pieces += [click.style(f"[-{gone}-]", fg="red") if gone else "",
                   click.style(f"{{+{added}+}}", fg="green") if added else "", char]
        added, done = "", index + 1
    return "".join(pieces)


def _summary(counts: Counter[str], changed: int, rows: int, write: bool) -> str:
    told = ", ".join(f"{counts[key]:,} {words}" for key, words in _OUTCOMES.items() if counts[key])
    end = "written" if write else "not written (--write writes them)"
    return (f"{counts.total():,} mentions{': ' if told else ''}{told}; {changed:,} of {rows:,} rows changed"
            f"{', ' + end if changed else ''}")
