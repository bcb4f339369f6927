"""`translate train`: packages made from text, or adapted to approved translations."""

from __future__ import annotations

from pathlib import Path

import click

from translate.cli.exits import Exit
from translate.cli.options import Codes

WORK = click.option("--work", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR",
                    help="Folder for prepared text and checkpoints.")
THREADS = click.option("--threads", type=click.IntRange(1, 256), default=None,
                       help="Cores to compute on.  [default: all]")

MODELS = click.option("--models", type=click.Path(path_type=Path, file_okay=False), metavar="DIR",
                      help="Folder of Argos packages to look in first.")


@click.group()
def train() -> None:
    """Make a package from text, or adapt one to approved translations (extra `train`: PyTorch).

    \b
    translate train prepare --work work
    translate train run --work work --size small --minutes 600
    translate train evaluate --work work
    translate train export --work work --out packages --version 1.0
    """


@train.command()
@click.argument("text", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False),
                metavar="[TEXT...]")
@WORK
@click.option("--to", "targets", type=Codes(), default="ko,ja", show_default=True, help="Target languages.")
@click.option("--from", "source", default="en", show_default=True, metavar="LANG", help="Source language.")
@click.option("--dev", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="A .jsonl to check against; without it, one row in forty is held back.")
@click.option("--tokenizer", metavar="PACKAGE", default="",
              help="Take the tokenizer of this package (starter, a folder, or a pair such as en_ko), so that "
                   "`run --from` can go on from that.")
@MODELS
@click.option("--vocabulary", type=click.IntRange(300, 64000), default=None,
              help="Pieces of a new tokenizer.  [default: 8000]")
@click.option("--seed", type=int, default=1, show_default=True, help="Of what is drawn at random.")
def prepare(text: tuple[Path, ...], work: Path, targets: tuple[str, ...], source: str, dev: Path | None,
            tokenizer: str, models: Path | None, vocabulary: int | None, seed: int) -> Exit:
    """Turn TEXT into numbers: a tokenizer, samples, word links.

    A TEXT is .jsonl with a text under each language code and perhaps `terms`, or a .tsv of source TAB
    translation whose name ends in its language, as docs.ko.tsv; .xz and .gz are unpacked. Without one, the
    news text that comes with the program is taken.

    \b
    translate train prepare --work work
    translate train prepare desk.jsonl docs.ko.tsv.xz --work more --tokenizer starter
    """
    from translate.cli.training import Texts, prepare_text
    return prepare_text(Texts(text, work, source, targets, dev, vocabulary, tokenizer, models, seed))


@train.command()
@WORK
@click.option("--size", type=click.Choice(["tiny", "small", "base"]), default="small", show_default=True,
              help="Of a new network.")
@click.option("--minutes", type=click.FloatRange(min=0.01), default=None, help="Stop after so long.")
@click.option("--steps", type=click.IntRange(1), default=None, help="Stop after so many steps.")
@click.option("--from", "start", metavar="PACKAGE|CHECKPOINT", default="",
              help="Go on from this package (starter, a folder, or a pair such as en_ko) or checkpoint; "
                   "last.pt in the work folder resumes a run.")
@click.option("--memory", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Adapt the package of --from to the approved translations in this memory.")
@MODELS
@click.option("--rate", type=click.FloatRange(min=0, min_open=True), default=None,
              help="Highest learning rate.  [default: 7e-4, adapting 2e-4]")
@click.option("--dropout", type=click.FloatRange(0, 0.9), default=None,
              help="[default: 0.15, adapting 0.1]")
@click.option("--seed", type=int, default=1, show_default=True, help="Of what is drawn at random.")
@click.option("--device", type=click.Choice(["cpu", "cuda"]), default="cpu", show_default=True)
@THREADS
def run(work: Path, size: str, minutes: float | None, steps: int | None, start: str, memory: Path | None,
        models: Path | None, rate: float | None, dropout: float | None, seed: int, device: str,
        threads: int | None) -> Exit:
    """Train on prepared text, or adapt a package to a memory.

    The best weights by the loss on the dev part are in WORK/best.pt, the last in WORK/last.pt.

    \b
    translate train run --work work --minutes 480
    translate train run --work work --from work/last.pt --minutes 60
    translate train run --work desk --from starter --memory .translate/memory.db --minutes 5

    The last of these prints how much better the package has become on approved sentences that it did not
    see, and what it has lost on other news.
    """
    from translate.cli.training import Ask, adapt, train_on
    ask = Ask(work, size, minutes, steps, start, models, rate, dropout, seed, device, threads)
    return adapt(ask, memory) if memory else train_on(ask)


@train.command()
@WORK
@click.option("--checkpoint", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="[default: WORK/best.pt]")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("."), show_default=True,
              metavar="DIR", help="Where the archives go.")
@click.option("--version", "number", default="1.0", show_default=True, help="Of the package.")
@click.option("--licence", default="not stated", help="Of the weights, for the model card.")
@click.option("--no-scores", is_flag=True, help="Do not measure chrF on the dev part for the model card.")
def export(work: Path, checkpoint: Path | None, out: Path, number: str, licence: str, no_scores: bool) -> Exit:
    """Write the best weights as .argosmodel archives, one for each target language.

    `translate models install FILE` installs one.
    """
    from translate.cli.training import export_archives
    return export_archives(work, checkpoint, out, number, licence, not no_scores)


@train.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False),
                metavar="[FILE...]")
@WORK
@click.option("--checkpoint", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="[default: WORK/best.pt]")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@THREADS
def evaluate(files: tuple[Path, ...], work: Path, checkpoint: Path | None, as_json: bool,
             threads: int | None) -> Exit:
    """Measure a checkpoint, as the package that it becomes, on FILE... or on the dev part.

    Printed are chrF and BLEU by character, and how far the exported package's scores are from PyTorch's.
    """
    from translate.cli.training import compare
    return compare(files, work, checkpoint, threads, as_json)
