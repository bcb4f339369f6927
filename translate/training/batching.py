"""Samples in batches of about equal size, drawn from groups by weight (needs PyTorch)."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from translate.training.linking import NONE
from translate.training.packing import Groups, Sample
from translate.training.pieces import PAD

_CHUNK = 20_000
"""Samples that are sorted by length together: enough that a batch has little padding."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded samples."""

    source: Tensor
    """[batch, source]"""
    target: Tensor
    """[batch, target]"""
    links: Tensor
    """[batch, target - 1]: the source index that each next piece stands for, or NONE."""

    def to(self, device: str) -> Batch:
        """The same on another device."""
        return Batch(self.source.to(device), self.target.to(device), self.links.to(device))


def cut(samples: Sequence[Sample], tokens: int, rng: random.Random) -> Iterator[list[Sample]]:
    """All of `samples` once, in batches of at most `tokens` with their padding, in random order."""
    order = list(samples)
    rng.shuffle(order)
    for first in range(0, len(order), _CHUNK):
        chunk = sorted(order[first:first + _CHUNK], key=lambda one: (len(one.source), len(one.target)))
        batches: list[list[Sample]] = [[]]
        longest = 0
        for sample in chunk:
            longest = max(longest, len(sample.source), len(sample.target))
            if batches[-1] and longest * (len(batches[-1]) + 1) > tokens:
                batches.append([])
                longest = max(len(sample.source), len(sample.target))
            batches[-1].append(sample)
        rng.shuffle(batches)
        yield from batches


def draw(groups: Groups, mix: Mapping[str, float], tokens: int, rng: random.Random) -> Iterator[list[Sample]]:
    """Batches without end, each from a group drawn by its weight in `mix`; a used-up group starts anew."""
    names = [name for name in mix if groups.get(name)]
    running: dict[str, Iterator[list[Sample]]] = {}
    while True:
        name = rng.choices(names, [mix[name] for name in names])[0]
        batch = next(running.get(name, iter(())), None)
        if batch is None:
            running[name] = cut(groups[name], tokens, rng)
            batch = next(running[name])
        yield batch


def stack(samples: Sequence[Sample]) -> Batch:
    """One batch of `samples`."""
    width, height = max(len(one.source) for one in samples), max(len(one.target) for one in samples)
    source = np.full((len(samples), max(width, 1)), PAD)
    target = np.full((len(samples), height), PAD)
    links = np.full((len(samples), height - 1), NONE)
    for row, one in enumerate(samples):
        source[row, :len(one.source)], target[row, :len(one.target)] = one.source, one.target
        links[row, 1:1 + len(one.links)] = one.links
    return Batch(*map(torch.from_numpy, (source, target, links)))
