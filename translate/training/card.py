"""The model card that a package carries: what it is, from what, how, how good, and what not to do with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from translate.languages import language as facts
from translate.training.workplace import Workplace

if TYPE_CHECKING:
    from translate.training.checkpoints import Checkpoint


def card(work: Workplace, checkpoint: Checkpoint, version: str, licence: str, scores: Mapping[str, float]) -> str:
    """The card, in Markdown."""
    setup, size = work.setup, checkpoint.size
    targets = " and ".join(facts(code).name for code in setup["targets"])
    parts = [
        f"# {facts(setup['source']).name} to {targets}, {version}",
        "An Argos package made with `translate train`. One model serves all its target languages: the first "
        "target token chooses.",
        "## Scores", *(_table(("measure", "value"), [(name, f"{value:.2f}") for name, value in scores.items()])
                       if scores else ["none measured"]),
        "## The network", "A Transformer, normalised before each part, with one embedding for both sides and the "
        "output; int8. The first cross-attention head of the last decoder layer was guided by word links.",
        *_table(("what", "number"), [(field.name.replace("_", " "), getattr(size, field.name))
                                     for field in fields(size)]),
        "## Text", *_table(("file", "bytes", "SHA-256"), [(file["name"], f"{file['bytes']:,}", file["sha256"][:16])
                                                          for file in setup["files"]]),
        *_table(("samples", "number"), [(name, f"{count:,}") for name, count in setup["samples"].items()]),
        f"Licence: {licence}", "## Runs", *_runs(work.log),
        "## Limits", "It knows the kind of text that it was trained on, and little else. Names that it has not "
        "seen come out wrong: use it with a glossary, and have its output read by a person.",
    ]
    return "\n\n".join(parts).replace("\n\n|", "\n|").replace("|\n## ", "|\n\n## ") + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> Iterator[str]:
    """A table in one piece, with an empty line above it."""
    lines = [head, ["---"] * len(head), *rows]
    yield "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def _runs(log: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    rows = [(number, run["from"], run["steps"], f"{run['seconds'] / 60:.1f} min", run["recipe"]["rate"],
             run["recipe"]["dropout"], ", ".join(f"{name} {loss:.3f}" for name, loss in run["dev"].items()))
            for number, run in enumerate(log, 1)]
    yield from _table(("run", "from", "steps", "time", "highest rate", "dropout", "loss on dev"), rows)
