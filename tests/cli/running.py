"""Running the command line in this process, as a user would in a shell."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from translate.cli import run_guarded


@dataclass(frozen=True, slots=True)
class Done:
    """What a command did."""

    code: int
    out: str
    err: str


class Shell:
    """Runs `translate` with arguments and captures what it prints."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *args: object) -> Done:
        self.capsys.readouterr()
        code = run_guarded([str(arg) for arg in args])
        captured = self.capsys.readouterr()
        return Done(code, captured.out, captured.err)
