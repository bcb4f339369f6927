"""What `translate models verify` and `lock` do once their options are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from translate.cli.exits import Exit
from translate.engine.interface import Decoding
from translate.engine.lock import locked_pairs, verify_lock
from translate.engine.models import load_model
from translate.engine.packages import Broken, Found, best, digest, find_packages, route
from translate.engine.tokenizer import load_tokenizer
from translate.errors import LockError, PackageBroken
from translate.records import Package

_PROBE = "1 2 3"
"""A text that every package should have some answer to."""


def verify_packages(found: Sequence[Found]) -> list[dict[str, Any]]:
    """For each package what loading it and decoding one line with it brings."""
    return [_verify(entry) for entry in found]


def compare_lock(path: Path, found: Sequence[Found]) -> list[str]:
    """How the packages in use differ from those that are locked, one line each.

    Raises:
        LockError: The lock file cannot be read.
    """
    chosen, differences = best(found), []
    for pair in locked_pairs(path):
        entry = chosen.get(pair)
        try:
            if isinstance(entry, Package):
                verify_lock(path, [entry])
            else:
                differences.append(f"{path}: {pair[0]}->{pair[1]} is locked, but not installed; install it: "
                                   f"translate models install {pair[0]} {pair[1]}")
        except (LockError, PackageBroken) as error:
            differences.append(str(error))
    return differences


def conclude(rows: Sequence[dict[str, Any]], differences: Sequence[str]) -> Exit:
    """Say what is broken and what is not as locked, a line each: such are findings."""
    found = [row["broken"] for row in rows if row["broken"]] + list(differences)
    for line in found:
        click.echo(f"translate: {line}", err=True)
    return Exit.FINDINGS if found else Exit.CLEAN


def choose_for_lock(models: Path | None, source: str, targets: Sequence[str]) -> list[Package]:
    """The packages to lock: those on the routes to `targets`; without `targets` all in use.

    Raises:
        PackageMissing: No package leads there.
        PackageBroken: One of them is broken.
    """
    found = find_packages(models)
    pairs = [(source, target) for target in targets] or list(best(found))
    return list({package.path: package for pair in pairs for package in route(found, *pair)}.values())


def _verify(entry: Found) -> dict[str, Any]:
    row: dict[str, Any] = {"from": entry.source, "to": entry.target, "version": entry.version,
                           "path": str(entry.path), "digest": "", "broken": ""}
    try:
        if isinstance(entry, Broken):
            raise PackageBroken(str(entry))
        _try(entry)
        return row | {"digest": digest(entry)}
    except PackageBroken as error:
        return row | {"broken": str(error)}


def _try(package: Package) -> None:
    """Load the package and decode one line: only then do model and vocabularies meet."""
    tokens = load_tokenizer(package).encode([_PROBE])
    translator = load_model(package, Decoding(device="cpu", jobs=1))
    try:
        translator.translate_batch(tokens, beam_size=1, max_decoding_length=16)
    except (RuntimeError, ValueError) as error:
        raise PackageBroken(f"{package.path}: {package.name} cannot decode ({error}); reinstall it: "
                            f"translate models install {package.source} {package.target}") from error
