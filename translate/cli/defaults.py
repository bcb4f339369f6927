"""Settings as the defaults of a command's options, looked at as the command line looks at what is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import click

from translate.cli.settings import Setting
from translate.errors import ConfigError

_OF_CHECK = frozenset(("select", "ignore", "fail-on"))
"""Settings that name rules of `check`; `glossary lint` has rules of its own, and these options too."""
_OTHERS = frozenset((("--from", "start"),))
"""Options that share a setting's name and mean something else: `train run --from` names a package."""
_FLAGS = {"yes": True, "true": True, "on": True, "1": True, "no": False, "false": False, "off": False, "0": False}
_SEVERAL = ("LANG[,LANG]", "NAME,...")
"""The names of types that take several values in one text, joined by commas."""


def defaults(command: click.Command, settings: Mapping[str, Setting]) -> dict[str, Any]:
    """The settings that `command` and its subcommands have options for, as click's default map.

    Raises:
        ConfigError: An option cannot have the value that a setting gives it.
    """
    if isinstance(command, click.Group):
        meant = {key: setting for key, setting in settings.items() if key not in _OF_CHECK}
        return {name: defaults(inner, meant) for name, inner in command.commands.items()}
    options = {option.lstrip("-"): parameter for parameter in command.params for option in parameter.opts
               if isinstance(parameter, click.Option) and (option, parameter.name) not in _OTHERS}
    return {options[key].name or "": _checked(key, setting, options[key], command)
            for key, setting in settings.items() if key in options}


def _checked(key: str, setting: Setting, option: click.Option, command: click.Command) -> Any:
    try:
        value = _shaped(setting.value, option)
        option.type_cast_value(click.Context(command), value)
        return value
    except (click.BadParameter, ConfigError) as error:
        message = error.message if isinstance(error, click.BadParameter) else str(error)
        raise ConfigError(f"{setting.place}: {key}: {message.rstrip('.')}") from error


def _shaped(value: Any, option: click.Option) -> Any:
    """`value`, in which lists and flags may be written in several ways, as click takes it."""
    if option.multiple or option.type.name in _SEVERAL:
        pieces = [piece.strip() for piece in re.split("[,\n]", value)] if isinstance(value, str) else value
        if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
            raise ConfigError(f"{value!r} is no text; write \"a\", or a list of texts")
        pieces = [piece for piece in pieces if piece]
        return pieces if option.multiple else ",".join(pieces)
    if option.is_flag:
        if isinstance(value, str):
            value = _FLAGS.get(value.strip().lower())
        if not isinstance(value, bool):
            raise ConfigError("this is on or off; write true or false")
        return value
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return value
    raise ConfigError(f"{value!r} is not what this option takes; write one text or number")
