"""`translate rules`: what `translate check` looks for."""

from __future__ import annotations

import json

import click

from translate.cli.exits import Exit


@click.command()
@click.argument("name", required=False, default="")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def rules(name: str, as_json: bool) -> Exit:
    """List the rules of `translate check`, or say what the rule NAME looks for, what it fires on and what passes.

    \b
    translate rules
    translate rules number-mismatch
    """
    from translate.checks.registry import all_rules, find
    known = (find(name),) if name else all_rules()
    if as_json:
        rows = [{"name": rule.name, "code": rule.code, "level": rule.level, "help": rule.help.strip()}
                for rule in known]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif name:
        click.echo(f"{known[0].name} ({known[0].code}, {known[0].level})\n\n{known[0].help.strip()}")
    else:
        for rule in known:
            click.echo(f"{rule.code}  {rule.name:20}  {rule.level:7}  {rule.help.strip().partition(chr(10))[0]}")
    return Exit.CLEAN
