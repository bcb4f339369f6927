"""`translate report`: a page to look at."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes, glossary_options


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...",
                type=click.Path(path_type=Path, exists=True))
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), required=True, metavar="FILE",
              help="The page to write.")
@click.option("--to", "targets", type=Codes(), help="Show these languages only. [default: all]")
@click.option("--title", default="Review report", show_default=True, help="What the page is called.")
@click.option("--against", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE",
              help="An earlier report's JSON: the page tells what has changed since.")
@click.option("--json", "record", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write the report as JSON too, for a later --against.")
@click.option("--waivers", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE",
              help="Findings that are not to be shown, as translate check knows them.")
@glossary_options
@click.option("--quiet", "-q", is_flag=True, help="Only problems.")
def report(paths: tuple[Path, ...], output: Path, targets: tuple[str, ...] | None, title: str,
           against: Path | None, record: Path | None, waivers: Path | None, glossaries: tuple[Path, ...],
           no_glossary: bool, profile: str, quiet: bool) -> Exit:
    """Make one HTML file of what `translate run` wrote: a page to look at.

    PATH is an .xlf file, or a folder with such files. The page shows source and translations side by
    side, every term in the colour of how it got there, every finding of the checks at its place, and
    each entry of the glossary with all its renderings. It needs nothing but a browser and fetches
    nothing.

    \b
    translate report out --output report.html
    translate report out --output report.html --json report.json --against last-week.json

    Exit codes: 0 written; 2 nothing could be read; 3 written, but some files could not be read.
    """
    from translate.cli.desks import choose_glossary
    from translate.cli.reporting import write_report
    from translate.reports.interface import count
    glossary, _ = choose_glossary(glossaries, no_glossary)
    faults: list[str] = []
    corpus = write_report(paths, output, glossary=glossary, profile=profile, title=title, targets=targets or (),
                          against=against, record=record, waivers=waivers, complain=faults.append)
    for fault in faults:
        click.echo(f"translate: {fault}", err=True)
    if not quiet:
        click.echo(f"{output}: {count(len(corpus.articles), ('article', 'articles'))}, "
                   f"{sum(len(article.segments) for article in corpus.articles):,} segments")
    return Exit.UNRESOLVED if faults else Exit.CLEAN
