"""Networks on disk while they are made (needs PyTorch)."""

from __future__ import annotations

import os
import pickle
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from translate.errors import InputError, OutputError
from translate.training.network import Network
from translate.training.recipe import Size


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Weights, and what a run needs to go on from them."""

    size: Size
    weights: dict[str, Any]
    """Tensors by name, as `Network.state_dict` has them."""
    step: int = 0
    optimizer: dict[str, Any] | None = None
    """None in weights that are kept, not gone on from."""
    average: dict[str, Any] | None = None
    """The moving average of the weights, likewise."""
    best: float = float("inf")
    """The lowest loss that a check of the run has found."""

    def network(self) -> Network:
        """A network with these weights."""
        network = Network(self.size)
        network.load_state_dict(self.weights)
        return network


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write it whole or not at all.

    Raises:
        OutputError: It cannot be written.
    """
    part = path.with_name(path.name + ".part")
    content = {"size": asdict(checkpoint.size), "weights": checkpoint.weights, "step": checkpoint.step,
               "optimizer": checkpoint.optimizer, "average": checkpoint.average, "best": checkpoint.best}
    try:
        torch.save(content, part)
        os.replace(part, path)
    except (OSError, RuntimeError) as error:
        raise OutputError(f"{path}: cannot be written ({error}); free some space") from error


def load_checkpoint(path: Path) -> Checkpoint:
    """The checkpoint in a file; nothing in it is executed.

    Raises:
        InputError: It is none.
    """
    try:
        content = torch.load(path, map_location="cpu", weights_only=True)
        return Checkpoint(Size(**content.pop("size")), **content)
    except (OSError, RuntimeError, EOFError, pickle.UnpicklingError, KeyError, TypeError) as error:
        reason = " ".join(str(error).split())[:120]
        raise InputError(f"{path}: no checkpoint of translate train run ({reason})") from error
