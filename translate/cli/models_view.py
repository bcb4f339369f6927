"""Tables and JSON of `translate models`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from translate.cli.transfer import megabytes
from translate.engine.index import Offer
from translate.engine.packages import STARTER, Broken, Found, best, version_key
from translate.records import Package

_WIDE = 400
"""Columns of a table that does not go to a terminal: nothing is folded or cut for a pipe."""


def print_json(value: Any) -> None:
    """Print `value` as JSON."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def installed_rows(found: Sequence[Found]) -> list[dict[str, Any]]:
    """The packages as data."""
    chosen = best(found)
    return [{"from": entry.source, "to": entry.target, "version": entry.version, "bytes": size(entry),
             "path": str(entry.path), "starter": entry.starter,
             "in_use": chosen.get((entry.source, entry.target)) is entry and isinstance(entry, Package),
             "scores": dict(entry.scores) if isinstance(entry, Package) else {},
             "broken": entry.reason if isinstance(entry, Broken) else ""} for entry in found]


def show_installed(found: Sequence[Found]) -> None:
    """Print the packages as a table, and what to think of the starter."""
    chosen = best(found)
    print_table(("pair", "version", "size", "place", "note"),
                [(pair(entry), entry.version, megabytes(size(entry)), place(entry.path),
                  _note(entry, chosen)) for entry in found])
    starters = [entry for entry in found
                if entry.starter and chosen.get((entry.source, entry.target)) is entry]
    if starters:
        click.echo("\nThe built-in starter is weak: it shows that the program works, no more. The official "
                   "packages are one command away:")
        for source in sorted({entry.source for entry in starters}):
            targets = [entry.target for entry in starters if entry.source == source]
            click.echo(f"  translate models install {source} {' '.join(sorted(targets))}")


def offered_rows(offers: Sequence[Offer], found: Sequence[Found]) -> list[dict[str, Any]]:
    """What can be installed, as data."""
    return [{"from": offer.source, "to": offer.target, "from_name": offer.source_name,
             "to_name": offer.target_name, "version": offer.version, "links": list(offer.links),
             "installed": _installed(offer, found)} for offer in offers]


def show_offered(offers: Sequence[Offer], found: Sequence[Found]) -> None:
    """Print what can be installed as a table."""
    print_table(("pair", "languages", "version", "note"),
                [(f"{offer.source}->{offer.target}", f"{offer.source_name} to {offer.target_name}",
                  offer.version, _compare(offer, _installed(offer, found))) for offer in offers])
    click.echo(f"\n{len(offers)} can be installed: translate models install FROM TO")


def show_verified(rows: Iterable[dict[str, Any]]) -> None:
    """Print what became of verifying."""
    print_table(("pair", "version", "digest", "place", "state"),
                [(f"{row['from']}->{row['to']}", row["version"], row["digest"][:12],
                  place(Path(row["path"])), "broken" if row["broken"] else "ok") for row in rows])


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table that fits the terminal."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text
    table = Table(*heads, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell, overflow="fold") for cell in row))
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else _WIDE, highlight=False).print(table)


def pair(entry: Found) -> str:
    """`en->ko`."""
    return f"{entry.source or '?'}->{entry.target or '?'}"


def size(entry: Found) -> int:
    """Bytes of the package's own folder; a model that it shares is counted where it lies."""
    return sum(path.stat().st_size for path in entry.path.rglob("*") if path.is_file())


def place(path: Path) -> str:
    """`path` as a user would write it."""
    if path.parent == STARTER:
        return "built in"
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(path)


def _note(entry: Found, chosen: dict[tuple[str, str], Found]) -> str:
    if isinstance(entry, Broken):
        return f"broken: {entry.reason}"
    first = chosen[entry.source, entry.target]
    if first is not entry:
        return f"not used: {place(first.path)} comes first"
    scores = ", ".join(f"{name} {value:g}" for name, value in entry.scores.items())
    return "; ".join(filter(None, ["starter, for first steps only" if entry.starter else "in use", scores]))


def _installed(offer: Offer, found: Sequence[Found]) -> str:
    """The version that is installed, the starter left aside; empty if none is."""
    return next((entry.version for entry in found if isinstance(entry, Package) and not entry.starter
                 and (entry.source, entry.target) == (offer.source, offer.target)), "")


def _compare(offer: Offer, version: str) -> str:
    if not version:
        return ""
    newer = version_key(offer.version) > version_key(version)
    return f"installed: {version}, can be updated" if newer else "installed"
