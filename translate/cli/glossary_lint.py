"""`translate glossary lint` and `test`: what is doubtful, and whether entries do what their tests say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import click

from translate.cli.exits import Exit
from translate.cli.glossary_files import chosen, paths_argument
from translate.errors import GlossaryError

if TYPE_CHECKING:
    from translate.glossary.lint import LintRule
    from translate.glossary.model import Glossary
    from translate.records import Finding, Level
    from translate.reports.interface import Report

_FORMATS = ("text", "json", "sarif", "junit", "github")
_PROBLEM = re.compile(r"(?P<path>.*?):(?P<line>\d+):(?P<column>\d+): (?P<message>.*)", re.DOTALL)
_UNIT = ("entry", "entries")


def _names(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    """Rule names joined by commas."""
    return tuple(name.strip() for name in value.split(",") if name.strip())


def _explain(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Print what a rule looks for, and stop."""
    if value is not None and not ctx.resilient_parsing:
        from translate.glossary.lint import NAMES, rules
        asked = rules(() if value == "all" else [value])
        for rule in asked:
            click.echo(f"{rule.name:{max(map(len, NAMES))}}  {rule.level:7}  {_first(rule)}"
                       if value == "all" else f"{rule.name} ({rule.level})\n\n{rule.help.strip()}")
        ctx.exit()


@click.command()
@paths_argument
@click.option("--select", default="", callback=_names, metavar="RULE,...", help="Only these rules.")
@click.option("--ignore", default="", callback=_names, metavar="RULE,...", help="All but these rules.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info"]), default="error",
              show_default=True, help="Exit 1 for findings of this level and graver ones.")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Where the report goes; standard output unless given.")
@click.option("--rules", "explain", callback=_explain, metavar="RULE|all", is_eager=True, expose_value=False,
              help="Say what a rule looks for (all: list them), and stop.")
def lint(paths: tuple[Path, ...], select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str,
         format_: str, output: Path | None) -> Exit:
    """Look for what is doubtful in glossaries.

    \b
    translate glossary lint
    translate glossary lint glossaries/dprk.yml --fail-on warning
    translate glossary lint --format sarif --output glossary.sarif
    translate glossary lint --rules everyday-word

    Exit codes: 0 nothing; 1 findings at or over --fail-on; 2 a glossary does not load.
    """
    from translate.glossary.lint import lint as find
    from translate.glossary.lint import rules
    from translate.glossary.load import load
    asked = rules(select, ignore)
    level = cast("Level", fail_on)
    try:
        glossary = load(chosen(paths))
    except GlossaryError as error:
        if format_ == "text":
            raise
        _print(_report(_unloadable(error.problems), asked, 0, level), format_, output)
        return Exit.USAGE
    report = _report(find(glossary, asked), asked, len(glossary.entries), level)
    _print(report, format_, output)
    return Exit.FINDINGS if report.failures else Exit.CLEAN


@click.command()
@paths_argument
@click.option("--id", "ids", multiple=True, metavar="ID",
              help="Only the tests of this entry; may be repeated.")
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.option("--json", "format_", flag_value="json", help="The same as --format json.")
def test(paths: tuple[Path, ...], ids: tuple[str, ...], format_: str) -> Exit:
    """Run the tests that entries hold.

    \b
    translate glossary test
    translate glossary test glossaries/dprk.yml --id kcna

    The sentence has to name the entry; its translation has to hold a form of it, with the Korean particle
    that the form asks for, and none that the entry avoids.

    Exit codes: 0 all pass; 1 some fail; 2 a glossary does not load.
    """
    from translate.glossary.lint import lint as find
    from translate.glossary.lint import rules
    from translate.glossary.load import load
    glossary = load(chosen(paths))
    wanted = {glossary.entry(id).id for id in ids} or {entry.id for entry in glossary.entries}
    asked = rules(["test-fails"])
    findings = [finding for finding in find(glossary, asked) if finding.entry in wanted]
    report = _report(findings, asked, _count(glossary, wanted), "error", ("test", "tests"))
    _print(report, format_ or "text", None)
    return Exit.FINDINGS if report.failures else Exit.CLEAN


def _count(glossary: Glossary, ids: set[str]) -> int:
    return sum(len(entry.tests) for entry in glossary.entries if entry.id in ids)


def _report(findings: Sequence[Finding], asked: Sequence[LintRule], checked: int, fail_on: Level,
            unit: tuple[str, str] = _UNIT) -> Report:
    """The findings, with what the rules say of themselves."""
    from translate.reports.interface import Report, Rule
    known = tuple(Rule(rule.name, rule.level, rule.help) for rule in asked)
    return Report(tuple(findings), known, checked, unit, fail_on, str(Path.cwd()))


def _unloadable(problems: Sequence[str]) -> list[Finding]:
    """What keeps glossaries from loading, as findings, for reports that are read by machines."""
    from translate.records import Finding, Place
    found = []
    for problem in problems:
        match = _PROBLEM.fullmatch(problem)
        parts: dict[str, Any] = match.groupdict() if match else {
            "path": problem.partition(": ")[0], "line": 1, "column": 1, "message": problem.partition(": ")[2]}
        place = Place(parts["path"], int(parts["line"]), int(parts["column"]))
        found.append(Finding("format", "error", parts["message"], place))
    return found


def _print(report: Report, format_: str, output: Path | None) -> None:
    """Print the report, or write it to a file."""
    from translate.files import write_atomically
    from translate.reports.interface import render
    from translate.reports.text import render as render_text
    if output:
        write_atomically(output, render(report, format_).encode())
    elif format_ == "text":
        import sys
        click.echo(render_text(report, color=sys.stdout.isatty()), nl=False)
    else:
        click.echo(render(report, format_), nl=False)


def _first(rule: LintRule) -> str:
    return rule.help.strip().partition("\n")[0]
