"""`translate glossary add`: a new entry at the end of a file."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from translate.cli.glossary_files import HOME, chosen, say, write
from translate.errors import ConfigError

_KINDS = ("person", "place", "organization", "weapon", "event", "title", "term")


@click.command()
@click.argument("id")
@click.argument("terms", nargs=-1, required=True, metavar="LANG=TERM...")
@click.option("--file", "-f", "--glossary", "-g", "file", metavar="FILE",
              type=click.Path(path_type=Path, dir_okay=False),
              help="Glossary to add to; a new one is made. Needed where there are several.")
@click.option("--kind", type=click.Choice(_KINDS), help="What the entry is.")
@click.option("--keep", is_flag=True, help="Never translate it.")
@click.option("--reading", default="", metavar="TEXT", help="How its Latin form is read in Korean.")
@click.option("--note", default="", metavar="TEXT", help="A remark for people.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def add(id: str, terms: tuple[str, ...], file: Path | None, kind: str | None, keep: bool, reading: str,
        note: str, dry_run: bool) -> None:
    """Add an entry.

    \b
    translate glossary add kcna en="Korean Central News Agency" en=KCNA ko=조선중앙통신 \\
        ko.avoid=한국중앙통신 ja=朝鮮中央通信 --kind organization --file glossaries/dprk.yml
    translate glossary add iphone en=iPhone --keep
    translate glossary add title-premier en=Premier ko=총리 ja=首相 --kind title

    A language may be given several times: the first term is preferred, the others are admitted. LANG.KEY
    says something else of it: ko.short=..., ko.avoid=..., en.case=exact, en.not_before=on.
    No line of the file changes but those that are added.
    """
    from translate.glossary.edit import add as added
    from translate.glossary.nodes import read_text
    path = file or _only_file()
    _refuse_taken(id, path)
    entry: dict[str, Any] = {"id": id, **_by_language(terms)}
    if kind and kind != "title":
        entry["kind"] = kind
    said = {"keep": keep, "reading": reading, "note": note}
    entry.update((key, value) for key, value in said.items() if value)
    before = read_text(path) if path.exists() else ""
    _refuse_formless(id, entry, before)
    start = before or f"glossary: {path.stem}\nentries: []\n"
    after = added(start, path.as_posix(), entry, "titles" if kind == "title" else "entries")
    write(path, before, after, dry_run)
    if not dry_run:
        say(f"{id} is added to {path}")


def _only_file() -> Path:
    """The only glossary here."""
    from translate.glossary.load import glossary_files
    files = [file for path in chosen(()) for file in glossary_files(path)]
    if len(files) != 1:
        names = ", ".join(str(file) for file in files[:4])
        raise ConfigError(f"there are {len(files)} glossaries here ({names} ...); name one with --file")
    return files[0]


def _refuse_taken(id: str, path: Path) -> None:
    """An id is taken by an entry of the file, or of another one in the same folder `glossaries`."""
    from translate.glossary.load import load
    beside = HOME if HOME.is_dir() and HOME.resolve() in path.resolve().parents else path
    if beside.exists() and id in (glossary := load([beside])):
        raise ConfigError(f"{glossary.entry(id).place}: an entry {id} is there already; choose another id, "
                          "or change that one")


def _refuse_formless(id: str, entry: Mapping[str, Any], text: str) -> None:
    """Without a form in the language of its glossary an entry is never matched."""
    stated = re.search(r"^source:\s*(\w+)", text, re.MULTILINE)
    source = stated.group(1) if stated else "en"
    if not entry.get(source, {}).get("use"):
        raise ConfigError(f"{id}: no form in the language that is translated from; "
                          f"write for example {source}=\"{id}\"")


def _by_language(terms: Sequence[str]) -> dict[str, Any]:
    """`ko=..` and `ko.avoid=..` as the mapping of an entry."""
    from translate.glossary.keys import RENDERING_KEYS
    found: dict[str, dict[str, list[str]]] = {}
    for term in terms:
        name, equals, text = term.partition("=")
        language, _, key = name.partition(".")
        if not equals or not language or not text:
            raise ConfigError(f"{term!r} is no term; write for example ko=조선중앙통신 or ko.avoid=한국중앙통신")
        if key and key not in RENDERING_KEYS:
            raise ConfigError(f"{name}: a term has no {key!r}; known: {', '.join(RENDERING_KEYS)}")
        found.setdefault(language, {}).setdefault(key or "use", []).append(text)
    return {language: _rendering(forms) for language, forms in found.items()}


def _rendering(forms: dict[str, list[str]]) -> dict[str, Any]:
    """The first `use` is preferred, the others are admitted; lists where the format has lists."""
    several = ("also", "avoid", "not_before", "not_after", "only_with")
    first, *others = forms.pop("use", [""])
    rest: dict[str, Any] = {"use": first} if first else {}
    if others or "also" in forms:
        rest["also"] = others + forms.pop("also", [])
    return {**rest, **{key: texts if key in several else texts[-1] for key, texts in forms.items()}}
