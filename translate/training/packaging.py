"""From the best checkpoint to `.argosmodel` archives with a model card."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from translate.errors import OutputError
from translate.languages import language as facts
from translate.training.card import card
from translate.training.pieces import load_pieces, tag, vocabulary
from translate.training.workplace import Workplace

if TYPE_CHECKING:
    from translate.training.checkpoints import Checkpoint

_DATE = (1980, 1, 1, 0, 0, 0)
"""Of every file in an archive: the same weights give the same bytes."""


def build(work: Workplace, checkpoint: Checkpoint, out: Path, version: str, licence: str,
          scores: Mapping[str, float]) -> list[Path]:
    """Write one archive for each target language into `out`; they hold the same model.

    `scores` stand in the metadata and the card, by name.

    Raises:
        OutputError: An archive cannot be written.
    """
    from translate.training.export import export
    setup, paths = work.setup, []
    with TemporaryDirectory() as scratch:
        model = Path(scratch) / "model"
        export(checkpoint.network().eval(), vocabulary(load_pieces(work.pieces)), model)
        files = {f"model/{path.name}": path.read_bytes() for path in sorted(model.iterdir())}
    files["sentencepiece.model"] = work.pieces
    files["README.md"] = card(work, checkpoint, version, licence, scores).encode()
    for target in setup["targets"]:
        metadata = describe(setup["source"], target, version, scores)
        text = json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"
        name = f"translate-{setup['source']}_{target}-{version.replace('.', '_')}"
        paths.append(_archive(out / f"{name}.argosmodel", name, {"metadata.json": text.encode(), **files}))
    return paths


def describe(source: str, target: str, version: str, scores: Mapping[str, float]) -> dict[str, Any]:
    """The metadata.json of a package."""
    return {"package_version": version, "argos_version": "1.9",
            "from_code": source, "from_name": facts(source).name, "to_code": target, "to_name": facts(target).name,
            "target_prefix": tag(target), "glosswire": {"scores": dict(scores)}}


def _archive(path: Path, top: str, files: Mapping[str, bytes]) -> Path:
    part = path.with_name(path.name + ".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(f"{top}/{name}", _DATE), data, zipfile.ZIP_DEFLATED)
        part.replace(path)
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({error.strerror}); name another --out") from error
    return path
