"""Glossaries as they stand in files, or stood in a revision of git."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from translate.errors import ConfigError, InputError
from translate.glossary.load import SUFFIXES, load, load_bytes
from translate.glossary.model import Glossary, layered

GIT = "git:"


def load_named(name: str) -> Glossary:
    """The glossary of a file, a folder, or `git:REV[:PATH]` (PATH is glossaries/ unless given).

    Raises:
        ConfigError: The revision or the path is not there, or git is not.
        GlossaryError: A glossary cannot be loaded.
    """
    if not name.startswith(GIT):
        return load([Path(name)])
    revision, _, path = name.removeprefix(GIT).partition(":")
    path = path or "glossaries"
    if not revision or revision.startswith("-"):
        raise ConfigError(f"{name}: no revision; write for example git:HEAD~1 or "
                          "git:main:glossaries/dprk.yml")
    listed = _git(name, ["ls-tree", "-r", "-z", "--name-only", revision, "--", path])
    files = [file for file in listed.decode("utf-8", "replace").split("\0") if file.endswith(SUFFIXES)]
    if not files:
        raise ConfigError(f"{name}: no glossary under {path} in this revision; name it: git:REV:PATH")
    return layered([load_bytes(_git(name, ["show", f"{revision}:./{file}"]), f"{revision}:{file}")
                    for file in files])


def _git(name: str, arguments: Sequence[str]) -> bytes:
    """What git prints."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, check=False)
    except OSError as error:
        raise InputError(f"{name}: git cannot be run ({error.strerror}); name a file or folder") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ConfigError(f"{name}: {said[-1] if said else 'git failed'}; name a revision of this "
                          "repository")
    return done.stdout
