"""What `translate report` and `translate run --report` do once their options are read."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from translate.cli.desks import choose_glossary
from translate.cli.report_articles import Sheet, articles, entries, find_files, read_sheets
from translate.cli.report_findings import check_sheets
from translate.cli.running import Job
from translate.errors import InputError, OutputError
from translate.files import write_atomically
from translate.glossary.model import Glossary
from translate.languages import LANGUAGES
from translate.readers.intake import load
from translate.reports.html.history import compare, recall, remember
from translate.reports.html.model import Corpus
from translate.reports.html.render import render

TITLE = "Review report"


def write_report(paths: Sequence[Path], output: Path, *, glossary: Glossary | None = None, profile: str = "",
                 title: str = TITLE, targets: Sequence[str] = (), against: Path | None = None,
                 record: Path | None = None, waivers: Path | None = None,
                 complain: Callable[[str], None] = print) -> Corpus:
    """Write the page of all XLIFF files in `paths` to `output`.

    Args:
        targets: Leave out other languages; all are shown where none is named.
        against: What an earlier report wrote as `record`: the page tells what has changed since.
        record: Where to write the report as data.
        waivers: A file of findings that are not to be shown.
        complain: Is told, in a line, of each file that cannot be read.

    Raises:
        InputError: There is nothing to report, or `against` is no report.
        ConfigError: A waiver makes no sense.
        OutputError: A file cannot be written.
    """
    old = recall(load(against).decode("utf-8", "replace"), str(against)) if against else None
    sheets = read_sheets(find_files(paths), complain)
    corpus = compose(sheets, glossary, profile, title, targets, waivers)
    if old:
        corpus = compare(corpus, old)
    _write(output, render(corpus))
    if record:
        _write(record, remember(corpus))
    return corpus


def report_run(job: Job, output: Path) -> None:
    """Write the page of all that stands in the output folder of `job`; a run without any result has none.

    Raises:
        OutputError: It cannot be written.
    """
    glossary, _ = choose_glossary(job.glossaries, job.no_glossary)
    try:
        write_report([job.out], output, glossary=glossary, profile=job.profile, targets=job.targets,
                     complain=lambda line: click.echo(f"translate: {line}", err=True))
    except InputError as error:
        click.echo(f"translate: no report: {error}", err=True)


def compose(sheets: Sequence[Sheet], glossary: Glossary | None, profile: str, title: str,
            targets: Sequence[str], waivers: Path | None = None) -> Corpus:
    """The page of `sheets`.

    Raises:
        InputError: They are of several source languages, or none is left to show.
    """
    wanted = [sheet for sheet in sheets if sheet.file.target_language in (targets or (sheet.file.target_language,))
              and any(segment.target is not None for segment in sheet.file.segments)]
    sources = sorted({sheet.file.source_language for sheet in wanted})
    if len(sources) != 1:
        raise InputError(f"sources in {' and '.join(sources)}: make a report of each" if sources else
                         "no translation in any of these files; run translate run first")
    found = {sheet.file.target_language for sheet in wanted}
    languages = tuple(code for code in targets if code in found) or tuple(sorted(found, key=_rank))
    rules, findings = check_sheets(wanted, glossary, profile, waivers)
    return Corpus(title, sources[0], languages, articles(wanted, findings),
                  entries(wanted, glossary, profile), rules, time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()))


def _rank(code: str) -> tuple[int, str]:
    """Languages in the order in which the program lists them, others behind."""
    known = list(LANGUAGES)
    return known.index(code) if code in known else len(known), code


def _write(path: Path, text: str) -> None:
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file to write")
    write_atomically(path, text.encode())
