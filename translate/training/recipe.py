"""What decides a training run: sizes, the mix of texts, rates. Written into the model card as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Size:
    """What decides the number of weights, and the shape of the network."""

    vocabulary: int
    width: int
    heads: int
    inner: int
    """Width of the feed-forward layers."""
    encoder_layers: int
    decoder_layers: int
    """Few: decoding costs a pass over them for each token (Kasai et al. 2021, arXiv:2006.10369)."""


PIECES = 8000
"""Of a new tokenizer, unless another number is asked for."""
SIZES: Mapping[str, Size] = {
    "tiny": Size(2000, 64, 4, 256, 2, 1),
    "small": Size(8000, 256, 4, 1024, 4, 2),
    "base": Size(12000, 512, 8, 2048, 6, 2),
}
"""`tiny` shows that the recipe works; `small` trains on a CPU in hours; `base` wants a GPU."""

MIX: Mapping[str, float] = {"plain": 0.60, "switched": 0.28, "general": 0.09, "terms": 0.03}
"""The share of each group of samples among the batches; groups without a sample are left out."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a network is trained."""

    mix: Mapping[str, float] = field(default_factory=lambda: dict(MIX))
    rate: float = 7e-4
    """The highest learning rate; it rises to it over `warm` steps, then falls in a line to 1 % of it."""
    warm: int = 100
    dropout: float = 0.15
    smoothing: float = 0.1
    """Label smoothing (Szegedy et al. 2016, arXiv:1512.00567)."""
    guidance: float = 0.5
    """Weight of the loss of the guided attention head (Chen et al. 2016, arXiv:1607.01628)."""
    tokens: int = 3000
    """Tokens of padded text in a batch, source or target, whichever is longer."""
    average: float = 0.998
    """Decay of the moving average of the weights, which is what is exported."""
    every: int = 100
    """Steps between two checks on the dev part."""
    seed: int = 1


ADAPTING = Recipe(mix={"memory": 0.35, "memory-switched": 0.15, "plain": 0.35, "switched": 0.15}, rate=2e-4,
                  warm=20, dropout=0.1, tokens=2000, average=0.99, every=50)
"""For a package that is adapted to approved translations: a small rate, and as much of the text that it
was trained on as of the new one, so that nothing is forgotten."""
