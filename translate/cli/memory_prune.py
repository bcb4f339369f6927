"""`translate memory prune`: make a memory smaller, or take back what it learned."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from translate.cli.options import memory_option
from translate.errors import ConfigError


@click.command()
@memory_option
@click.option("--older-than", type=click.IntRange(0), metavar="DAYS",
              help="Remove machine results that no run has asked for in so many days.")
@click.option("--keep-signature", "kept", multiple=True, metavar="TEXT",
              help="Remove machine results but those whose signature holds this text, for example the digest "
                   "of a package; may be repeated.")
@click.option("--batch", type=click.IntRange(1), metavar="N",
              help="Take back what an import learned: what it replaced stands again.")
@click.option("--approved", is_flag=True,
              help="With --older-than: remove what people approved before that, too.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def prune(memory: Path, older_than: int | None, kept: tuple[str, ...], batch: int | None, approved: bool,
          as_json: bool) -> None:
    """Remove what is no longer needed, and say what that freed.

    \b
    translate memory prune --older-than 90
    translate memory prune --batch 3

    What people approved stays, unless --approved or --batch say otherwise; what --approved removes is a
    batch of its own, which can be taken back.
    """
    from translate.cli.memory_opening import many, megabytes, open_named
    from translate.memory import history, pruning
    if older_than is None and not kept and batch is None:
        raise ConfigError("nothing named to remove; say --older-than DAYS, --keep-signature TEXT or --batch N")
    if approved and older_than is None:
        raise ConfigError("--approved goes with --older-than DAYS; say how old")
    done: dict[str, int] = {"results": 0, "approved": 0, "taken_back": 0, "batch": 0}
    with open_named(memory) as opened:
        if batch is not None:
            done["taken_back"] = opened.take_back(batch)
        if older_than is not None:
            since = int(time.time()) - older_than * 24 * 3600
            done["results"] += pruning.drop_unused(opened.database, since)
            if approved:
                forgotten = history.forget(opened.database, since, f"prune --older-than {older_than}")
                done["approved"], done["batch"] = forgotten.changed, forgotten.batch
        if kept:
            done["results"] += pruning.drop_signatures(opened.database, kept)
        done["outputs"] = pruning.drop_lost_outputs(opened.database)
        done["bytes"] = pruning.shrink(opened.database)
    if as_json:
        click.echo(json.dumps(done))
        return
    if batch is not None:
        click.echo(f"batch {batch} taken back: {many(done['taken_back'], 'sentence')} as before")
    click.echo(f"{many(done['results'], 'machine result')} and {many(done['approved'], 'approved sentence')} "
               f"removed, {megabytes(done['bytes'])} freed")
    if done["batch"]:
        click.echo(f"batch {done['batch']}: `translate memory prune --batch {done['batch']}` takes this back")
