"""The network: a Transformer with one embedding for both sides and for the output (needs PyTorch).

Its parts bear the names that CTranslate2 gives them, so that export and the way back are a renaming.
The first cross-attention head of the last decoder layer is the one that is guided and exported.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from translate.training.pieces import PAD
from translate.training.recipe import Size

POSITIONS = 512
"""The longest sequence."""


class Attention(nn.Module):
    """Multi-head attention, laid out as CTranslate2 stores it: q, k and v in one matrix, or q apart."""

    def __init__(self, size: Size, cross: bool) -> None:
        super().__init__()
        width, self.heads, self.cross = size.width, size.heads, cross
        self.layer_norm = nn.LayerNorm(width)
        outputs = (width, 2 * width, width) if cross else (3 * width, width)
        for index, out in enumerate(outputs):
            self.add_module(f"linear_{index}", nn.Linear(width, out))

    def forward(self, x: Tensor, hidden: Tensor, memory: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """New states [batch, length, width], and the weights [batch, head, length, memory].

        `hidden` is true where nothing may be looked at; `memory` is what a cross-attention looks at.
        """
        x = self.layer_norm(x)
        if self.cross:
            query, (key, value) = self.linear_0(x), self.linear_1(memory).chunk(2, -1)
        else:
            query, key, value = self.linear_0(x).chunk(3, -1)
        query, key, value = (self._heads(part) for part in (query, key, value))
        scores = query @ key.transpose(-1, -2) / math.sqrt(query.size(-1))
        weights = scores.masked_fill(hidden, -1e4).softmax(-1)
        mixed = (weights @ value).transpose(1, 2).flatten(2)
        return (self.linear_2 if self.cross else self.linear_1)(mixed), weights

    def _heads(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)


class FeedForward(nn.Module):
    """Two linear layers, normalised before."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.layer_norm = nn.LayerNorm(size.width)
        self.linear_0, self.linear_1 = nn.Linear(size.width, size.inner), nn.Linear(size.inner, size.width)

    def forward(self, x: Tensor, dropout: nn.Dropout) -> Tensor:
        """New states of the same shape."""
        return self.linear_1(dropout(F.relu(self.linear_0(self.layer_norm(x)))))


class Layer(nn.Module):
    """One encoder layer, or with `cross` one decoder layer."""

    def __init__(self, size: Size, dropout: nn.Dropout, cross: bool) -> None:
        super().__init__()
        self.self_attention = Attention(size, False)
        if cross:
            self.attention = Attention(size, True)
        self.ffn, self.dropout = FeedForward(size), dropout

    def forward(self, x: Tensor, hidden: Tensor, memory: Tensor | None = None,
                memory_hidden: Tensor | None = None) -> tuple[Tensor, Tensor | None]:
        """New states, and the cross-attention where there is one."""
        x = x + self.dropout(self.self_attention(x, hidden)[0])
        weights = None
        if memory is not None:
            y, weights = self.attention(x, memory_hidden, memory)
            x = x + self.dropout(y)
        return x + self.dropout(self.ffn(x, self.dropout)), weights


class Stack(nn.Module):
    """The layers of one side, and the normalisation behind them."""

    def __init__(self, size: Size, layers: int, dropout: nn.Dropout, cross: bool) -> None:
        super().__init__()
        self.depth = layers
        for index in range(layers):
            self.add_module(f"layer_{index}", Layer(size, dropout, cross))
        self.layer_norm = nn.LayerNorm(size.width)

    def forward(self, x: Tensor, *context: Tensor) -> tuple[Tensor, Tensor | None]:
        """As `Layer.forward`, for all layers; the attention is that of the last."""
        weights = None
        for index in range(self.depth):
            x, weights = getattr(self, f"layer_{index}")(x, *context)
        return self.layer_norm(x), weights


class Network(nn.Module):
    """Encoder and decoder."""

    positions: Tensor

    def __init__(self, size: Size, dropout: float = 0.0) -> None:
        super().__init__()
        self.size, self.dropout = size, nn.Dropout(dropout)
        self.embeddings = nn.Embedding(size.vocabulary, size.width)
        nn.init.normal_(self.embeddings.weight, std=size.width ** -0.5)
        self.encoder = Stack(size, size.encoder_layers, self.dropout, False)
        self.decoder = Stack(size, size.decoder_layers, self.dropout, True)
        self.register_buffer("positions", sinusoids(POSITIONS, size.width), persistent=False)

    def forward(self, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """States [batch, target, width] that predict each next piece, and the guided head's attention
        [batch, target, source]. Both arguments are ids [batch, length]."""
        hidden = (source == PAD)[:, None, None, :]
        memory, _ = self.encoder(self._embed(source), hidden)
        length = target.size(1)
        future = torch.ones(length, length, dtype=torch.bool, device=target.device).triu(1)
        states, weights = self.decoder(self._embed(target), future, memory, hidden)
        assert weights is not None
        return states, weights[:, 0]

    def logits(self, states: Tensor) -> Tensor:
        """A number for each piece of the vocabulary."""
        return states @ self.embeddings.weight.T

    def _embed(self, ids: Tensor) -> Tensor:
        embedded = self.embeddings(ids) * math.sqrt(self.size.width)
        return self.dropout(embedded + self.positions[:ids.size(1)])


def sinusoids(length: int, width: int) -> Tensor:
    """Position encodings [length, width], sine and cosine interleaved."""
    angles = torch.arange(length)[:, None] * torch.exp(
        torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    return torch.stack([angles.sin(), angles.cos()], -1).flatten(1)
