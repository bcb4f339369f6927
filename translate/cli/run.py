"""`translate run`: files and folders, translated."""

from __future__ import annotations

import re
from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes, different, engine_options, glossary_options


def where(context: click.Context, parameter: click.Parameter, value: str) -> str:
    """`local`, `ray`, or the address of a cluster."""
    if value not in ("local", "ray") and not re.fullmatch(r"(ray://)?[^\s/:]+:\d+", value):
        raise click.BadParameter(f"{value!r} is neither local nor ray nor an address such as ray://head:10001",
                                 context, parameter)
    return value


@click.command()
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE...")
@click.option("--to", "targets", type=Codes(), required=True, help="Target languages, for example ko,ja.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("out"),
              show_default=True, metavar="DIR", help="Where the translations go, one folder a language.")
@glossary_options
@engine_options
@click.option("--memory", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Translation memory.  [default: .translate/memory.db]")
@click.option("--no-memory", is_flag=True, help="Translate everything anew, and remember nothing.")
@click.option("--overwrite", is_flag=True, help="Replace translations that somebody changed by hand.")
@click.option("--on", metavar="local|ray|ray://HOST:PORT", default="local", show_default=True, callback=where,
              help="Where to work: in this process, on a Ray cluster of this machine's cores (extra `ray`), or "
                   "on the one at an address.")
@click.option("--keep-boilerplate", is_flag=True, help="Translate the clutter of saved web pages too.")
@click.option("--boilerplate", type=click.Path(path_type=Path, dir_okay=False, exists=True), metavar="FILE",
              help="A YAML file with clutter patterns of your own.")
@click.option("--frozen", is_flag=True,
              help="Fail unless packages, glossary and options are those of translate.lock.")
@click.option("--report", "page", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Make a page to look at of everything in OUT, as `translate report` does.")
@click.option("--explain", is_flag=True, help="Print what became of every mention of a glossary entry.")
@click.option("--json", "as_json", is_flag=True, help="Print run.json instead of the summary.")
@click.option("--quiet", "-q", is_flag=True, help="No progress and no summary, only problems.")
def run(sources: tuple[Path, ...], targets: tuple[str, ...], source: str, out: Path,
        glossaries: tuple[Path, ...], no_glossary: bool, profile: str, models: Path | None, beam: int,
        device: str, jobs: int, memory: Path | None, no_memory: bool, overwrite: bool, on: str,
        keep_boilerplate: bool, boilerplate: Path | None, frozen: bool, page: Path | None,
        explain: bool, as_json: bool, quiet: bool) -> Exit:
    """Translate files and folders.

    Each article is written to OUT/LANG/ under its own name and in its own format, as soon as it is done, and
    beside it a file for translators, with .xlf behind its name. What was done, and what was not, stands in
    OUT/run.json.

    What the memory knows is not translated again, and what has not changed is not written again: a run that
    was stopped goes on where it was. Sentences that somebody set reviewed or final in the .xlf, or approved
    with `translate memory import`, stand as they are, whatever package or glossary is used.

    \b
    translate run articles/ --to ko,ja
    translate run kim.md --to ko --out kim --beam 2 --glossary names.yml --explain

    Every name and term of the glossary comes out as the glossary says, or is reported.

    Exit codes: 0 all written; 2 nothing could be started; 3 some articles or sentences failed, or some
    terms are unresolved.
    """
    from translate.cli.desks import decoding_of
    from translate.cli.running import MEMORY, Job, execute
    from translate.errors import ConfigError
    different(source, targets)
    if memory and no_memory:
        raise ConfigError("--memory and --no-memory exclude each other; leave one out")
    job = Job(sources, targets, source, out, models, decoding_of(beam, device, jobs), not keep_boilerplate,
              str(boilerplate or ""), frozen, glossaries, no_glossary, profile,
              None if no_memory else memory or MEMORY, overwrite, on)
    code = execute(job, quiet=quiet, as_json=as_json, explain=explain)
    if page:
        from translate.cli.reporting import report_run
        report_run(job, page)
    return code
