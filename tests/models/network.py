"""A small Transformer in PyTorch and its export to CTranslate2.

The first cross-attention head of the last decoder layer is trained to look at the source word that
stands for the target word (guided alignment, Chen et al. 2016, arXiv:1607.01628); the exported
model returns that head when attention is asked for.
"""
from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from torch import Tensor, nn

if TYPE_CHECKING:
    from ctranslate2.specs.transformer_spec import TransformerSpec

PAD = 3


@dataclass(frozen=True, slots=True)
class Size:
    """What decides the number of weights."""
    vocabulary: int
    width: int = 128
    heads: int = 4
    inner: int = 512
    encoder_layers: int = 3
    decoder_layers: int = 2


class Attention(nn.Module):
    """Multi-head attention, laid out as CTranslate2 stores it: q, k and v in one matrix or two."""

    def __init__(self, size: Size, cross: bool) -> None:
        super().__init__()
        width, self.heads = size.width, size.heads
        split = [width, 2 * width] if cross else [3 * width]
        self.inputs = nn.ModuleList(nn.Linear(width, out) for out in split)
        self.output = nn.Linear(width, width)

    def forward(self, x: Tensor, memory: Tensor | None, hidden: Tensor) -> tuple[Tensor, Tensor]:
        """The attended states and the weights (batch, head, target, source)."""
        if memory is None:
            query, key, value = self.inputs[0](x).chunk(3, -1)
        else:
            query, (key, value) = self.inputs[0](x), self.inputs[1](memory).chunk(2, -1)
        query, key, value = (self.split(part) for part in (query, key, value))
        scores = query @ key.transpose(-1, -2) / math.sqrt(query.size(-1))
        weights = scores.masked_fill(hidden, -1e4).softmax(-1)
        return self.output((weights @ value).transpose(1, 2).flatten(2)), weights

    def split(self, x: Tensor) -> Tensor:
        return x.unflatten(-1, (self.heads, -1)).transpose(1, 2)


class Layer(nn.Module):
    """One encoder layer, or with `cross` one decoder layer; normalised before each part."""

    def __init__(self, size: Size, dropout: float, cross: bool) -> None:
        super().__init__()
        self.self_norm, self.self_attention = nn.LayerNorm(size.width), Attention(size, False)
        if cross:
            self.cross_norm, self.cross_attention = nn.LayerNorm(size.width), Attention(size, True)
        self.inner_norm = nn.LayerNorm(size.width)
        self.inner, self.outer = (nn.Linear(size.width, size.inner),
                                  nn.Linear(size.inner, size.width))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor, memory: Tensor | None = None,
                memory_hidden: Tensor | None = None) -> tuple[Tensor, Tensor | None]:
        """The new states, and the cross-attention where there is one."""
        x = x + self.dropout(self.self_attention(self.self_norm(x), None, hidden)[0])
        weights = None
        if memory is not None:
            y, weights = self.cross_attention(self.cross_norm(x), memory, memory_hidden)
            x = x + self.dropout(y)
        return x + self.dropout(self.outer(F.relu(self.inner(self.inner_norm(x))))), weights


class Translator(nn.Module):
    """Encoder and decoder with one embedding for both sides and for the output."""

    positions: Tensor

    def __init__(self, size: Size, dropout: float = 0.05) -> None:
        super().__init__()
        self.size = size
        self.embedding = nn.Embedding(size.vocabulary, size.width)
        nn.init.normal_(self.embedding.weight, std=size.width ** -0.5)
        self.encoder = nn.ModuleList(Layer(size, dropout, False)
                                     for _ in range(size.encoder_layers))
        self.decoder = nn.ModuleList(Layer(size, dropout, True)
                                     for _ in range(size.decoder_layers))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(size.width), nn.LayerNorm(size.width)
        self.register_buffer("positions", sinusoids(512, size.width), persistent=False)

    def embed(self, tokens: Tensor) -> Tensor:
        states = self.embedding(tokens) * math.sqrt(self.size.width)
        return states + self.positions[:tokens.size(1)]

    def forward(self, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """States that predict each next target token, and the first head's attention."""
        hidden = (source == PAD)[:, None, None, :]
        memory = self.embed(source)
        for layer in self.encoder:
            memory, _ = layer(memory, hidden)
        memory = self.encoder_norm(memory)
        length = target.size(1)
        future = torch.ones(length, length, dtype=torch.bool).triu(1)
        states = self.embed(target)
        for layer in self.decoder:
            states, weights = layer(states, future, memory, hidden)
        return self.decoder_norm(states), weights[:, 0]


def sinusoids(length: int, width: int) -> Tensor:
    """Position encodings, sine and cosine interleaved."""
    angles = torch.arange(length)[:, None] * torch.exp(
        torch.arange(0, width, 2) * (-math.log(10000.0) / width))
    return torch.stack([angles.sin(), angles.cos()], -1).flatten(1)


def export(model: Translator, pieces: list[str], folder: Path) -> None:
    """Write the model as int8 CTranslate2 files."""
    from ctranslate2.specs import TransformerSpec
    size = model.size
    spec = TransformerSpec.from_config((size.encoder_layers, size.decoder_layers), size.heads,
                                       pre_norm=True, alignment_layer=-1, alignment_heads=1)
    copy_embeddings(model, spec)
    for side, layers in ((spec.encoder, model.encoder), (spec.decoder, model.decoder)):
        for target, layer in zip(side.layer, layers):
            copy_layer(layer, target)
    copy_weights(model.encoder_norm, spec.encoder.layer_norm)
    copy_weights(model.decoder_norm, spec.decoder.layer_norm)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    folder.mkdir(parents=True, exist_ok=True)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def copy_embeddings(model: Translator, spec: TransformerSpec) -> None:
    weight, positions = model.embedding.weight.detach().numpy(), model.positions.numpy()
    spec.encoder.embeddings[0].weight = spec.decoder.embeddings.weight = weight
    spec.decoder.projection.weight = weight
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = True
        side.position_encodings.encodings = positions


def copy_layer(layer: Layer, spec: object) -> None:
    parts = [(layer.self_norm, layer.self_attention, spec.self_attention)]
    if hasattr(layer, "cross_attention"):
        parts.append((layer.cross_norm, layer.cross_attention, spec.attention))
    for norm, attention, target in parts:
        copy_weights(norm, target.layer_norm)
        for linear, place in zip([*attention.inputs, attention.output], target.linear):
            copy_weights(linear, place)
    copy_weights(layer.inner_norm, spec.ffn.layer_norm)
    copy_weights(layer.inner, spec.ffn.linear_0)
    copy_weights(layer.outer, spec.ffn.linear_1)


def copy_weights(module: nn.Linear | nn.LayerNorm, spec: object) -> None:
    names = ("gamma", "beta") if isinstance(module, nn.LayerNorm) else ("weight", "bias")
    for name, value in zip(names, (module.weight, module.bias)):
        setattr(spec, name, value.detach().numpy())
