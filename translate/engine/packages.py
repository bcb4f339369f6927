"""Installed packages: finding them, choosing the ones for a language pair, telling them apart."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from translate import __version__
from translate.engine import argos
from translate.engine.metadata import check, describe, load_metadata
from translate.errors import ConfigError, PackageBroken, PackageMissing
from translate.records import Package, Signature

STARTER = Path(__file__).parents[1] / "starter"
"""The built-in packages."""
PIVOT = "en"
"""The language to go over where there is a choice: most Argos packages have it on one side."""
_NAME = re.compile(r"(?:translate-)?([a-z]{2,3})_([a-z]{2,3})(?:-\d+_\d+)?")
"""How Argos names the folder of a package: en_ko, translate-en_ko-1_1."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Broken:
    """A package that is installed but of no use; it still stands in the way of the ones behind it."""

    path: Path
    reason: str
    """In words, without the path."""
    source: str = ""
    """Language codes; empty where its metadata cannot be read."""
    target: str = ""
    version: str = ""
    starter: bool = False

    def __str__(self) -> str:
        again = f": translate models install {self.source} {self.target}" if self.source else ""
        return f"{self.path}: this package is broken, {self.reason}; remove it or reinstall it{again}"


Found = Package | Broken


def package_folders(models: Path | None = None) -> tuple[Path, ...]:
    """The folders to look for packages in, best first.

    Args:
        models: The folder that the user named.

    Raises:
        ConfigError: There is no such folder.
    """
    if models is not None and not models.is_dir():
        raise ConfigError(f"--models {models}: there is no such folder; name one that holds packages")
    named = [models] if models is not None else []
    unique = {folder.resolve(): folder for folder in reversed([*named, *argos.package_folders(), STARTER])}
    return tuple(reversed(unique.values()))


def find_packages(models: Path | None = None) -> tuple[Found, ...]:
    """All installed packages, best first; the first of a language pair is the one to use.

    An earlier folder is better than a later one, then a higher version than a lower one; the built-in
    starter comes last wherever it lies.

    Args:
        models: A folder of packages, or a package, to look in first.

    Raises:
        ConfigError: There is no such folder.
    """
    found: list[Found] = []
    for folder in package_folders(models):
        found += sorted(_inside(folder), key=lambda entry: version_key(entry.version), reverse=True)
    return tuple(sorted(found, key=lambda entry: entry.starter))


def version_key(version: str) -> tuple[bool, object]:
    """What to sort versions by; one that is no version number comes before all others."""
    from packaging.version import InvalidVersion, Version
    try:
        return True, Version(version)
    except InvalidVersion:
        return False, version


def best(found: Iterable[Found]) -> dict[tuple[str, str], Found]:
    """By language pair the package to use."""
    chosen: dict[tuple[str, str], Found] = {}
    for entry in found:
        if entry.source:
            chosen.setdefault((entry.source, entry.target), entry)
    return chosen


def route(found: Sequence[Found], source: str, target: str) -> tuple[Package, ...]:
    """The packages that lead from `source` to `target`: one, or two over a third language.

    Raises:
        PackageMissing: There are none; the message names the command that installs them.
        PackageBroken: The one to use is broken.
    """
    chosen = best(found)
    chains = [tuple(chosen[pair] for pair in pairs) for pairs in _chains(chosen, source, target)]
    if not chains:
        raise PackageMissing(f"no installed package translates {source} to {target}; "
                             f"install what is missing: {_remedy(chosen, source, target)}")
    whole = [chain for chain in chains if not any(isinstance(entry, Broken) for entry in chain)]
    return tuple(map(_usable, (whole or chains)[0]))


def digest(package: Package) -> str:
    """SHA-256, in hexadecimal, of what decides the package's results: model, tokenizer, languages.

    Two packages with the same digest write the same. A file that has not changed since is not read
    again by this process.

    Raises:
        PackageBroken: A file cannot be read.
    """
    whole = hashlib.sha256(json.dumps(
        [package.source, package.target, package.target_prefix]).encode())
    try:
        for path in _deciding(package):
            status = path.stat()
            part = _digest_file(str(path), status.st_size, status.st_mtime_ns)
            whole.update(f"\n{path.name} {part}".encode())
    except OSError as error:
        raise PackageBroken(f"{package.path}: {package.name} cannot be read ({error.strerror}); "
                            "check the permissions or reinstall it") from error
    return whole.hexdigest()


def signature(packages: Sequence[Package], decoding: str) -> Signature:
    """The signature of a run over `packages`.

    Args:
        packages: The route, first hop first.
        decoding: `Decoding.signature`.

    Raises:
        PackageBroken: A file of a package cannot be read.
    """
    return Signature(__version__, tuple(map(digest, packages)), decoding)


def _inside(folder: Path) -> Iterator[Found]:
    """The packages in `folder`, or the one that it is."""
    try:
        paths = [folder] if (folder / "metadata.json").is_file() else sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        if path.is_dir() and not path.name.startswith("."):
            entry = _read(path)
            if entry is not None:
                yield entry


def _read(path: Path) -> Found | None:
    """The package at `path`; None for other kinds of Argos packages and for folders that are none."""
    if not (path / "metadata.json").exists() and not (path / "model").exists():
        return None
    try:
        metadata = load_metadata(path)
        if metadata.get("type", "translate") != "translate":
            return None
        package = describe(path, metadata)
    except PackageBroken as error:
        return Broken(path, str(error), *_pair_in(path.name), starter=path.parent == STARTER)
    try:
        check(package)
    except PackageBroken as error:
        return Broken(path, str(error), package.source, package.target, package.version,
                      package.starter)
    return package


def _pair_in(name: str) -> tuple[str, str]:
    """The languages that the name of a package's folder tells, where its metadata does not."""
    pair = _NAME.fullmatch(name)
    return (pair[1], pair[2]) if pair else ("", "")


def _chains(chosen: Iterable[tuple[str, str]], source: str,
            target: str) -> list[list[tuple[str, str]]]:
    """The pairs to go through, best chain first."""
    pairs = set(chosen)
    if (source, target) in pairs:
        return [[(source, target)]]
    middles = sorted((middle for start, middle in pairs if start == source and (middle, target) in pairs),
                     key=lambda middle: (middle != PIVOT, middle))
    return [[(source, middle), (middle, target)] for middle in middles]


def _remedy(chosen: Iterable[tuple[str, str]], source: str, target: str) -> str:
    """The commands that install what is missing, as one line for a shell."""
    pairs = set(chosen)
    wanted = [(source, target)] if PIVOT in (source, target) else [(source, PIVOT), (PIVOT, target)]
    return " && ".join(f"translate models install {start} {end}"
                       for start, end in wanted if (start, end) not in pairs)


def _usable(entry: Found) -> Package:
    if isinstance(entry, Broken):
        raise PackageBroken(str(entry))
    return entry


def _deciding(package: Package) -> list[Path]:
    files = [path for path in package.model.iterdir() if path.is_file() and path.name[0] != "."]
    return [*sorted(files), package.tokenizer]


@lru_cache(maxsize=1024)
def _digest_file(path: str, size: int, changed: int) -> str:
    """SHA-256 of the file; `size` and `changed` only tell one content from the next."""
    found = hashlib.sha256()
    with open(path, "rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()
