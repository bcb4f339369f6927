"""A network as an Argos package, and a package as a network again (needs PyTorch).

The weights are stored in eight bits, a scale for each row, as CTranslate2 stores them. Widened again they
are what the package computes with, so a package can be trained further although it holds no checkpoint.
The layout is that of CTranslate2's python/ctranslate2/specs/model_spec.py (`_serialize`), version 6.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch

from translate.errors import ConfigError
from translate.training.network import Network
from translate.training.recipe import Size

if TYPE_CHECKING:
    from numpy.typing import NDArray

_TYPES = (np.float32, np.int8, np.int16, np.int32, np.float16)
"""By the number that stands for each in the file."""
_EMBEDDINGS = "decoder/embeddings/weight"


def export(network: Network, vocabulary: Sequence[str], folder: Path) -> None:
    """Write the model files of a package into `folder`; CTranslate2 returns the guided head's attention."""
    from ctranslate2.specs import TransformerSpec
    size = network.size
    spec = TransformerSpec.from_config((size.encoder_layers, size.decoder_layers), size.heads, pre_norm=True,
                                       alignment_layer=-1, alignment_heads=1)
    for name, weight in network.state_dict().items():
        values = weight.detach().float().cpu().numpy().copy()  # CTranslate2 quantises in place
        for place, leaf in _places(spec, name):
            setattr(place, leaf, values)
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = True
        side.position_encodings.encodings = network.positions.cpu().numpy()
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    folder.mkdir(parents=True, exist_ok=True)
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _places(spec: Any, name: str) -> Iterator[tuple[Any, str]]:
    """Where a weight of the network belongs in a specification: the embedding in three places."""
    if name == "embeddings.weight":
        yield from ((spec.encoder.embeddings[0], "weight"), (spec.decoder.embeddings, "weight"),
                    (spec.decoder.projection, "weight"))
        return
    *path, leaf = name.split(".")
    place = spec
    for part in path:
        stem, _, index = part.partition("_")
        if stem in ("layer", "linear") and index.isdigit() and hasattr(place, stem):
            place = getattr(place, stem)[int(index)]
        else:
            place = getattr(place, part)
    yield place, _leaf(path, leaf)


def _leaf(path: Sequence[str], leaf: str) -> str:
    """CTranslate2's name of a weight."""
    return {"weight": "gamma", "bias": "beta"}[leaf] if path[-1] == "layer_norm" else leaf


def widen(model: Path) -> Network:
    """The network in a package's `model` folder.

    Raises:
        ConfigError: It is no Transformer of this kind: another program made the package.
    """
    stored = _variables(model / "model.bin")
    if _EMBEDDINGS not in stored or not int(stored.get("encoder/pre_norm", np.array(0))):
        raise ConfigError(f"{model}: cannot be trained further: its network is laid out otherwise than those "
                          "that translate train makes; name a checkpoint, or the built-in package")
    network = Network(_size(stored))
    state = network.state_dict()
    for name, own in state.items():
        path = _stored_name(name)
        if path not in stored or stored[path].shape != tuple(own.shape):
            raise ConfigError(f"{model}: cannot be trained further: it has no {path} of the right shape")
        state[name] = torch.from_numpy(_widened(stored, path))
    network.load_state_dict(state)
    return network


def _stored_name(name: str) -> str:
    if name == "embeddings.weight":
        return _EMBEDDINGS
    *path, leaf = name.split(".")
    return "/".join([*path, _leaf(path, leaf)])


def _widened(stored: dict[str, NDArray[Any]], path: str) -> NDArray[np.float32]:
    values = stored[path].astype(np.float32)
    scale = stored.get(f"{path}_scale")
    return values if scale is None else values / scale.astype(np.float32)[:, None]


def _size(stored: dict[str, NDArray[Any]]) -> Size:
    vocabulary, width = stored[_EMBEDDINGS].shape
    layers = [len({name.split("/")[1] for name in stored if name.startswith(f"{side}/layer_")
                   and not name.startswith(f"{side}/layer_norm")}) for side in ("encoder", "decoder")]
    inner = stored["encoder/layer_0/ffn/linear_0/weight"].shape[0]
    return Size(vocabulary, width, int(stored["encoder/num_heads"]), inner, *layers)


def _variables(path: Path) -> dict[str, NDArray[Any]]:
    """The variables of a `model.bin`, by name; of equal ones the file holds the first and says so."""
    values: dict[str, NDArray[Any]] = {}
    reader = _Reader(path.read_bytes())
    version = reader.number("I")
    if version < 4:
        raise ConfigError(f"{path}: the model file is of an old version ({version}); convert it anew")
    reader.text()
    reader.number("I")
    for _ in range(reader.number("I")):
        name = reader.text()
        shape = [reader.number("I") for _ in range(reader.number("B"))]
        kind = reader.number("B")
        values[name] = reader.array(_TYPES[kind], reader.number("I")).reshape(shape)
    for _ in range(reader.number("I")):
        alias, name = reader.text(), reader.text()
        values[alias] = values[name]
    return values


class _Reader:
    """Reads a model file from its beginning."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def number(self, kind: str) -> int:
        """An unsigned integer of struct's `kind`."""
        value: int = struct.unpack_from("<" + kind, self.data, self.at)[0]
        self.at += struct.calcsize("<" + kind)
        return value

    def text(self) -> str:
        """A string behind its length, with a zero at its end."""
        length = self.number("H")
        self.at += length
        return self.data[self.at - length:self.at - 1].decode()

    def array(self, kind: Any, size: int) -> NDArray[Any]:
        """`size` bytes of numbers."""
        self.at += size
        return np.frombuffer(self.data[self.at - size:self.at], kind)
