"""Options that several commands share, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from translate.errors import ConfigError

Decorator = Callable[[Any], Any]


class Codes(click.ParamType[Any]):
    """Language codes joined by commas: `ko,ja`."""

    name = "LANG[,LANG]"

    def convert(self, value: Any, param: click.Parameter | None,
                ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, tuple):
            return value
        codes = tuple(dict.fromkeys(code.strip().lower() for code in str(value).split(",") if code.strip()))
        if not codes or not all(code.replace("-", "").replace("_", "").isalnum() for code in codes):
            self.fail(f"{value!r} is no list of language codes; write for example ko,ja", param, ctx)
        return codes


class Names(click.ParamType[Any]):
    """Names joined by commas: `width,spacing`."""

    name = "NAME,..."

    def convert(self, value: Any, param: click.Parameter | None,
                ctx: click.Context | None) -> tuple[str, ...]:
        if isinstance(value, (tuple, list)):
            return tuple(map(str, value))
        return tuple(name.strip() for name in str(value).split(",") if name.strip())


class Rules(Names):
    """Names, codes or families of the rules of `check`."""

    def convert(self, value: Any, param: click.Parameter | None,
                ctx: click.Context | None) -> tuple[str, ...]:
        from translate.checks.registry import choose
        names = super().convert(value, param, ctx)
        choose(names)
        return names


def engine_options(command: Any) -> Any:
    """`--models`, `--beam`, `--device` and `--jobs`."""
    options: Sequence[Decorator] = (
        click.option("--models", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                     help="Folder of Argos packages to look in first."),
        click.option("--beam", type=click.IntRange(1, 16), default=4, show_default=True,
                     help="Hypotheses kept while decoding: fewer is faster, more is a little better."),
        click.option("--device", type=click.Choice(["auto", "cpu", "cuda"]), default="auto",
                     show_default=True, help="Where to decode."),
        click.option("--jobs", type=click.IntRange(0, 256), default=0, metavar="N",
                     help="Batches decoded at once; one for each core unless given."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def glossary_options(command: Any) -> Any:
    """`--glossary`, `--no-glossary` and `--profile`."""
    options: Sequence[Decorator] = (
        click.option("--glossary", "-g", "glossaries", multiple=True, metavar="FILE|DIR",
                     type=click.Path(path_type=Path, exists=True),
                     help="Glossary file or folder; a later one overrides an earlier one by entry id. "
                          "[default: the folder glossaries here, if any]"),
        click.option("--no-glossary", is_flag=True, help="Translate without a glossary."),
        click.option("--profile", default="", metavar="NAME",
                     help="House style, for example yonhap, kcna or ja-press."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def memory_option(command: Any) -> Any:
    """`--memory`."""
    return click.option("--memory", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                        default=Path(".translate/memory.db"), show_default=True,
                        help="Translation memory.")(command)


def different(source: str, targets: Sequence[str]) -> None:
    """Refuse a target that is the source language.

    Raises:
        ConfigError: It is.
    """
    if source in targets:
        raise ConfigError(f"--to {source}: the sources are already in this language (--from {source}); "
                          "name another target")
