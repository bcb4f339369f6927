"""What `translate models install` and `remove` do once their options are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from translate.cli.transfer import megabytes, transfer
from translate.engine import argos
from translate.engine.archive import inspect
from translate.engine.download import digest_file, fetch
from translate.engine.index import Offer, choose, load_index
from translate.engine.install import claim, install_archive, remove_package
from translate.engine.lock import LOCK, locked_pairs, verify_lock
from translate.engine.packages import STARTER, Found, find_packages, version_key
from translate.errors import ConfigError, LockError, PackageMissing, PackageRefused
from translate.records import Package


class Reporter:
    """Says what was done, unless it is to be quiet."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet

    def __call__(self, line: str) -> None:
        if not self.quiet:
            click.echo(line)


def choose_folder(models: Path | None) -> Path:
    """Where to install: `models`, else where Argos Translate itself would.

    Raises:
        ConfigError: There is no home folder to have it in.
    """
    folders = argos.package_folders()
    if models is None and not folders:
        raise ConfigError("there is no home folder to install packages in; name a folder: --models DIR")
    return models or folders[0]


def install_pairs(source: str, targets: Sequence[str], folder: Path, sha256: str, force: bool,
                  say: Reporter) -> None:
    """Install the index's packages from `source` to each of `targets`.

    Raises:
        PackageMissing: The index lacks one; nothing was installed then.
        DownloadError, PackageRefused, OutputError: As they say; what came before is installed.
    """
    offers = load_index(argos.index_address())
    wanted = [choose(offers, source, target) for target in targets]
    with claim(folder, lambda: say(f"waiting for another install in {folder} to end")):
        for offer in wanted:
            standing = None if force else _standing(folder, offer)
            if standing:
                say(f"{standing.name} is in {standing.path} already; --force installs {offer.version} anew")
            else:
                _announce(_install_offer(offer, folder, sha256, say), say)


def install_file(path: Path, folder: Path, sha256: str, say: Reporter) -> None:
    """Install the package in the archive `path`.

    Raises:
        PackageRefused: It is unsafe, damaged, no package, or not the one that `sha256` tells.
        OutputError: The folder cannot be written.
    """
    inspect(path)
    if sha256 and digest_file(path) != sha256.lower():
        raise PackageRefused(f"{path}: its SHA-256 is {digest_file(path)}, not {sha256.lower()}; "
                             "download it again")
    with claim(folder, lambda: say(f"waiting for another install in {folder} to end")):
        _announce(install_archive(path, folder), say)


def find_removable(source: str, target: str, models: Path | None) -> Found:
    """The package that `remove` means: the first of the pair that is not built in.

    Raises:
        PackageMissing: There is none.
        ConfigError: There is only the built-in one.
    """
    found = [entry for entry in find_packages(models) if (entry.source, entry.target) == (source, target)]
    own = [entry for entry in found if entry.path.parent != STARTER]
    if models is not None:
        own = [entry for entry in own if models in (entry.path, entry.path.parent)]
    if own:
        return own[0]
    if found and models is None:
        raise ConfigError(f"{source}->{target}: the built-in starter cannot be removed; a package that you "
                          f"install is used before it: translate models install {source} {target}")
    raise PackageMissing(f"no package from {source} to {target} is installed"
                         f"{f' in {models}' if models else ''}; see: translate models list")


def remove(entry: Found, say: Reporter) -> None:
    """Delete a package and say how to undo it.

    Raises:
        OutputError: It cannot be deleted.
    """
    with claim(entry.path.parent):
        remove_package(entry.path)
    say(f"removed {entry.source}->{entry.target} {entry.version} from {entry.path.parent} "
        f"(undo: translate models install {entry.source} {entry.target})")


def _standing(folder: Path, offer: Offer) -> Package | None:
    """The package of the offer's pair in `folder` that makes it needless."""
    for entry in find_packages(folder):
        if isinstance(entry, Package) and entry.path.parent == folder \
                and (entry.source, entry.target) == (offer.source, offer.target) \
                and version_key(entry.version) >= version_key(offer.version):
            return entry
    return None


def _install_offer(offer: Offer, folder: Path, sha256: str, say: Reporter) -> Package:
    version = re.sub(r"[^\w.-]", "_", offer.version)
    part = folder / f".translate-{offer.source}_{offer.target}-{version}.argosmodel.part"
    with transfer(offer.name, say.quiet) as shown:
        fetch(offer.links, part, sha256=sha256 or offer.sha256, size=offer.size, shown=shown)
    try:
        held = inspect(part)
        if (held.source, held.target) != (offer.source, offer.target):
            raise PackageRefused(f"the index offers {offer.name}, but its link holds {held.name}; "
                                 "it is not installed; tell whoever keeps the index")
        return install_archive(part, folder)
    finally:
        part.unlink(missing_ok=True)


def _announce(package: Package, say: Reporter) -> None:
    size = sum(path.stat().st_size for path in package.path.rglob("*") if path.is_file())
    say(f"installed {package.name} in {package.path}, {megabytes(size)} "
        f"(undo: translate models remove {package.source} {package.target})")
    if LOCK.exists() and (package.source, package.target) in locked_pairs(LOCK):
        try:
            verify_lock(LOCK, [package])
        except LockError as error:
            say(f"note: {error}")
