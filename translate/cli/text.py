"""`translate text`: one text, printed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import cast

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes, different, engine_options


@click.command()
@click.argument("text")
@click.option("--to", "targets", type=Codes(), required=True, help="Target languages, for example ko,ja.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@engine_options
@click.option("--json", "as_json", is_flag=True, help="Print an object of texts by language.")
def text(text: str, targets: tuple[str, ...], source: str, models: Path | None, beam: int, device: str,
         jobs: int, as_json: bool) -> Exit:
    """Translate one TEXT and print it; - reads standard input.

    \b
    translate text "Kim spoke in Pyongyang." --to ko
    cat note.txt | translate text - --to ko,ja
    """
    from translate.cli.engines import find_routes, open_engines
    from translate.engine.interface import Decoding, Device
    from translate.pipeline import translate_text
    different(source, targets)
    content = sys.stdin.read() if text == "-" else text
    decoding = Decoding(beam=beam, device=cast(Device, device), jobs=jobs)
    engines = open_engines(find_routes(source, targets, models), decoding)
    texts = {target: translate_text(content, source, engine) for target, engine in engines.items()}
    for reason in {reason for _, failures in texts.values() for reason in failures}:
        click.echo(f"translate: left as it was: {reason}", err=True)
    outputs = {target: translated for target, (translated, _) in texts.items()}
    click.echo(json.dumps(outputs, ensure_ascii=False) if as_json else "\n".join(outputs.values()))
    return Exit.UNRESOLVED if any(failures for _, failures in texts.values()) else Exit.CLEAN
