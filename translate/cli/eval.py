"""`translate eval`: how good translations are, by reference and by glossary."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes, different, engine_options, glossary_options


@click.command("eval")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--to", "targets", required=True, type=Codes(), metavar="LANG", help="Target language.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@click.option("--source", "original", type=click.Path(path_type=Path, exists=True), metavar="FILE|DIR",
              help="What PATH, translated files of the same format, were made from.")
@click.option("--system", "-s", "systems", multiple=True, metavar="NAME=FILE[:COLUMN]",
              help="Measure these translations too: a line for each sentence, in the order of PATH; of a .tsv "
                   "the second column or the one that is named; or .jsonl, .tmx, .xlf, a folder that "
                   "`translate run` wrote. May be given several times.")
@click.option("--no-package", is_flag=True,
              help="Translate nothing: measure only --system and what PATH holds.")
@click.option("--bootstrap", "samples", type=click.IntRange(0, 100_000), default=1000, show_default=True,
              metavar="N", help="Resamples that tell whether systems differ from the first; 0 for none.")
@glossary_options
@engine_options
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text",
              show_default=True)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
def evaluate(paths: tuple[str, ...], targets: tuple[str, ...], source: str, original: Path | None,
             systems: tuple[str, ...], no_package: bool, samples: int, glossaries: tuple[Path, ...],
             no_glossary: bool, profile: str, models: Path | None, beam: int, device: str, jobs: int,
             form: str | None, quiet: bool) -> Exit:
    """Translate the sources in PATH... and compare with the translations there.

    PATH is .tsv (source TAB reference), .jsonl ({"en": ..., "ko": ..., "article": ...}), .tmx, .xlf, a folder
    that `translate run` wrote, or a translated file with --source; - is a .tsv from standard input. Rows of
    one article are one document; of .xlf, only what is reviewed or final is compared with.

    Printed are chrF, BLEU, how many mentions of glossary entries are rendered as wanted, and in how many
    documents an entry keeps one rendering: for the package alone, for the package with the glossary
    enforced, for each --system, and for what PATH holds itself.

    \b
    translate eval corpus/eval/news-dev.jsonl --to ko
    translate eval dev.tsv --to ja --system old=old.txt --format markdown
    translate eval flores.tsv --to ko --no-package -s argos=flores.tsv:3 -s firefox=flores.tsv:4
    translate eval out/ko --to ko --no-package --glossary desk.yml

    BLEU counts words where sacrebleu's tokenizer of the language is installed (pip install
    'glosswire[eval]'), else characters; the signature says which.

    Exit codes: 0 measured; 2 something cannot be read, or no package leads there.
    """
    from translate.cli.desks import decoding_of
    from translate.cli.evaluation import Question, evaluate as measure
    from translate.cli.evaluation_tables import render
    from translate.errors import ConfigError
    different(source, targets)
    if len(targets) > 1:
        raise ConfigError(f"--to {','.join(targets)}: one language at a time; name one: --to {targets[0]}")
    figures = measure(Question(paths, source, targets[0], original, glossaries, no_glossary, profile, models,
                               decoding_of(beam, device, jobs), systems, not no_package, samples, quiet))
    click.echo(render(figures, form or "text"))
    return Exit.CLEAN
