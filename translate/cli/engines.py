"""From the options of the command line to engines that are ready to translate."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from translate.engine.interface import Decoding, Engine
from translate.engine.packages import find_packages, route
from translate.engine.route import open_engine
from translate.records import Package


def find_routes(source: str, targets: Sequence[str], models: Path | None) -> dict[str, tuple[Package, ...]]:
    """The packages that lead from `source` to each of `targets`.

    Raises:
        PackageMissing: No package leads there.
    """
    packages = find_packages(models)
    return {target: route(packages, source, target) for target in targets}


def open_engines(routes: dict[str, tuple[Package, ...]], decoding: Decoding) -> dict[str, Engine]:
    """An engine for each route.

    Raises:
        PackageBroken: A package on a route cannot be loaded.
    """
    return {target: open_engine(packages, decoding) for target, packages in routes.items()}


def describe(packages: Sequence[Package]) -> str:
    """One line that says what translates, and what to expect of it."""
    names = ", then ".join(package.name for package in packages)
    if any(package.starter for package in packages):
        return (f"{names}, the built-in starter (weak, for first steps); for the official package: "
                f"translate models install {packages[0].source} {packages[-1].target}")
    return names
