"""An Argos package folder, read and looked over.

    en_ko/metadata.json          from_code, to_code, package_version, perhaps target_prefix
    en_ko/model/                 model.bin, vocabularies, perhaps config.json: CTranslate2
    en_ko/sentencepiece.model    or bpe.model

A key of our own, `glosswire`, says `starter`, `code_switch`, `scores`, and `shares`: a folder beside
this one whose model and tokenizer serve both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from translate.engine import modelfile
from translate.errors import PackageBroken
from translate.records import Package

_CODE = re.compile(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")
_LARGEST = 1 << 20
"""Bytes of a metadata.json that will be read."""


def load_metadata(folder: Path) -> dict[str, Any]:
    """The content of `metadata.json`.

    Raises:
        PackageBroken: There is none, or it holds no JSON object.
    """
    try:
        with open(folder / "metadata.json", "rb") as file:
            return parse_metadata(file.read(_LARGEST))
    except FileNotFoundError as error:
        raise PackageBroken("it has no metadata.json") from error
    except OSError as error:
        raise PackageBroken(f"its metadata.json cannot be read ({error.strerror})") from error


def parse_metadata(data: bytes) -> dict[str, Any]:
    """`metadata.json` from its bytes.

    Raises:
        PackageBroken: They hold no JSON object.
    """
    try:
        values = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise PackageBroken(f"its metadata.json is no JSON ({error})") from error
    if not isinstance(values, dict):
        raise PackageBroken("its metadata.json holds no JSON object")
    return values


def describe(folder: Path, metadata: Mapping[str, Any]) -> Package:
    """The package as its metadata has it; its files are not looked at.

    Raises:
        PackageBroken: The metadata names no language pair or shares a folder that is not beside it.
    """
    source, target = (str(metadata.get(key) or "") for key in ("from_code", "to_code"))
    if not _CODE.fullmatch(source) or not _CODE.fullmatch(target):
        raise PackageBroken("its metadata.json names no language pair (from_code, to_code)")
    ours = metadata.get("glosswire")
    ours = ours if isinstance(ours, dict) else {}
    home = _shared(folder, ours.get("shares"))
    names = ("sentencepiece.model", "bpe.model")
    tokenizer = next((home / name for name in names if (home / name).is_file()), home / names[0])
    return Package(folder, source, target, str(metadata.get("package_version") or "0"),
                   home / "model", tokenizer, str(metadata.get("target_prefix") or ""),
                   ours.get("starter") is True, ours.get("code_switch") is True,
                   _scores(ours.get("scores")))


def check(package: Package) -> None:
    """Look whether the files of `package` are all there and whole, without loading them.

    Raises:
        PackageBroken: They are not.
    """
    try:
        wrong = modelfile.fault(package.model / "model.bin") or _missing(package)
    except FileNotFoundError as error:
        raise PackageBroken("it has no model/model.bin") from error
    except OSError as error:
        raise PackageBroken(f"its model cannot be read ({error.strerror})") from error
    if wrong:
        raise PackageBroken(wrong)


def _missing(package: Package) -> str:
    names = [path.name for path in package.model.iterdir()]
    if not any(re.fullmatch(r"(shared|target)_vocabulary\.(txt|json)", name) for name in names):
        return "its model has no vocabulary"
    if not package.tokenizer.is_file() or not package.tokenizer.stat().st_size:
        return "it has no sentencepiece.model or bpe.model"
    return ""


def _shared(folder: Path, shares: object) -> Path:
    """The folder that holds model and tokenizer: `folder`, or the neighbour that it names."""
    if shares is None:
        return folder
    home = (folder / str(shares)).resolve()
    if home.parent != folder.resolve().parent:
        raise PackageBroken(f"its metadata.json shares {shares}, which is not a folder beside it")
    return home


def _scores(values: object) -> dict[str, float]:
    if not isinstance(values, dict):
        return {}
    return {str(name): float(value) for name, value in values.items()
            if isinstance(value, (int, float)) and not isinstance(value, bool)}
