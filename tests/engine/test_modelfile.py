"""A `model.bin` is whole or it is not, whatever version wrote it."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from translate.engine.modelfile import fault

MODELS = Path(__file__).parents[1] / "models"


def text(value: str) -> bytes:
    return struct.pack("<H", len(value) + 1) + value.encode() + b"\0"


def build(version: int) -> bytes:
    """A file of one variable of 2 x 3 bytes, laid out as CTranslate2 of that version did."""
    spec = text("TransformerSpec") + struct.pack("<I", 1) if version > 1 else b""
    head = struct.pack("<I", version) + spec
    size = struct.pack("<BI", 0, 6) if version > 3 else struct.pack("<BI", 1, 6)
    variable = text("encoder/x") + struct.pack("<BII", 2, 2, 3) + size + b"123456"
    aliases = struct.pack("<I", 1) + text("decoder/x") + text("encoder/x") if version > 2 else b""
    return head + struct.pack("<I", 1) + variable + aliases


@pytest.mark.parametrize("version", range(1, 7))
def test_every_version(version: int, tmp_path: Path) -> None:
    """Whole it passes; cut anywhere it does not."""
    path, data = tmp_path / "model.bin", build(version)
    path.write_bytes(data)
    assert fault(path) == ""
    for length in range(len(data)):
        path.write_bytes(data[:length])
        assert fault(path) == f"model.bin is cut short (after {length} bytes)"


def test_a_real_model(tmp_path: Path) -> None:
    data = (MODELS / "en_ko" / "model" / "model.bin").read_bytes()
    path = tmp_path / "model.bin"
    for length, whole in ((len(data), True), (len(data) - 1, False), (len(data) // 2, False)):
        path.write_bytes(data[:length])
        assert (fault(path) == "") is whole


def test_a_later_version_is_left_to_ctranslate2(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(struct.pack("<I", 7) + b"?")
    assert fault(tmp_path / "model.bin") == ""


@pytest.mark.parametrize("data", [b"<html><body>404", b"PK\3\4", b"\0" * 64])
def test_something_else(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(data)
    assert fault(tmp_path / "model.bin") == "model.bin is no CTranslate2 model"
