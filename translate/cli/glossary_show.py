"""`translate glossary list`, `show` and `schema`: what glossaries say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from translate.cli.glossary_files import chosen, entry_called, layers_option, paths_argument, say
from translate.cli.options import Codes

if TYPE_CHECKING:
    from translate.glossary.model import Glossary
    from translate.records import Entry, Rendering

_KINDS = ("person", "place", "organization", "weapon", "event", "title", "term")


@click.command("list")
@paths_argument
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only entries of this kind.")
@click.option("--to", "--language", "languages", type=Codes(), default=(),
              help="Languages to show; an entry that has none of them is left out.")
@click.option("--missing", type=Codes(), default=(), help="Only entries that lack one of these languages.")
@click.option("--search", default="", metavar="TEXT", help="Only entries with TEXT in their id or a form.")
@click.option("--profile", default="", metavar="NAME", help="House style to show the forms of.")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def list_(paths: tuple[Path, ...], kinds: tuple[str, ...], languages: tuple[str, ...],
          missing: tuple[str, ...], search: str, profile: str, as_json: bool) -> None:
    """List entries with their preferred forms.

    \b
    translate glossary list --kind person --language en,ko
    translate glossary list glossaries/japan.yml --missing ja
    translate glossary list --search 조선 --profile kcna --json
    """
    from translate.cli.models_view import print_table
    from translate.glossary.load import load
    glossary = load(chosen(paths))
    shown = languages or _usual(glossary)
    profiles = {code: glossary.profile_for(code, profile) for code in {*shown, *glossary.languages}}
    found = [entry for entry in glossary.entries if _is_asked(entry, kinds, languages, missing, search)]
    if as_json:
        _print_json([_record(entry) for entry in found])
        return
    if found:
        print_table(("id", "kind", *shown), (
            (entry.id, entry.kind, *(_preferred(entry, code, profiles[code]) for code in shown))
            for entry in found))
    say(f"{len(found):,} of {len(glossary.entries):,} entries")


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ENTRY...")
@layers_option
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def show(names: tuple[str, ...], paths: tuple[Path, ...], as_json: bool) -> None:
    """Show all that is said of an entry, which is named by its id or by any of its forms.

    \b
    translate glossary show kcna
    translate glossary show 조선중앙통신 --json
    """
    from translate.glossary.load import load
    glossary = load(chosen(paths))
    entries = [entry_called(glossary, name) for name in names]
    if as_json:
        _print_json([_record(entry) for entry in entries])
        return
    for number, entry in enumerate(entries):
        click.echo(("\n" if number else "") + f"{entry.id} ({entry.kind}) {entry.place}")
        _show(entry)


@click.command()
def schema() -> None:
    """Print the JSON Schema of the format, for editors that check and complete while you type.

    \b
    translate glossary schema > glossary.schema.json

    Then begin a glossary with the line: # yaml-language-server: $schema=glossary.schema.json
    """
    from translate.glossary.schema import schema as text
    click.echo(text(), nl=False)


def _is_asked(entry: Entry, kinds: Sequence[str], languages: Sequence[str], missing: Sequence[str],
              search: str) -> bool:
    """Whether the filters let `entry` through."""
    has = entry.renderings
    forms = (term.text for code, found in has.items() for term in found.terms(code))
    return (not kinds or entry.kind in kinds) and (not languages or any(code in has for code in languages)) \
        and (not missing or any(code not in has and not entry.keep for code in missing)) \
        and any(search.casefold() in text.casefold() for text in (entry.id, *forms))


def _usual(glossary: Glossary) -> tuple[str, ...]:
    """The languages of a glossary as columns: the sources, then ko and ja, then the rest."""
    sources = dict.fromkeys(entry.source for entry in glossary.entries)
    rest = [code for code in ("ko", "ja", *glossary.languages) if code in glossary.languages]
    return tuple(dict.fromkeys([*sources, *rest]))


def _preferred(entry: Entry, language: str, profile: str) -> str:
    from translate.glossary.model import rendering
    return rendering(entry, language, profile).use


def _show(entry: Entry) -> None:
    """A table of forms by language and house style, and the rest below it."""
    from translate.cli.models_view import print_table
    rows = [(code, *_cells(found)) for code, found in entry.renderings.items()]
    rows += [(f"{code} ({name})", *_cells(found)) for name, languages in entry.profiles.items()
             for code, found in languages.items()]
    heads = ("", "use", "also", "short", "first", "avoid", "rules")
    filled = [index for index in range(len(heads)) if index == 0 or any(row[index] for row in rows)]
    print_table([heads[index] for index in filled], [[row[index] for index in filled] for row in rows])
    for line in _rest(entry):
        click.echo(line)


def _cells(found: Rendering) -> tuple[str, ...]:
    """The forms of a language, and what decides its matches."""
    rules = [f"case: {found.case}"] if found.case != "smart" else []
    rules += [f"{name}: {', '.join(words)}" for name, words in (
        ("not before", found.condition.not_before), ("not after", found.condition.not_after),
        ("only with", found.condition.only_with)) if words]
    rules += [f"read {found.reading}"] if found.reading else []
    return (found.use, ", ".join(found.also), found.short, found.first, ", ".join(found.avoid),
            "; ".join(rules))


def _rest(entry: Entry) -> Iterator[str]:
    """What is not a form."""
    if entry.keep:
        yield "never translated"
    if entry.readings:
        yield "read: " + ", ".join(f"{written} {spoken}" for written, spoken in entry.readings.items())
    for test in entry.tests:
        yield f"test: {test.source} -> {test.target}"
    if entry.note:
        yield f"note: {entry.note.strip()}"


def _record(entry: Entry) -> dict[str, Any]:
    """The entry as it is written in a file, and where that is."""
    from translate.glossary.mapping import mapping_of
    return {**mapping_of(entry), "glossary": entry.glossary, "path": entry.place.path,
            "line": entry.place.line}


def _print_json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))
