"""A network becomes a package and a package a network, without loss beyond the eight bits."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from translate.engine.packages import STARTER
from translate.errors import ConfigError, InputError
from translate.training.checkpoints import Checkpoint, load_checkpoint, save_checkpoint
from translate.training.export import export, widen
from translate.training.network import Network
from translate.training.pieces import load_pieces, vocabulary
from translate.training.recipe import Size

SIZE = Size(300, 32, 2, 64, 2, 1)


def network(seed: int = 1) -> Network:
    torch.manual_seed(seed)
    return Network(SIZE).eval()


def test_export_leaves_the_network_as_it_is(tmp_path: Path) -> None:
    made = network()
    before = {name: value.clone() for name, value in made.state_dict().items()}
    export(made, [str(index) for index in range(300)], tmp_path)
    assert all(torch.equal(value, before[name]) for name, value in made.state_dict().items())


def test_what_comes_back_is_off_by_no_more_than_half_a_step(tmp_path: Path) -> None:
    made = network()
    export(made, [str(index) for index in range(300)], tmp_path)
    found = widen(tmp_path)
    assert found.size == SIZE
    for name, value in made.state_dict().items():
        step = value.abs().amax(-1, keepdim=True) / 127 if value.dim() == 2 else torch.zeros(1)
        assert ((found.state_dict()[name] - value).abs() <= step / 2 + 1e-6).all(), name


def test_the_built_in_package_survives_the_way_there_and_back_byte_for_byte(tmp_path: Path) -> None:
    package = STARTER / "en_ko"
    pieces = load_pieces((package / "sentencepiece.model").read_bytes())
    export(widen(package / "model"), vocabulary(pieces), tmp_path)
    for name in ("model.bin", "shared_vocabulary.json"):
        assert (tmp_path / name).read_bytes() == (package / "model" / name).read_bytes()


def test_the_attention_of_the_guided_head_comes_out(tmp_path: Path) -> None:
    import ctranslate2
    made = network()
    names = [str(index) for index in range(300)]
    names[:4] = ["<unk>", "<s>", "</s>", "<pad>"]
    export(made, names, tmp_path)
    translator = ctranslate2.Translator(str(tmp_path), compute_type="float32", intra_threads=1)
    found = translator.translate_batch([["5", "6", "7"]], target_prefix=[["8", "9"]], beam_size=1,
                                       max_decoding_length=3, return_attention=True)[0]
    with torch.no_grad():
        _, attention = widen(tmp_path)(torch.tensor([[5, 6, 7]]), torch.tensor([[1, 8]]))
    assert torch.allclose(torch.tensor(found.attention[0][:2]), attention[0], atol=1e-4)


def test_a_file_that_is_no_checkpoint_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.pt").write_bytes(b"no weights")
    with pytest.raises(InputError, match="no checkpoint"):
        load_checkpoint(tmp_path / "a.pt")


def test_a_checkpoint_comes_back(tmp_path: Path) -> None:
    made = network()
    save_checkpoint(tmp_path / "a.pt", Checkpoint(SIZE, made.state_dict(), 7))
    found = load_checkpoint(tmp_path / "a.pt")
    assert (found.size, found.step, found.optimizer) == (SIZE, 7, None)
    assert all(torch.equal(value, made.state_dict()[name]) for name, value in found.weights.items())


def test_a_package_of_another_layout_is_refused(tmp_path: Path) -> None:
    made = network()
    export(made, [str(index) for index in range(300)], tmp_path)
    data = (tmp_path / "model.bin").read_bytes()
    at = data.index(b"encoder/pre_norm\0") + len(b"encoder/pre_norm\0")
    (tmp_path / "model.bin").write_bytes(data[:at + 6] + b"\0" + data[at + 7:])
    with pytest.raises(ConfigError, match="laid out otherwise"):
        widen(tmp_path)
