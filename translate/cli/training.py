"""What the commands of `translate train` do once their options are read."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translate.cli.exits import Exit
from translate.engine.packages import STARTER, find_packages
from translate.errors import ConfigError
from translate.records import Package
from translate.training.recipe import ADAPTING, PIECES, SIZES, Recipe
from translate.training.rows import NEWS, Row, load_rows
from translate.training.workplace import Workplace, prepare

if TYPE_CHECKING:
    from translate.training.checkpoints import Checkpoint
    from translate.training.comparing import Quality
    from translate.training.loop import Budget, Check
    from translate.training.network import Network

_LOST = 0.5
"""chrF that other news may lose when a package is adapted; more is warned of."""


@dataclass(frozen=True, slots=True)
class Ask:
    """The options of a run, as the user gave them."""

    work: Path
    size: str
    minutes: float | None
    steps: int | None
    start: str
    models: Path | None
    rate: float | None
    dropout: float | None
    seed: int
    device: str
    threads: int | None

    def recipe(self, base: Recipe) -> Recipe:
        """`base` with what the user asked for."""
        return replace(base, rate=self.rate or base.rate, seed=self.seed,
                       dropout=base.dropout if self.dropout is None else self.dropout)


def need_torch(threads: int | None = None) -> None:
    """Refuse where PyTorch is missing; else let it compute on `threads` cores.

    Raises:
        ConfigError: It is missing.
    """
    try:
        import torch
    except ImportError as error:
        raise ConfigError("training needs PyTorch, which is not installed; "
                          "install it with: pip install 'glosswire[train]'") from error
    if threads:
        torch.set_num_threads(threads)


@dataclass(frozen=True, slots=True)
class Texts:
    """The options of `translate train prepare`, as the user gave them."""

    files: Sequence[Path]
    work: Path
    source: str
    targets: Sequence[str]
    dev: Path | None
    vocabulary: int | None
    """Pieces of a new tokenizer; None for the usual number."""
    like: str
    """The package whose tokenizer is taken; empty for a new one."""
    models: Path | None
    seed: int


def prepare_text(texts: Texts) -> Exit:
    """`translate train prepare`."""
    if texts.like and texts.vocabulary:
        raise ConfigError("--vocabulary is for a new tokenizer, --tokenizer takes the one of a package; "
                          "leave one of them out")
    tokenizer = _tokenizer_of(texts) if texts.like else texts.vocabulary or PIECES
    files = list(texts.files) or [NEWS]
    languages = (texts.source, texts.targets)
    rows = [row for path in files for row in load_rows(path, *languages)]
    checked = list(load_rows(texts.dev, *languages)) if texts.dev else []
    made = prepare(texts.work, rows, checked, languages, tokenizer, files, texts.seed)
    for name, count in made.setup["samples"].items():
        click.echo(f"{name:<16}{count:>10,} samples")
    return Exit.CLEAN


def _tokenizer_of(texts: Texts) -> bytes:
    """The tokenizer of the package that --tokenizer names.

    Raises:
        ConfigError: There is no such package, or it cannot tell these languages apart.
    """
    from translate.training.adapting import languages
    tokenizer = _package("--tokenizer", texts.like, texts.models).tokenizer.read_bytes()
    known = languages(tokenizer)
    unknown = [target for target in texts.targets if target not in known]
    if unknown:
        has = f"has tags for {', '.join(known)} alone" if known else "has no tags of target languages"
        raise ConfigError(f"--tokenizer {texts.like}: it {has}, none for {', '.join(unknown)}; "
                          "name the targets with --to, or leave --tokenizer out")
    return tokenizer


def train_on(ask: Ask) -> Exit:
    """`translate train run` on prepared text."""
    need_torch(ask.threads)
    from translate.training.loop import train
    from translate.training.network import Network
    work = Workplace(ask.work)
    groups = work.groups
    start, resumed = _start(ask)
    network = start or Network(replace(SIZES[ask.size], vocabulary=_pieces(work)))
    _same_pieces(network, work, ask)
    recipe, budget, checks = ask.recipe(Recipe()), _budget(ask), _Checks()
    train(network, groups, recipe, budget, ask.work, checks.add, ask.device, resumed)
    checks.note(work, ask.start or f"random weights, {ask.size}", recipe)
    click.echo(f"best weights: {ask.work / 'best.pt'}")
    return Exit.CLEAN


def adapt(ask: Ask, memory: Path) -> Exit:
    """`translate train run --memory`: adapt a package, and say what was gained and what was lost."""
    need_torch(ask.threads)
    from translate.training.adapting import prepare_adapting
    from translate.training.export import widen
    from translate.training.loop import train
    if not ask.start:
        raise ConfigError("name the package to adapt: --from starter, en_ko, or its folder")
    package = _package("--from", ask.start, ask.models)
    work, held = prepare_adapting(ask.work, package, _approved(memory, package.source))
    network = widen(package.model)
    sources = {row.source for row in held}
    other = [row for row in work.dev if row.source not in sources]
    before = _figures(network, work, {"held-back": held, "other news": other}, ask.threads)
    recipe, checks = ask.recipe(ADAPTING), _Checks()
    network = train(network, work.groups, recipe, _budget(ask), ask.work, checks.add, ask.device)
    checks.note(work, f"{package.source}_{package.target} {package.version}, widened", recipe)
    after = _figures(network, work, {"held-back": held, "other news": other}, ask.threads)
    for (name, target), (old, new) in {key: (before[key], after[key]) for key in before}.items():
        click.echo(f"{target}, {name} ({new.sentences} sentences): chrF {old.chrf:.2f} -> {new.chrf:.2f}")
        if name == "other news" and old.chrf - new.chrf > _LOST:
            click.echo(f"translate: other news lost {old.chrf - new.chrf:.2f} chrF in {target}; train for a "
                       "shorter time or with a smaller --rate", err=True)
    click.echo(f"best weights: {ask.work / 'best.pt'}; package: translate train export --work {ask.work}")
    return Exit.CLEAN


def export_archives(work: Path, checkpoint: Path | None, out: Path, version: str, licence: str,
                    measure: bool) -> Exit:
    """`translate train export`."""
    need_torch()
    from translate.training.packaging import build
    place, loaded = Workplace(work), _load(work, checkpoint)
    scores = {}
    if measure:
        found = _figures(loaded.network(), place, {"dev": place.dev}, None)
        scores = {f"dev chrF {target}": round(quality.chrf, 2) for (_, target), quality in found.items()}
    for path in build(place, loaded, out, version, licence, scores):
        click.echo(f"{path}  ({path.stat().st_size / 1e6:.1f} MB)")
    return Exit.CLEAN


def compare(files: Sequence[Path], work: Path, checkpoint: Path | None, threads: int | None,
            as_json: bool) -> Exit:
    """`translate train evaluate`."""
    need_torch(threads)
    place, loaded = Workplace(work), _load(work, checkpoint)
    setup = place.setup
    parts = {path.name: list(load_rows(path, setup["source"], setup["targets"])) for path in files}
    found = _figures(loaded.network(), place, parts or {"dev": place.dev}, threads)
    if as_json:
        click.echo(json.dumps([{"file": name, "to": target, **asdict(quality)}
                               for (name, target), quality in found.items()], indent=1))
        return Exit.CLEAN
    click.echo(f"{'text':<24}{'to':<4}{'sentences':>10}{'chrF':>8}{'BLEU':>8}{'off PyTorch by':>16}")
    for (name, target), quality in found.items():
        click.echo(f"{name:<24}{target:<4}{quality.sentences:>10,}{quality.chrf:>8.2f}{quality.bleu:>8.2f}"
                   f"{quality.difference:>16.6f}")
    return Exit.CLEAN


def _figures(network: Network, work: Workplace, parts: dict[str, list[Row]],
             threads: int | None) -> dict[tuple[str, str], Quality]:
    """The quality by part and target language, where the part has sentences in it."""
    from translate.training.comparing import Judge
    judge = Judge(network, work.pieces, threads or 1)
    return {(name, target): judge.judge(rows, target) for name, rows in parts.items()
            for target in work.setup["targets"] if any(row.targets.get(target) for row in rows)}


class _Checks:
    """Prints the checks of a run and keeps what the model card says of it."""

    def __init__(self) -> None:
        self.seen: list[Check] = []
        self.started = time.time()

    def add(self, check: Check) -> None:
        """Print one."""
        self.seen.append(check)
        click.echo(check.line)

    def note(self, work: Workplace, start: str, recipe: Recipe) -> None:
        """Write the run into the workplace's log."""
        best = min(self.seen, key=lambda check: sum(check.dev.values()))
        work.note({"from": start, "recipe": asdict(recipe), "seconds": round(self.seen[-1].seconds, 1),
                   "steps": self.seen[-1].step, "best step": best.step,
                   "dev": {name: round(loss, 4) for name, loss in best.dev.items()}})


