"""`translate text`: one text, printed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes, different, engine_options, glossary_options


@click.command()
@click.argument("text")
@click.option("--to", "targets", type=Codes(), required=True, help="Target languages, for example ko,ja.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@glossary_options
@engine_options
@click.option("--json", "as_json", is_flag=True, help="Print an object of texts by language.")
def text(text: str, targets: tuple[str, ...], source: str, glossaries: tuple[Path, ...], no_glossary: bool,
         profile: str, models: Path | None, beam: int, device: str, jobs: int, as_json: bool) -> Exit:
    """Translate one TEXT and print it; - reads standard input.

    \b
    translate text "Kim spoke in Pyongyang." --to ko
    cat note.txt | translate text - --to ko,ja
    """
    from translate.cli.desks import choose_glossary, decoding_of, open_desks
    from translate.cli.engines import find_routes, open_engines
    from translate.pipeline import translate_text
    different(source, targets)
    content = sys.stdin.buffer.read() if text == "-" else text.encode("utf-8", "surrogateescape")
    routes = find_routes(source, targets, models)
    glossary, _ = choose_glossary(glossaries, no_glossary)
    engines = open_engines(routes, decoding_of(beam, device, jobs))
    desks = open_desks(engines, routes, glossary, source, profile)
    found = {target: translate_text(content, source, desk) for target, desk in desks.items()}
    problems = list(dict.fromkeys(line for _, result in found.values() for line in result.problems))
    for line in problems:
        click.echo(f"translate: {line}", err=True)
    outputs = {target: translated for target, (translated, _) in found.items()}
    shown = json.dumps(outputs, ensure_ascii=False) if as_json else "\n".join(outputs.values())
    click.echo(shown, nl=not shown.endswith("\n"))
    return Exit.UNRESOLVED if problems else Exit.CLEAN
