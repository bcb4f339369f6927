"""The baseline: findings that are known and do not fail a run, so that new ones stand out.

A file of JSON with a line for each finding, sorted, so that a change of it can be read in review. A finding
is known by its fingerprint, which survives that lines move.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from translate.errors import ConfigError, InputError
from translate.files import write_atomically
from translate.records import Finding


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints in the file at `path`.

    Raises:
        ConfigError: There is no such file.
        InputError: It is no baseline.
    """
    if not path.is_file():
        raise ConfigError(f"{path}: no baseline yet; write it with --write-baseline")
    try:
        rows = json.loads(path.read_text("utf-8"))["known"]
        return frozenset(str(row["fingerprint"]) for row in rows)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(f"{path}: this is no baseline; write it anew with --write-baseline") from error


def write_baseline(path: Path, met: Mapping[str, Finding], path_of: Callable[[Finding], str]) -> None:
    """Write the findings `met`, by fingerprint.

    Raises:
        OutputError: The file cannot be written.
    """
    rows = sorted(({"path": path_of(finding), "rule": finding.rule, "fingerprint": fingerprint,
                    "message": finding.message} for fingerprint, finding in met.items()),
                  key=lambda row: (row["path"], row["rule"], row["fingerprint"]))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    write_atomically(path, f'{{"version": 1, "known": [\n{lines}\n]}}\n'.encode())