def _budget(ask: Ask) -> Budget:
    from translate.training.loop import Budget
    if not ask.minutes and not ask.steps:
        raise ConfigError("say when to stop: --minutes N or --steps N")
    return Budget((ask.minutes or float("inf")) * 60, ask.steps or float("inf"))


def _start(ask: Ask) -> tuple[Network | None, Checkpoint | None]:
    """The network to go on from, and the run to resume where it was one of this kind."""
    if not ask.start:
        return None, None
    if Path(ask.start).is_file():
        from translate.training.checkpoints import load_checkpoint
        loaded = load_checkpoint(Path(ask.start))
        return loaded.network(), loaded
    from translate.training.export import widen
    return widen(_package("--from", ask.start, ask.models).model), None


def _package(option: str, start: str, models: Path | None) -> Package:
    """The package that an option names: a folder, or a language pair among those installed.

    Raises:
        ConfigError: There is none, or it is broken.
    """
    folder = STARTER if start == "starter" else Path(start)
    found = [one for one in find_packages(folder if folder.is_dir() else models)
             if folder.is_dir() or f"{one.source}_{one.target}" == start]
    if not found or not isinstance(found[0], Package):
        raise ConfigError(f"{option} {start}: no such package; translate models list shows them")
    return found[0]


def _load(work: Path, checkpoint: Path | None) -> Checkpoint:
    from translate.training.checkpoints import load_checkpoint
    return load_checkpoint(checkpoint or work / "best.pt")


def _pieces(work: Workplace) -> int:
    from translate.training.pieces import load_pieces
    return int(load_pieces(work.pieces).get_piece_size())


def _same_pieces(network: Network, work: Workplace, ask: Ask) -> None:
    """Refuse weights that know other pieces than those of the prepared text.

    Raises:
        ConfigError: They do.
    """
    same = network.size.vocabulary == _pieces(work)
    if ask.start and not Path(ask.start).is_file():
        same = same and _package("--from", ask.start, ask.models).tokenizer.read_bytes() == work.pieces
    if not same:
        raise ConfigError(f"--from {ask.start}: the text in {ask.work} was prepared for another tokenizer; "
                          f"prepare it anew: translate train prepare --tokenizer PACKAGE --work {ask.work}")


def _approved(path: Path, source: str) -> list[tuple[str, str, str]]:
    """What people approved: (source text, target language, translation)."""
    from translate.memory.store import open_memory
    memory, remark = open_memory(path)
    if remark:
        raise ConfigError(remark)
    with memory:
        return [(row.asked.text, row.asked.target, row.text) for row in memory.approvals(source)]
