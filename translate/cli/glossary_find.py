"""`translate glossary find`: what of a glossary stands in a text, and what only looks like it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes, glossary_options


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--to", "targets", type=Codes(), default=(),
              help="Target languages, for example ko,ja; all of the glossary unless given.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG",
              help="Source language.")
@glossary_options
@click.option("--rejected", is_flag=True, help="Show also what looks like a term and is none.")
@click.option("--json", "as_json", is_flag=True, help="Print a list of objects.")
def find(files: tuple[str, ...], targets: tuple[str, ...], source: str,
         glossaries: tuple[Path, ...], no_glossary: bool, profile: str, rejected: bool,
         as_json: bool) -> Exit:
    """Show every mention of a glossary entry in FILE (- is standard input), and why it is one.

    \b
    translate glossary find article.txt --to ko
    cat note.txt | translate glossary find - --rejected

    A line says where (line and column), what stands there, which entry it is, what is wanted in
    each target language, and why. Open is what may be several entries.
    """
    from translate.cli.desks import choose_glossary
    from translate.cli.finding import find_all, show
    from translate.errors import ConfigError
    from translate.glossary.match import Matcher
    glossary, which = choose_glossary(glossaries, no_glossary)
    if glossary is None:
        raise ConfigError(f"{which}; name one: --glossary FILE")
    wanted = targets or tuple(code for code in glossary.languages if code != source)
    styles = {target: glossary.profile_for(target, profile) for target in wanted}
    matcher = Matcher(glossary, source)
    rows = [row for name in files for row in find_all(name, matcher, styles, rejected)]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            click.echo(show(row))
    return Exit.CLEAN
