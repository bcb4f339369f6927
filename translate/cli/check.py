"""`translate check`: faults of existing translations, found."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes, Rules, glossary_options


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--to", "targets", type=Codes(), default=(), metavar="LANG[,LANG]",
              help="Language of the translations; .xlf files say it themselves.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@click.option("--source", "original", type=click.Path(path_type=Path, exists=True), metavar="FILE|DIR",
              help="What PATH, translated files of the same format, were made from; for .xlf, to find what "
                   "changed since.")
@glossary_options
@click.option("--select", type=Rules(), default=(), metavar="RULE,...",
              help="Only these rules: names, codes, or families (glossary, fidelity, surface, input).")
@click.option("--ignore", type=Rules(), default=(), metavar="RULE,...", help="All but these rules.")
@click.option("--fail-on", type=click.Choice(["error", "warning", "info"]), default="error", show_default=True,
              help="Exit 1 for findings of this level and graver ones.")
@click.option("--format", "format_", type=click.Choice(["text", "json", "sarif", "junit", "github"]),
              default="text", show_default=True)
@click.option("--json", "format_", flag_value="json", help="The same as --format json.")
@click.option("--output", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Where the report goes; standard output unless given.")
@click.option("--baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Known findings, which are not reported.")
@click.option("--write-baseline", is_flag=True, help="Write all findings into the baseline; exit 0.")
@click.option("--waivers", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="YAML of findings that are not reported until a day, for a reason.")
@click.option("--limit", type=click.IntRange(1), default=1000, show_default=True, metavar="N",
              help="Findings of a rule that the report shows; all are counted.")
@click.option("--jobs", type=click.IntRange(0, 256), default=0, metavar="N",
              help="Processes; one for each core unless given.")
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
def check(paths: tuple[str, ...], targets: tuple[str, ...], source: str, original: Path | None,
          glossaries: tuple[Path, ...], no_glossary: bool, profile: str, select: tuple[str, ...],
          ignore: tuple[str, ...], fail_on: str, format_: str | None, output: Path | None,
          baseline: Path | None, write_baseline: bool, waivers: Path | None, limit: int, jobs: int,
          quiet: bool) -> Exit:
    """Find faults in translations: terms, numbers, lost sentences, particles, marks.

    PATH is .xlf, a folder that `translate run` wrote, .tsv (source TAB translation TAB id), .jsonl
    ({"en": ..., "ko": ...}), .tmx, or a translated file with --source; - is a .tsv from standard input.
    `translate rules` lists what is looked for.

    \b
    translate check out/
    translate check names.tsv --to ko --select term-missing,F
    translate check ko/kim.md --to ko --source en/kim.md
    translate check out/ --format sarif --output check.sarif --baseline known.json

    Exit codes: 0 nothing; 1 findings at or over --fail-on; 2 something cannot be read at all.
    """
    from translate.cli.checking import Outputs, Question, run_check
    from translate.cli.options import different
    from translate.records import Level
    different(source, targets)
    question = Question(paths, source, targets, original, glossaries, no_glossary, profile, select, ignore,
                        waivers, jobs)
    outputs = Outputs(format_ or "text", output, cast(Level, fail_on), baseline, write_baseline, limit, quiet)
    return run_check(question, outputs)
