"""Whether a CTranslate2 `model.bin` is whole, told from its headers in milliseconds.

The layout is that of CTranslate2's python/ctranslate2/specs/model_spec.py (`_serialize`) and, for
files of older versions, src/models/model.cc (`Model::load`).
"""

from __future__ import annotations

import os
import struct
from pathlib import Path
from typing import BinaryIO

_NEWEST = 6
"""Binary version whose layout is known; a newer file is left to CTranslate2 to judge."""
_PLAUSIBLE = 99
"""No version is so high: the file is something else."""


def fault(path: Path) -> str:
    """What is wrong with the file, in words; empty when it is whole.

    Raises:
        OSError: It cannot be read.
    """
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        try:
            version = _number(file, "I")
            if not 0 < version <= _PLAUSIBLE:
                return "model.bin is no CTranslate2 model"
            whole = version > _NEWEST or _end(file, version) <= size
        except struct.error:
            whole = False
    return "" if whole else f"model.bin is cut short (after {size:,} bytes)"


def _end(file: BinaryIO, version: int) -> int:
    """Where the file must end; struct.error where a header lies beyond its end."""
    if version >= 2:
        _skip(file, _number(file, "H") + 4)
    for _ in range(_number(file, "I")):
        _skip(file, _number(file, "H"))
        _skip(file, 4 * _number(file, "B"))
        width = 1 if version >= 4 else _number(file, "B")
        if version >= 4:
            _skip(file, 1)
        _skip(file, width * _number(file, "I"))
    for _ in range(2 * _number(file, "I") if version >= 3 else 0):
        _skip(file, _number(file, "H"))
    return file.tell()


def _number(file: BinaryIO, kind: str) -> int:
    layout = struct.Struct("<" + kind)
    value: int = layout.unpack(file.read(layout.size))[0]
    return value


def _skip(file: BinaryIO, count: int) -> None:
    file.seek(count, os.SEEK_CUR)
