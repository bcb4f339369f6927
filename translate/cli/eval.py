"""`translate eval`: how good translations are, by reference and by glossary."""

from __future__ import annotations

import json
from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.options import engine_options, glossary_options


@click.command("eval")
@click.argument("files", nargs=-1, required=True, metavar="FILE...",
                type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--to", "target", required=True, metavar="LANG", help="Target language.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@glossary_options
@engine_options
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(files: tuple[Path, ...], target: str, source: str, glossaries: tuple[Path, ...],
             no_glossary: bool, profile: str, models: Path | None, beam: int, device: str, jobs: int,
             as_json: bool) -> Exit:
    """Translate the sources in FILE... and compare with their references.

    A FILE is .jsonl with the keys of both languages (and `article`, which groups sentences into documents)
    or .tsv (source TAB reference). Printed are chrF, BLEU, term success by mention and consistency by
    document, for the package alone, for the package with the glossary enforced, and for the reference.

    \b
    translate eval corpus/eval/news-dev.jsonl --to ko
    """
    from translate.cli.desks import choose_glossary, decoding_of, open_desks
    from translate.cli.engines import find_routes, open_engines
    from translate.cli.evaluation import compare, load_documents, table
    routes = find_routes(source, [target], models)
    glossary, which = choose_glossary(glossaries, no_glossary)
    click.echo(f"evaluating with {which}", err=True)
    engines = open_engines(routes, decoding_of(beam, device, jobs))
    desk = open_desks(engines, routes, glossary, source, profile)[target]
    documents = load_documents(files, source, target)
    figures = compare(documents, desk)
    click.echo(json.dumps(figures, ensure_ascii=False, indent=1) if as_json else table(figures))
    return Exit.CLEAN
