"""`translate glossary diff`: what an edit changes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.options import Codes

if TYPE_CHECKING:
    from translate.glossary.diff import Change, Difference
    from translate.glossary.model import Glossary

_SIGNS = {"added": "+", "removed": "-", "changed": "~"}


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--corpus", type=click.Path(path_type=Path), multiple=True, metavar="FILE|DIR",
              help="Articles in which to look for sentences that would change.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG",
              help="Language of the articles.")
@click.option("--to", "targets", type=Codes(), default=(), help="Target languages (default: all).")
@click.option("--profile", default="", metavar="NAME", help="House style.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def diff(old: str, new: str, corpus: tuple[Path, ...], source: str, targets: tuple[str, ...], profile: str,
         as_json: bool) -> None:
    """Show what changed from OLD to NEW, and what that does to articles.

    \b
    translate glossary diff git:HEAD glossaries
    translate glossary diff git:main~3:glossaries/dprk.yml glossaries/dprk.yml --corpus articles --to ko

    OLD and NEW are files, folders, or git:REVISION[:PATH]. Of the articles, those sentences are shown in
    which another rendering is wanted, admitted or avoided than before; no other is translated anew.
    """
    from translate.cli.revisions import load_named
    from translate.glossary.diff import compare
    before, after = load_named(old), load_named(new)
    found = compare(before, after)
    effects, counts = _effects(before, after, corpus, source, targets, profile)
    if as_json:
        seen = {"sentences": effects, **counts} if corpus else {}
        whole = {"entries": [asdict(one) for one in found], **seen}
        click.echo(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    for line in _entries(found):
        click.echo(line)
    if corpus:
        for line in _sentences(effects, counts):
            click.echo(line)


def _effects(before: Glossary, after: Glossary, corpus: Sequence[Path], source: str, targets: Sequence[str],
             profile: str) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """The sentences that change, as data, and how many there are in all."""
    if not corpus:
        return [], {}
    from translate.cli.sentences import read_articles
    from translate.glossary.diff import Effects
    codes = targets or tuple(sorted({*before.languages, *after.languages} - {source}))
    effects = Effects(before, after, source, codes, profile)
    rows: list[dict[str, Any]] = []
    count, articles, touched = 0, 0, set()
    for name, sentences in read_articles(corpus, source, _skip):
        count, articles = count + len(sentences), articles + 1
        for effect in effects.of([text for _, text in sentences]):
            place, text = sentences[effect.index]
            touched.add((name, effect.index))
            rows.append({"article": name, "path": place.path, "line": place.line, "language": effect.language,
                         "text": text, "changes": [asdict(change) for change in effect.changes]})
    return rows, {"sentences_in_all": count, "articles_in_all": articles, "sentences_changed": len(touched),
                  "articles_changed": len({name for name, _ in touched})}


def _entries(found: Sequence[Difference]) -> Iterator[str]:
    counts = Counter(one.what for one in found)
    yield f"entries: {counts['added']:,} added, {counts['removed']:,} removed, {counts['changed']:,} changed"
    for one in found:
        yield f"{_SIGNS[one.what]} {one.id}" + ("" if one.decides else " (no translation changes)")
        for change in one.changes:
            yield f"    {_arrow(change, one.what)}"


def _arrow(change: Change, what: str) -> str:
    old, new = (", ".join(" ".join(value.split()) for value in values) or "-"
                for values in (change.old, change.new))
    if what == "changed":
        return f"{change.field}: {old} -> {new}"
    return f"{change.field}: {new if what == 'added' else old}"


def _sentences(rows: Sequence[dict[str, Any]], counts: dict[str, int]) -> Iterator[str]:
    yield (f"articles: {counts['sentences_changed']:,} of {counts['sentences_in_all']:,} sentences in "
           f"{counts['articles_changed']:,} of {counts['articles_in_all']:,} articles would change")
    for row in rows:
        changes = "; ".join(map(_wanted, row["changes"]))
        yield f"{row['path']}:{row['line']}: {row['language']}: {changes}"
        yield f"    {row['text']}"


def _wanted(change: dict[str, Any]) -> str:
    """What is wanted in place of a mention; where that stays, other forms are admitted or avoided."""
    old, new = ("".join(change[key]) or "-" for key in ("old", "new"))
    return f"{change['field']}: " + (f"{old} -> {new}" if old != new else f"{new}, with other forms allowed")


def _skip(line: str) -> None:
    click.echo(f"translate: {line}", err=True)
