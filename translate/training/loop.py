"""The training loop (needs PyTorch)."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import Tensor

from translate.training.batching import Batch, cut, draw, stack
from translate.training.checkpoints import Checkpoint, load_checkpoint, save_checkpoint
from translate.training.linking import NONE
from translate.training.network import Network
from translate.training.packing import Groups
from translate.training.pieces import PAD
from translate.training.recipe import Recipe

_LOWEST = 0.01
"""What is left of the learning rate at the end."""
_EARLY = 20
"""The moving average forgets faster in its first steps: it weighs them as step / (step + this)."""


@dataclass(frozen=True, slots=True)
class Check:
    """Where a run stands."""

    step: int
    seconds: float
    training: float
    """Mean loss on the training text since the check before, with label smoothing, by target token; 0
    before the first step."""
    dev: dict[str, float]
    """By language: mean loss of the averaged weights on the dev part, by target token."""
    tokens: float
    """Target tokens a second since the run began."""

    @property
    def line(self) -> str:
        """For people."""
        dev = ", ".join(f"{language} {loss:.3f}" for language, loss in self.dev.items())
        training = f"training loss {self.training:.3f}, " if self.training else ""
        return (f"step {self.step}, {self.seconds / 60:.1f} min: {training}dev {dev}, "
                f"{self.tokens:,.0f} tokens/s")


@dataclass(slots=True)
class Budget:
    """When to stop, whichever comes first."""

    seconds: float = float("inf")
    steps: float = float("inf")
    started: float = field(default_factory=time.monotonic)

    def used(self, steps: int) -> float:
        """The share that is gone, from 0 to 1 and beyond."""
        return max((time.monotonic() - self.started) / self.seconds, steps / self.steps)


def train(network: Network, groups: Groups, recipe: Recipe, budget: Budget, folder: Path,
          report: Callable[[Check], None], device: str = "cpu",
          resumed: Checkpoint | None = None) -> Network:
    """Train `network`; returns the averaged weights of the best check, which are in `folder`/best.pt.

    `folder`/last.pt holds everything that a run needs to go on, written at every check.
    """
    torch.manual_seed(recipe.seed)
    run = _Run(network.to(device), groups, recipe, device, resumed)
    run.network.dropout.p = recipe.dropout
    for check in run.checks(budget):
        report(check)
        score = sum(check.dev.values())
        better, run.best = score < run.best, min(score, run.best)
        save_checkpoint(folder / "last.pt", run.checkpoint())
        if better:
            save_checkpoint(folder / "best.pt", Checkpoint(network.size, run.average, run.step))
    network.load_state_dict(load_checkpoint(folder / "best.pt").weights)
    return network.eval()


class _Run:
    """The state of a run."""

    def __init__(self, network: Network, groups: Groups, recipe: Recipe, device: str,
                 resumed: Checkpoint | None) -> None:
        self.network, self.groups, self.recipe, self.device = network, groups, recipe, device
        self.optimizer = torch.optim.AdamW(network.parameters(), lr=recipe.rate, betas=(0.9, 0.98), eps=1e-9,
                                           weight_decay=0.01)
        self.step = self.first = 0
        self.best = float("inf")
        self.average = {name: value.clone() for name, value in network.state_dict().items()}
        if resumed and resumed.optimizer:
            self.optimizer.load_state_dict(resumed.optimizer)
            self.step = self.first = resumed.step
            self.best, self.average = resumed.best, resumed.average or self.average
        self.batches = draw(groups, recipe.mix, recipe.tokens, random.Random(recipe.seed + self.step))

    def checks(self, budget: Budget) -> Iterator[Check]:
        """Steps until the budget is used up; a check before the first, after every so many, and at the end."""
        loss = tokens = whole = 0.0
        self.network.train()
        while True:
            done = self.step - self.first
            used = budget.used(done)
            if used >= 1 or done % self.recipe.every == 0:
                seconds = time.monotonic() - budget.started
                yield Check(self.step, seconds, loss / max(tokens, 1), self._dev(), whole / max(seconds, 1e-6))
                loss = tokens = 0.0
            if used >= 1:
                return
            batch_loss, count = self._advance(used, done)
            loss, tokens, whole = loss + batch_loss * count, tokens + count, whole + count

    def _advance(self, used: float, done: int) -> tuple[float, int]:
        """One step; its loss by target token, and their number."""
        rate = self.recipe.rate * min(1.0, (done + 1) / self.recipe.warm) * max(_LOWEST, 1 - used)
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        batch = stack(next(self.batches)).to(self.device)
        loss, guidance, count = losses(self.network, batch, self.recipe.smoothing)
        (loss + self.recipe.guidance * guidance).backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        self._follow(done + 1)
        return float(loss.detach()), count

    def _follow(self, done: int) -> None:
        """Move the average a little towards the weights."""
        keep = min(self.recipe.average, done / (done + _EARLY))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)

    def _dev(self) -> dict[str, float]:
        """The loss of the averaged weights on each dev group."""
        live = {name: value.clone() for name, value in self.network.state_dict().items()}
        self.network.load_state_dict(self.average)
        found = {name.removeprefix("dev-"): loss_on(self.network, self.groups, name, self.device)
                 for name in sorted(self.groups) if name.startswith("dev-")}
        self.network.load_state_dict(live)
        self.network.train()
        return found

    def checkpoint(self) -> Checkpoint:
        """Everything that is needed to go on."""
        return Checkpoint(self.network.size, self.network.state_dict(), self.step, self.optimizer.state_dict(),
                          self.average, self.best)


def losses(network: Network, batch: Batch, smoothing: float) -> tuple[Tensor, Tensor, int]:
    """Cross-entropy of the next piece, that of the guided head with the links, and the target tokens."""
    states, attention = network(batch.source, batch.target[:, :-1])
    wanted = batch.target[:, 1:]
    kept = wanted != PAD
    loss = F.cross_entropy(network.logits(states[kept]).float(), wanted[kept], label_smoothing=smoothing)
    linked = batch.links != NONE
    found = attention[linked].gather(1, batch.links[linked][:, None])
    guidance = -(found + 1e-6).log().sum() / max(int(linked.sum()), 1)
    return loss, guidance, int(kept.sum())


@torch.no_grad()
def loss_on(network: Network, groups: Groups, name: str, device: str) -> float:
    """Mean loss by target token on a group, without label smoothing."""
    network.eval()
    total = tokens = 0.0
    for samples in cut(groups[name], 4000, random.Random(0)):
        loss, _, count = losses(network, stack(samples).to(device), 0.0)
        total, tokens = total + float(loss) * count, tokens + count
    return total / max(tokens, 1)
