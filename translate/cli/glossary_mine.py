"""`translate glossary mine`: entries to propose."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from translate.glossary.mine import Proposal, Sentence
    from translate.glossary.mine_renderings import Found
    from translate.records import Entry

_QUOTED = 160
"""Characters of an example; the name is among them."""


def _references(ctx: click.Context, param: click.Parameter,
                values: Sequence[str]) -> dict[str, list[Path]]:
    """Folders and tables of translations by language, of `ko=DIR`."""
    found: dict[str, list[Path]] = {}
    for value in values:
        language, _, path = value.partition("=")
        if not language or not path:
            raise click.BadParameter(f"{value!r}: write for example ko=corpus/references/ko")
        if not Path(path).exists():
            raise click.BadParameter(f"{path}: no such file or folder")
        found.setdefault(language, []).append(Path(path))
    return found


@click.command()
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="CORPUS...")
@click.option("--glossary", "-g", "glossaries", multiple=True, type=click.Path(path_type=Path),
              metavar="FILE|DIR", help="What is known already  [default: the folder glossaries here, if any]")
@click.option("--references", multiple=True, callback=_references, metavar="LANG=DIR|FILE",
              help="Translations of the articles under the same names, or a .tsv or .jsonl of pairs.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG",
              help="Language of the articles.")
@click.option("--min", "least", type=click.IntRange(1), default=2, show_default=True,
              help="How often a name must stand.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def mine(corpus: tuple[Path, ...], glossaries: tuple[Path, ...], references: dict[str, list[Path]],
         source: str, least: int, as_json: bool) -> None:
    """Propose entries for names that recur in articles.

    \b
    translate glossary mine articles --references ko=references/ko > glossaries/new.yml
    translate glossary mine pairs.jsonl --min 5

    Prints a glossary of what stands in none yet, with counts and an example above each entry; where
    translations are given, with the renderings found, those first that are not always the same.
    """
    from translate.cli.desks import choose_glossary
    from translate.cli.mining import read_corpus
    from translate.glossary.mine import propose
    from translate.glossary.mine_renderings import find_renderings
    from translate.glossary.model import Glossary
    known, _ = choose_glossary(glossaries, False)
    read = read_corpus(corpus, source, references, lambda line: click.echo(f"translate: {line}", err=True))
    proposals = propose(read.sentences, known or Glossary(), source, least)
    found = {language: find_renderings(proposals, targets, language, source)
             for language, targets in read.targets.items()}
    rows = sorted((_row(proposal, read.sentences, found, source) for proposal in proposals),
                  key=lambda row: (not row["unstable"], -row["count"], row["entry"].id))
    for line in [_json(rows)] if as_json else _glossary(rows, source):
        click.echo(line)


def _row(proposal: Proposal, sentences: Sequence[Sentence], found: Mapping[str, Mapping[str, Any]],
         source: str) -> dict[str, Any]:
    """A proposal as data, with the renderings found put into its entry."""
    renderings = {language: by_id[proposal.entry.id] for language, by_id in found.items()}
    first = sentences[(*proposal.sentences, *proposal.later)[0]]
    return {"entry": _rendered(proposal.entry, renderings), "count": proposal.count,
            "articles": proposal.articles, "place": first.place,
            "example": _cut(first.text, proposal, source),
            "renderings": {language: full for language, (full, _) in renderings.items()},
            "unstable": any(len(full) > 1 for full, _ in renderings.values())}


def _rendered(entry: Entry, renderings: Mapping[str, tuple[Sequence[Found], Sequence[Found]]]) -> Entry:
    """`entry` with the most frequent renderings."""
    from translate.records import Rendering
    more = {language: Rendering(full[0].text, short=later[0].text if later and _is_short(later, full) else "")
            for language, (full, later) in renderings.items() if full}
    return replace(entry, renderings={**entry.renderings, **more})


def _is_short(later: Sequence[Found], full: Sequence[Found]) -> bool:
    return later[0].text != full[0].text and later[0].text in full[0].text


def _cut(text: str, proposal: Proposal, source: str) -> str:
    """The part of a sentence around the name."""
    text = " ".join(text.split())
    forms = [term.text for term in proposal.entry.renderings[source].terms(source)]
    at = next((text.find(form) for form in forms if form in text), 0)
    start = max(0, min(at - _QUOTED // 3, len(text) - _QUOTED))
    return ("…" if start else "") + text[start:start + _QUOTED] + ("…" if start + _QUOTED < len(text) else "")


def _glossary(rows: Sequence[dict[str, Any]], source: str) -> Iterator[str]:
    """A glossary file with a comment above each entry."""
    from translate.glossary.mapping import write_glossary
    if not rows:
        yield "glossary: mined\nentries: []"
        return
    lines = write_glossary([row["entry"] for row in rows], "mined", source).splitlines()
    number = 0
    for line in lines:
        if line.startswith("  - "):
            yield from (f"  # {comment}" for comment in _comments(rows[number]))
            number += 1
        yield line


def _comments(row: dict[str, Any]) -> Iterator[str]:
    counts = [f"{row['count']:,} times in {row['articles']:,} article{'s' if row['articles'] > 1 else ''}"]
    for language, found in row["renderings"].items():
        if found:
            counts.append(f"{language}: " + ", ".join(f"{one.text} {one.count:,}" for one in found))
    yield "; ".join(counts) + (" (not always the same)" if row["unstable"] else "")
    yield f"{row['place'].path}:{row['place'].line}: {row['example']}"


def _json(rows: Sequence[dict[str, Any]]) -> str:
    from translate.glossary.mapping import mapping_of
    whole = [{**row, "entry": mapping_of(row["entry"]), "place": str(row["place"]),
              "renderings": {language: [{"text": one.text, "count": one.count} for one in found]
                             for language, found in row["renderings"].items()}} for row in rows]
    return json.dumps(whole, ensure_ascii=False, indent=1)
