"""The `translate` command: a group that loads a command's module only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import click

from translate import __version__
from translate.cli.defaults import defaults
from translate.cli.exits import Exit
from translate.cli.settings import load_settings
from translate.errors import GlosswireError

COMMANDS = {
    "run": ("translate.cli.run:run", "Translate files and folders."),
    "text": ("translate.cli.text:text", "Translate one text and print it."),
    "eval": ("translate.cli.eval:evaluate", "Measure quality, term success and consistency."),
    "train": ("translate.cli.train:train", "Make a package, or adapt one to approved translations."),
    "report": ("translate.cli.report:report", "Make a page to look at of what was translated."),
    "check": ("translate.cli.check:check", "Find faults in translations."),
    "rules": ("translate.cli.rules:rules", "Say what check looks for."),
    "fix": ("translate.cli.fix:fix", "Repair terms of existing translations."),
    "models": ("translate.cli.models:models", "Find, install, verify and lock Argos packages."),
    "memory": ("translate.cli.memory:memory", "Look into, teach and exchange the translation memory."),
    "glossary": ("translate.cli.glossary:glossary", "Check, edit, test and exchange glossaries."),
}
"""Command name: where its click object is, and the line that `--help` shows without importing it."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are called, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name][0].split(":")
        command: click.Command = getattr(import_module(module), name)
        ctx.default_map = {**(ctx.default_map or {}), cmd_name: defaults(command, load_settings(Path()))}
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", prog_name="translate")
def cli() -> None:
    """Translate news offline, with every name and term the agreed way.

    Exit codes: 0 clean; 1 findings; 2 usage, configuration or input error; 3 finished, but some terms
    are unresolved or some articles failed; 130 interrupted.
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line and exit; no failure that a user can act on shows a traceback."""
    sys.exit(run_guarded(args))


def run_guarded(args: list[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        code = cli.main(args=args, prog_name="translate", standalone_mode=False)
    except GlosswireError as error:
        click.echo(f"translate: {error}", err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except (click.Abort, KeyboardInterrupt):
        click.echo("translate: interrupted; what was finished is written", err=True)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        return _end_of_pipe()
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        click.echo(f"translate: {where}{error.strerror}; free space or check the permissions", err=True)
        return Exit.USAGE
    return code if isinstance(code, int) else Exit.CLEAN


def _end_of_pipe() -> int:
    """`translate ... | head` closes our output early; that is no failure."""
    import os
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return Exit.CLEAN
